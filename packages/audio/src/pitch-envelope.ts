import { exp2 } from '@speccade/numerics';
import type { PitchEnvelope } from '@speccade/spec/kinds/audio_v1';
import type { Curve } from './dsp/curve.ts';
import { BLOCK } from './dsp/process.ts';

/** Octaves, either way, beyond which a pitch is not moved. */
const FARTHEST = 64;
const LARGEST_RATIO = 1e20;

export interface PitchCurve extends Curve {
  /** The lowest of its ratios. */
  readonly lowest: number;
}

/**
 * Frequency ratio per sample over a sound of `length` samples: 1 → `2^(depth/12)` → sustain → 1, linear in the ratio.
 * What does not fit is cut off; nothing is rescaled. Samples can be asked for in any order.
 */
export function pitchCurve(envelope: PitchEnvelope, sampleRate: number, length: number): PitchCurve {
  const peak = exp2(Math.min(Math.max(envelope.depth / 12, -FARTHEST), FARTHEST));
  const held = Math.min(Math.max(1 + (peak - 1) * envelope.sustain, -LARGEST_RATIO), LARGEST_RATIO);
  const samples = (seconds: number) => Math.min(Math.max(Math.trunc(seconds * sampleRate), 0), length);
  const attack = samples(envelope.attack);
  const decay = samples(envelope.decay);
  const release = samples(envelope.release);
  const sustain = Math.max(0, length - attack - decay - release);

  /** Where each line ends, and what it leads from and to. */
  const lines = [
    { start: 0, count: attack, from: 1, to: peak },
    { start: attack, count: decay, from: peak, to: held },
    { start: attack + decay, count: sustain, from: held, to: held },
    { start: attack + decay + sustain, count: release, from: held, to: 1 },
  ].filter(({ count }) => count > 0);
  const block = new Float64Array(BLOCK);
  return {
    lowest: Math.min(1, peak, held),
    block(first, end) {
      block.fill(1, 0, end - first);
      for (const { start, count, from, to } of lines) {
        const stop = Math.min(end, start + count);
        for (let i = Math.max(first, start); i < stop; i++)
          block[i - first] = from + ((to - from) * (i - start)) / count;
      }
      return block;
    },
    at(i) {
      const line = lines.find(({ start, count }) => i >= start && i < start + count);
      return line === undefined ? 1 : line.from + ((line.to - line.from) * (i - line.start)) / line.count;
    },
  };
}
