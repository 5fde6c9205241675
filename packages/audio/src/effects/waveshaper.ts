/** Distortion by a curve, without memory. The small-signal gain is the root of the drive. */
import { tanh } from '@speccade/numerics';
import { BLOCK } from '../dsp/process.ts';
import { sinTurns } from '../dsp/sine.ts';
import { createParameter } from './parameter.ts';
import type { EffectMaker, EffectOf } from './types.ts';

/** Replaces `x[i]` by the curve at `drives[i]·x[i]`. Loops of their own, into which V8 inlines the curve. */
type Shape = (x: Float64Array, drives: Float64Array, count: number) => void;

const SHAPES: Readonly<Record<EffectOf<'waveshaper'>['curve'], Shape>> = {
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
    for (let i = 0; i < count; i++) x[i] = Math.min(Math.max(drives[i]! * x[i]!, -1), 1);
  },
  sine(x, drives, count) {
    for (let i = 0; i < count; i++) x[i] = sinTurns((drives[i]! * x[i]!) / 4);
  },
};

export const waveshaper: EffectMaker<EffectOf<'waveshaper'>> = (effect, { modulation }) => {
  const shape = SHAPES[effect.curve];
  const wet = Math.min(Math.max(effect.wet, 0), 1);
  const mix = Float64Array.of(1 - wet, wet);
  const drive = createParameter(effect.drive, 1, 100, modulation.distortion_drive);
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
