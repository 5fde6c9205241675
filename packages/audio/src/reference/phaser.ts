/** Phaser of the reference: nothing moves, and each stage amplifies by 4 to 7 dB. */
import type { EffectMaker, EffectOf } from '../effects/types.ts';

const FEEDBACK = 0.7;

export const phaser: EffectMaker<EffectOf<'phaser'>> = ({ stages, wet }) => {
  const side = (extra: number) => {
    const lines = Array.from({ length: stages }, (_, j) => new Float64Array(2 + Math.floor((8 * j) / stages) + extra));
    const at = new Int32Array(stages);
    return (x: Float64Array, count: number) => {
      for (let i = 0; i < count; i++) {
        let y = x[i]!;
        for (let s = 0; s < stages; s++) {
          const line = lines[s]!;
          const k = at[s]!;
          const z = line[k]!;
          line[k] = y + FEEDBACK * z;
          at[s] = k + 1 === line.length ? 0 : k + 1;
          y = z - y;
        }
        x[i] = (1 - wet) * x[i]! + wet * y;
      }
    };
  };
  const colourLeft = side(0);
  const colourRight = side(1);
  return {
    process(left, right, start, end) {
      colourLeft(left, end - start);
      colourRight(right, end - start);
    },
  };
};
