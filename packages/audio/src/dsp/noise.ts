/** White, pink and brown noise. The order of draws is part of the sound: the same seed gives the same texture. */
import type { Pcg32 } from '@speccade/numerics';
import type { NoiseType } from '@speccade/spec/kinds/audio_v1';

/** Writes the next `count` samples of a noise to `out[0..count)`. */
export type NoiseSource = (out: Float64Array, count: number) => void;

/** A noise of the colour that draws from `random`, about ±1, not normalised. */
export function createNoise(colour: NoiseType, random: Pcg32): NoiseSource {
  switch (colour) {
    case 'white':
      return (out, count) => random.fillBipolar(out, 0, count);
    case 'pink':
      return pink(random);
    case 'brown':
      return brown(random);
  }
}

const ROWS = 16;

/** Voss-McCartney with 16 rows: row `z` is redrawn at samples with `z` trailing zero bits; the sum over √16. */
function pink(random: Pcg32): NoiseSource {
  const rows = new Float64Array(ROWS);
  const redrawAll = () => random.fillBipolar(rows, 0, ROWS);
  redrawAll();
  let i = 0;
  return (out, count) => {
    for (let k = 0; k < count; k++, i++) {
      if (i === 0) redrawAll();
      else {
        const row = 31 - Math.clz32(i & -i);
        if (row < ROWS) rows[row] = random.nextBipolar();
      }
      let sum = 0;
      for (let row = 0; row < ROWS; row++) sum += rows[row]!;
      out[k] = sum * 0.25;
    }
  };
}

/** Leaky integral of white noise. */
function brown(random: Pcg32): NoiseSource {
  let last = 0;
  return (out, count) => {
    random.fillBipolar(out, 0, count);
    let level = last;
    for (let k = 0; k < count; k++) out[k] = level = 0.98 * level + 0.2 * out[k]!;
    last = level;
  };
}
