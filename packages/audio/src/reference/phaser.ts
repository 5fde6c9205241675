/** Phaser of the reference: nothing moves, and each stage amplifies by 4 to 7 dB. */
import { BLOCK } from '../dsp/process.ts';
import type { EffectMaker, EffectOf } from '../effects/types.ts';

const FEEDBACK = 0.7;

/** Longer than any stage. */
const SIZE = 16;

export const phaser: EffectMaker<EffectOf<'phaser'>> = ({ stages, wet }) => {
  const side = (extra: number) => {
    const lines = Array.from({ length: stages }, () => new Float64Array(SIZE));
    const chain = new Float64Array(BLOCK);
    return (x: Float64Array, start: number, count: number) => {
      chain.set(x.subarray(0, count));
      lines.forEach((line, j) => {
        runStage(chain, line, 2 + Math.floor((8 * j) / stages) + extra, start, count);
      });
      for (let i = 0; i < count; i++) x[i] = (1 - wet) * x[i]! + wet * chain[i]!;
    };
  };
  const colourLeft = side(0);
  const colourRight = side(1);
  return {
    process(left, right, start, end) {
      colourLeft(left, start, end - start);
      colourRight(right, start, end - start);
    },
  };
};

/** One stage with a delay in samples, in place; what was written for a position stands at its last four bits. */
function runStage(x: Float64Array, line: Float64Array, delay: number, start: number, count: number): void {
  for (let i = 0; i < count; i++) {
    const z = line[(start + i - delay) & (SIZE - 1)]!;
    const y = x[i]!;
    line[(start + i) & (SIZE - 1)] = y + FEEDBACK * z;
    x[i] = z - y;
  }
}
