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

/**
 * Voss-McCartney with 16 rows: row `z` is redrawn at samples with `z` trailing zero bits; the sum over √16. The sums of
 * each row and those above it are kept, so that only what lies below a row that changes is added up anew.
 */
function pink(random: Pcg32): NoiseSource {
  const rows = new Float64Array(ROWS);
  // Drawn twice; only the second time is heard.
  random.fillBipolar(rows, 0, ROWS);
  /** `sums[z]`: of rows `z` to 15; the last one is 0. */
  const sums = new Float64Array(ROWS + 1);
  let i = 0;
  return (out, count) => {
    if (i === 0) random.fillBipolar(rows, 0, ROWS);
    addUp(rows, sums, ROWS - 1);
    i = redraw(rows, sums, random, out, count, i);
  };
}

/** Makes `count` samples from the `i`-th on and returns the number of the one after them. */
function redraw(
  rows: Float64Array,
  sums: Float64Array,
  random: Pcg32,
  out: Float64Array,
  count: number,
  i: number,
): number {
  for (let k = 0; k < count; k++, i++) {
    if (i !== 0) {
      const row = 31 - Math.clz32(i & -i);
      if (row < ROWS) {
        rows[row] = random.nextBipolar();
        addUp(rows, sums, row);
      }
    }
    out[k] = sums[0]! * 0.25;
  }
  return i;
}

function addUp(rows: Float64Array, sums: Float64Array, from: number): void {
  for (let row = from; row >= 0; row--) sums[row] = sums[row + 1]! + rows[row]!;
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
