/** Filters in the plain way: coefficients anew for every sample where something moves. */
import { RATE, type Work } from './measure.ts';

export function plainBiquad(hz: (p: number) => number, moving: boolean): Work {
  return (x) => {
    let [x1, x2, y1, y2] = [0, 0, 0, 0];
    let [b0, b1, a1, a2] = [0, 0, 0, 0];
    for (let i = 0; i < x.length; i++) {
      if (moving || i === 0) {
        const w = (2 * Math.PI * hz(i / x.length)) / RATE;
        const alpha = Math.sin(w) / 2;
        const a0 = 1 + alpha;
        b0 = (1 - Math.cos(w)) / 2 / a0;
        b1 = (1 - Math.cos(w)) / a0;
        a1 = (-2 * Math.cos(w)) / a0;
        a2 = (1 - alpha) / a0;
      }
      const y = b0 * x[i]! + b1 * x1 + b0 * x2 - a1 * y1 - a2 * y2;
      x2 = x1;
      x1 = x[i]!;
      y2 = y1;
      y1 = y;
      x[i] = y;
    }
  };
}

export const plainLadder =
  (hz: (p: number) => number): Work =>
  (x) => {
    const s = [0, 0, 0, 0];
    for (let i = 0; i < x.length; i++) {
      const g = (2 * Math.PI * hz(i / x.length)) / RATE;
      let u = Math.tanh(x[i]! - 2 * s[3]!);
      for (let k = 0; k < 4; k++) u = s[k] = s[k]! + g * (u - s[k]!);
      x[i] = u;
    }
  };

/** The sum of several filters of the same input. */
export const plainBank =
  (hz: readonly number[]): Work =>
  (x) => {
    const sum = new Float64Array(x.length);
    for (const centre of hz) {
      const y = x.slice();
      plainBiquad(() => centre, false)(y);
      for (let i = 0; i < x.length; i++) sum[i] = sum[i]! + y[i]!;
    }
    x.set(sum);
  };

export const plainFilterComb: Work = (x) => {
  const line: number[] = Array(221).fill(0);
  for (let i = 0; i < x.length; i++) {
    const y = x[i]! + 0.5 * line[i % 221]!;
    line[i % 221] = y;
    x[i] = 0.5 * x[i]! + 0.5 * y;
  }
};
