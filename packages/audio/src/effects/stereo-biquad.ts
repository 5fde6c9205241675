/**
 * One second-order section on both channels, in direct form I from zero state. Both in one loop: each waits for its own
 * sample before, so that 2.1 ns per frame suffice where one channel after the other takes 3.3.
 */
import { settle } from '../dsp/settle.ts';
import type { Coefficients } from '../filters/rbj.ts';
import type { StereoProcess } from './types.ts';

/** The section with the coefficients `b0 b1 b2 a1 a2`. */
export function stereoBiquad(coefficients: Coefficients): StereoProcess {
  /** The last two inputs and outputs of the left and of the right channel. */
  const state = new Float64Array(8);
  return {
    process(left, right, start, end) {
      const b0 = coefficients[0]!;
      const b1 = coefficients[1]!;
      const b2 = coefficients[2]!;
      const a1 = coefficients[3]!;
      const a2 = coefficients[4]!;
      let lx1 = state[0]!;
      let lx2 = state[1]!;
      let ly1 = state[2]!;
      let ly2 = state[3]!;
      let rx1 = state[4]!;
      let rx2 = state[5]!;
      let ry1 = state[6]!;
      let ry2 = state[7]!;
      const count = end - start;
      for (let i = 0; i < count; i++) {
        const l = left[i]!;
        const r = right[i]!;
        // y1 last: its product is the only one that has to wait for the sample before.
        const ly = b0 * l + b1 * lx1 + b2 * lx2 - a2 * ly2 - a1 * ly1;
        const ry = b0 * r + b1 * rx1 + b2 * rx2 - a2 * ry2 - a1 * ry1;
        lx2 = lx1;
        lx1 = l;
        ly2 = ly1;
        ly1 = ly;
        left[i] = ly;
        rx2 = rx1;
        rx1 = r;
        ry2 = ry1;
        ry1 = ry;
        right[i] = ry;
      }
      state[0] = lx1;
      state[1] = lx2;
      state[2] = ly1;
      state[3] = ly2;
      state[4] = rx1;
      state[5] = rx2;
      state[6] = ry1;
      state[7] = ry2;
      settle(state);
    },
  };
}
