/**
 * The loops that take most of the time of textures, as WebAssembly: the same functions as in `src/noise`, `src/graph` and
 * `src/pixels.ts`, which are its oracle, with the same results. Memory from {@link heap} on is the caller's.
 */
import { addPerlinRow, columnsSize, prepareColumns } from './perlin';
import { addSimplexRow } from './simplex';
import { addWorleyRow } from './worley';

export { writeNormals } from './normals';
export { columnsSize } from './perlin';
export { writeGray, writeRgba } from './pixels';
export { stepReaction } from './reaction-diffusion';

const PERLIN = 0;
const SIMPLEX = 1;

/** Where the memory begins that is the caller's. */
export function heap(): usize {
  return (__heap_base + 15) & ~15;
}

/** Prepares columns for each octave of Perlin noise, one behind the other. */
export function prepareOctaves(to: usize, xs: usize, count: i32, octaves: usize, octaveCount: i32): void {
  for (let k = 0; k < octaveCount; k++) {
    prepareColumns(to, xs, count, load<f64>(octaves + (k << 4)));
    to += columnsSize(count);
  }
}

/**
 * Writes octaves of a row of noise, divided by the sum of their weights; see `src/noise/field.ts`.
 *
 * @param columns for Perlin noise those of {@link prepareOctaves}, for others where they are
 * @param octaves frequency and amplitude of each octave, in turn
 * @param farthest coordinates beyond which an octave counts for nothing
 * @param unit whether -1 to 1 becomes 0 to 1
 * @param p the permutation, and its entries modulo 12 right behind it
 * @param seed @param cellColumns @param cellRows of Worley noise; see `worley.ts`
 */
export function writeNoise(
  kind: i32,
  out: usize,
  columns: usize,
  count: i32,
  y: f64,
  octaves: usize,
  octaveCount: i32,
  farthest: f64,
  sum: f64,
  unit: bool,
  p: usize,
  seed: u32,
  cellColumns: i32,
  cellRows: i32,
): void {
  memory.fill(out, 0, <usize>count << 3);
  for (let k = 0; k < octaveCount; k++) {
    const frequency = load<f64>(octaves + (k << 4));
    const amplitude = load<f64>(octaves + (k << 4), 8);
    const row = y * frequency;
    if (!(abs(row) < farthest)) continue;
    if (kind == PERLIN) addPerlinRow(out, columns + k * columnsSize(count), count, row, amplitude, p);
    else if (kind == SIMPLEX) addSimplexRow(out, columns, count, frequency, row, amplitude, p);
    else addWorleyRow(out, columns, count, frequency, row, amplitude, seed, cellColumns, cellRows);
  }
  const by = f64x2.splat(sum);
  for (const end = out + (<usize>count << 3); out < end; out += 16) {
    let values = v128.load(out);
    if (sum != 1) values = f64x2.div(values, by);
    if (unit) values = f64x2.mul(f64x2.add(values, f64x2.splat(1)), f64x2.splat(0.5));
    v128.store(out, values);
  }
}
