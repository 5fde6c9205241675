/** Integrated loudness, ITU-R BS.1770-4 annex 1. */
import { log10 } from '@speccade/numerics';
import { type Biquad, kWeighting, MIN_SAMPLE_RATE } from './k-weighting.ts';
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
  const stages = kWeighting(sampleRate);
  const weights = speakerWeights(channels.length, channelMask);
  const energy = new Float64Array(steps);
  for (const [i, channel] of channels.entries()) {
    if (weights[i] !== 0) addWeightedEnergy(channel, stages, weights[i]!, step, energy);
  }
  const blocks = blockPowers(energy, step);
  const audible = meanAbove(blocks, ABSOLUTE_GATE);
  if (audible === 0) return undefined;
  return OFFSET + 10 * log10(meanAbove(blocks, Math.max(ABSOLUTE_GATE, audible * RELATIVE_GATE)));
}

/** Adds the weighted energy of the filtered channel to each step. */
function addWeightedEnergy(
  x: Float64Array,
  [shelf, highPass]: readonly [Biquad, Biquad],
  weight: number,
  step: number,
  energy: Float64Array,
): void {
  // Both biquads in transposed direct form II.
  let s1 = 0;
  let s2 = 0;
  let h1 = 0;
  let h2 = 0;
  for (let n = 0, i = 0; n < energy.length; n++) {
    let sum = 0;
    for (const end = i + step; i < end; i++) {
      const input = x[i]!;
      const y = shelf.b0 * input + s1;
      s1 = shelf.b1 * input - shelf.a1 * y + s2;
      s2 = shelf.b2 * input - shelf.a2 * y;
      const z = highPass.b0 * y + h1;
      h1 = highPass.b1 * y - highPass.a1 * z + h2;
      h2 = highPass.b2 * y - highPass.a2 * z;
      sum += z * z;
    }
    energy[n]! += weight * sum;
  }
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
