import { exp2 } from '@speccade/numerics';
import type { PitchEnvelope } from '@speccade/spec/kinds/audio_v1';

/** Octaves, either way, beyond which a pitch is not moved. */
const FARTHEST = 64;
const LARGEST_RATIO = 1e20;

/**
 * Frequency ratio per sample over a sound of `length` samples: 1 → `2^(depth/12)` → sustain → 1, linear in the ratio.
 * What does not fit is cut off; nothing is rescaled.
 */
export function pitchCurve(envelope: PitchEnvelope, sampleRate: number, length: number): Float64Array {
  const peak = exp2(Math.min(Math.max(envelope.depth / 12, -FARTHEST), FARTHEST));
  const held = Math.min(Math.max(1 + (peak - 1) * envelope.sustain, -LARGEST_RATIO), LARGEST_RATIO);
  const samples = (seconds: number) => Math.min(Math.max(Math.trunc(seconds * sampleRate), 0), length);
  const attack = samples(envelope.attack);
  const decay = samples(envelope.decay);
  const release = samples(envelope.release);
  const sustain = Math.max(0, length - attack - decay - release);

  const curve = new Float64Array(length).fill(1);
  let at = 0;
  const line = (count: number, from: number, to: number) => {
    for (let j = 0; j < count && at < length; j++, at++) curve[at] = from + ((to - from) * j) / count;
  };
  line(attack, 1, peak);
  line(decay, peak, held);
  line(sustain, held, held);
  line(release, held, 1);
  return curve;
}
