/**
 * Distortion by a curve, without memory. The small-signal gain is the root of the drive. Oversampled on request and for
 * high notes: a filter around the curve changes every sample, and published sounds have none.
 */
import { tanh } from '@speccade/numerics';
import { LATENCY, type Shaping } from '../dsp/oversampler.ts';
import { BLOCK } from '../dsp/process.ts';
import { sinTurns } from '../dsp/sine.ts';
import { within } from '../dsp/within.ts';
import { OversampledCurve } from './oversampled.ts';
import { createParameter, type Parameter } from './parameter.ts';
import type { EffectMaker, EffectOf, StereoProcess } from './types.ts';

/** Each replaces `x[i]` by the curve at `drives[i]·x[i]`. Loops of their own, into which V8 inlines the curve. */
const SHAPES: Readonly<Record<EffectOf<'waveshaper'>['curve'], Shaping>> = {
  tanh(x, drives, count) {
    for (let i = 0; i < count; i++) x[i] = tanh(drives[i]! * x[i]!);
  },
  soft_clip(x, drives, count) {
    for (let i = 0; i < count; i++) {
      const u = drives[i]! * x[i]!;
      x[i] = u > 1 ? 2 / 3 : u < -1 ? -2 / 3 : u - (u * u * u) / 3;
    }
  },
  hard_clip(x, drives, count) {
    for (let i = 0; i < count; i++) x[i] = within(drives[i]! * x[i]!, -1, 1);
  },
  sine(x, drives, count) {
    for (let i = 0; i < count; i++) x[i] = sinTurns((drives[i]! * x[i]!) / 4);
  },
};

export const waveshaper: EffectMaker<EffectOf<'waveshaper'>> = (effect, { modulation, ...context }) => {
  const shape = SHAPES[effect.curve];
  const wet = Math.min(Math.max(effect.wet, 0), 1);
  const mix = Float64Array.of(1 - wet, wet);
  const drive = createParameter(effect.drive, 1, 100, modulation.distortion_drive);
  const { oversampling = context.oversampling ?? 1 } = effect;
  if (oversampling > 1) return oversampled(shape, oversampling, drive, mix);
  const shaped = new Float64Array(BLOCK);
  const levels = new Float64Array(BLOCK).fill(Math.sqrt(drive.still ?? 1));
  const distort = (x: Float64Array, drives: Float64Array, count: number) => {
    shaped.set(x.subarray(0, count));
    shape(shaped, drives, count);
    const dry = mix[0]!;
    const gain = mix[1]!;
    for (let i = 0; i < count; i++) x[i] = dry * x[i]! + (gain * shaped[i]!) / levels[i]!;
  };
  return {
    process(left, right, start, end) {
      const count = end - start;
      const drives = drive.block(start, end);
      if (drive.still === undefined) for (let i = 0; i < count; i++) levels[i] = Math.sqrt(drives[i]!);
      distort(left, drives, count);
      distort(right, drives, count);
    },
  };
};

function oversampled(shape: Shaping, factor: number, drive: Parameter, mix: Float64Array): StereoProcess {
  const curve = new OversampledCurve(factor, drive, (x, drives, count) => {
    shape(x, drives, count);
    for (let i = 0; i < count; i++) x[i] = x[i]! / Math.sqrt(drives[i]!);
  });
  const wetL = new Float64Array(BLOCK);
  const wetR = new Float64Array(BLOCK);
  return {
    lookahead: LATENCY,
    process(left, right, start, end) {
      const count = end - start;
      if (start === 0) curve.prime(left, right);
      curve.process(left, right, LATENCY, wetL, wetR, start, count);
      blend(left, wetL, mix, count);
      blend(right, wetR, mix, count);
    },
  };
}

function blend(x: Float64Array, wet: Float64Array, mix: Float64Array, count: number): void {
  const dry = mix[0]!;
  const gain = mix[1]!;
  for (let i = 0; i < count; i++) x[i] = dry * x[i]! + gain * wet[i]!;
}
