/** Integrated loudness, ITU-R BS.1770-4 annex 1. */
import { log10 } from '@speccade/numerics';
import { KWeighting, MIN_SAMPLE_RATE } from './k-weighting.ts';
import type { Wav } from './read-wav.ts';
import { speakerWeights } from './speakers.ts';

const OFFSET = -0.691;
/** Mean square at -70 LUFS: 10^((-70 + 0.691) / 10). */
const ABSOLUTE_GATE = 1.1724653045822981e-7;
/** -10 LU as a power. */
const RELATIVE_GATE = 0.1;
/** Quarters of a gating block: 400 ms, advanced by 100 ms. */
const STEPS_PER_BLOCK = 4;

/**
 * LUFS of the whole sound, gated. `undefined` for sounds shorter than one block of 400 ms, for those that never get
 * above -70 LUFS, and below a sample rate of 4 kHz.
 */
export function integratedLoudness({
  channels,
  sampleRate,
  channelMask,
}: Pick<Wav, 'channels' | 'sampleRate' | 'channelMask'>): number | undefined {
  if (sampleRate < MIN_SAMPLE_RATE) return undefined;
  const step = Math.round(sampleRate / 10);
  const steps = Math.floor(channels[0]!.length / step);
  if (steps < STEPS_PER_BLOCK) return undefined;
  const weights = speakerWeights(channels.length, channelMask);
  const energy = new Float64Array(steps);
  for (let c = 0; c < channels.length; c += 2) {
    const filter = new KWeighting(sampleRate);
    const left = channels[c]!;
    // The last of an odd number is its own neighbour, and counts once.
    const right = channels[c + 1] ?? left;
    const [weight, weightRight] = [weights[c]!, weights[c + 1] ?? 0];
    for (let n = 0; n < steps; n++) {
      filter.run(left, right, n * step, (n + 1) * step);
      energy[n]! += weight * filter.left + weightRight * filter.right;
    }
  }
  const blocks = blockPowers(energy, step);
  const audible = meanAbove(blocks, ABSOLUTE_GATE);
  if (audible === 0) return undefined;
  return OFFSET + 10 * log10(meanAbove(blocks, Math.max(ABSOLUTE_GATE, audible * RELATIVE_GATE)));
}

function blockPowers(energy: Float64Array, step: number): Float64Array {
  const out = new Float64Array(energy.length - STEPS_PER_BLOCK + 1);
  for (let i = 0; i < out.length; i++) {
    out[i] = (energy[i]! + energy[i + 1]! + energy[i + 2]! + energy[i + 3]!) / (STEPS_PER_BLOCK * step);
  }
  return out;
}

/** Mean of the powers above a threshold; 0 when there are none. */
function meanAbove(powers: Float64Array, threshold: number): number {
  let sum = 0;
  let count = 0;
  for (const power of powers) {
    if (power <= threshold) continue;
    sum += power;
    count++;
  }
  return count === 0 ? 0 : sum / count;
}
