/** Distortion by a curve, without memory. The small-signal gain is the root of the drive. */
import { tanh } from '@speccade/numerics';
import { sinTurns } from '../dsp/sine.ts';
import { createParameter } from './parameter.ts';
import type { EffectMaker, EffectOf } from './types.ts';

type Curve = (u: number) => number;

const CURVES: Readonly<Record<EffectOf<'waveshaper'>['curve'], Curve>> = {
  tanh,
  soft_clip: (u) => {
    if (u > 1) return 2 / 3;
    if (u < -1) return -2 / 3;
    return u - (u * u * u) / 3;
  },
  hard_clip: (u) => Math.min(Math.max(u, -1), 1),
  sine: (u) => sinTurns(u / 4),
};

export const waveshaper: EffectMaker<EffectOf<'waveshaper'>> = (effect, { modulation }) => {
  const curve = CURVES[effect.curve];
  const wet = Math.min(Math.max(effect.wet, 0), 1);
  const drive = createParameter(effect.drive, 1, 100, modulation.distortion_drive);
  const shape = (x: Float64Array, drives: Float64Array, count: number) => {
    for (let i = 0; i < count; i++) {
      const d = drives[i]!;
      x[i] = (1 - wet) * x[i]! + (wet * curve(d * x[i]!)) / Math.sqrt(d);
    }
  };
  return {
    process(left, right, start, end) {
      const drives = drive.block(start, end);
      shape(left, drives, end - start);
      shape(right, drives, end - start);
    },
  };
};
