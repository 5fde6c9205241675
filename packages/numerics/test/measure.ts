/** Measures one function of the package against the oracle. */

import * as exported from '../src/index.ts';
import { ORACLE, ulpError } from './oracle.ts';
import { type FunctionName, pointsOf } from './points.ts';

const numerics = { ...exported };

export interface Measurement {
  points: number;
  /** Largest error in units of the last place. */
  ulp: number;
  /** The arguments it occurs at. */
  at: number[];
}

export const FUNCTIONS = Object.keys(ORACLE) as FunctionName[];

export function measure(name: FunctionName, points: number, seed = 1): Measurement {
  const next = pointsOf(name, seed);
  const binary = name === 'pow' || name === 'atan2';
  const ours = numerics[name] as (x: number, y: number) => number;
  const oracle = ORACLE[name] as (x: number, y: number) => ReturnType<typeof ORACLE.exp>;
  const worst: Measurement = { points, ulp: 0, at: [] };
  for (let i = 0; i < points; i++) {
    const [x, y] = next();
    const error = ulpError(ours(x, y), oracle(x, y));
    if (!(error <= worst.ulp)) {
      worst.ulp = error;
      worst.at = binary ? [x, y] : [x];
    }
  }
  return worst;
}
