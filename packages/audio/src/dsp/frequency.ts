/** Phase steps of a generator: its frequency, glide, detune and the modulation of its pitch, in one track. */
import { exp2 } from '@speccade/numerics';
import type { FreqSweep } from '@speccade/spec/kinds/audio_v1';
import { keepWarm } from '../keep-warm.ts';
import type { VoiceContext } from '../voice.ts';
import { createGlide } from './glide.ts';
import { multiply } from './multiply.ts';
import type { Step } from './phasor.ts';

/** Frequencies beyond this, in Hz, are noise at any sample rate; the bound keeps every step finite. */
const LARGEST_HZ = 1e9;
const LARGEST_STEP = 1e6;

export function clampHertz(hz: number): number {
  return Math.min(Math.max(hz, -LARGEST_HZ), LARGEST_HZ);
}

/** Frequency ratio of an interval in cents. */
export function centsRatio(cents: number): number {
  return exp2(cents / 1200);
}

/**
 * Turns per sample of a generator at `frequency` Hz with an optional sweep over the layer, all of it times `factor`,
 * under the context's pitch modulation. A number when nothing moves.
 */
export function phaseStep(
  frequency: number,
  sweep: FreqSweep | null | undefined,
  factor: number,
  context: VoiceContext,
): Step {
  const { sampleRate, length } = context;
  const { pitch } = context.modulation;
  const base = clampHertz(frequency);
  const scale = factor / sampleRate;
  if (sweep == null && pitch === undefined) return clampStep(base * scale);
  const glide = sweep == null ? undefined : createGlide(base, clampHertz(sweep.end_freq), sweep.curve, length);
  const factors = Float64Array.of(scale);
  return keepWarm('phase step', (out, start, end) => {
    const count = end - start;
    if (glide === undefined) out.fill(base, 0, count);
    else glide(out, start, end);
    if (pitch !== undefined) multiply(out, pitch.block(start, end), count);
    toSteps(out, count, factors);
  });
}

/** From Hz to turns per sample: times the only one of the factors. */
function toSteps(x: Float64Array, count: number, factors: Float64Array): void {
  const scale = factors[0]!;
  for (let k = 0; k < count; k++) x[k] = clampStep(x[k]! * scale);
}

/**
 * Finite even where a ratio of pitches was not; NaN becomes 0. By comparisons: `Math.min`, `Math.max` and `Number.isNaN`
 * cost 5 to 8 ns each until V8 has compiled a loop for the last time, which most sounds are over before.
 */
function clampStep(step: number): number {
  return step <= LARGEST_STEP && step >= -LARGEST_STEP ? step : outermostStep(step);
}

function outermostStep(step: number): number {
  if (Number.isNaN(step)) return 0;
  return step > 0 ? LARGEST_STEP : -LARGEST_STEP;
}
