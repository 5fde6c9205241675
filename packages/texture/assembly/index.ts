/**
 * The loops that take most of the time of textures, as WebAssembly: the same functions as in `src/noise`, `src/graph` and
 * `src/pixels.ts`, which are its oracle, with the same results. Memory from {@link heap} on is the caller's.
 */
import { addPerlinRow } from './perlin';
import { addSimplexRow } from './simplex';

export { writeGray, writeRgba } from './pixels';
export { stepReaction } from './reaction-diffusion';

/** Where the memory begins that is the caller's. */
export function heap(): usize {
  return (__heap_base + 15) & ~15;
}

/**
 * Writes octaves of a row of noise, divided by the sum of their weights; see `src/noise/field.ts`.
 *
 * @param octaves frequency and amplitude of each octave, in turn
 * @param farthest coordinates beyond which an octave counts for nothing
 * @param p the permutation, and its entries modulo 12 right behind it
 */
export function writeNoise(
  simplex: bool,
  out: usize,
  xs: usize,
  count: i32,
  y: f64,
  octaves: usize,
  octaveCount: i32,
  farthest: f64,
  sum: f64,
  p: usize,
): void {
  memory.fill(out, 0, <usize>count << 3);
  for (let k = 0; k < octaveCount; k++) {
    const frequency = load<f64>(octaves + (k << 4));
    const amplitude = load<f64>(octaves + (k << 4), 8);
    const row = y * frequency;
    if (!(abs(row) < farthest)) continue;
    if (simplex) addSimplexRow(out, xs, count, frequency, row, amplitude, p);
    else addPerlinRow(out, xs, count, frequency, row, amplitude, p);
  }
  if (sum == 1) return;
  const by = f64x2.splat(sum);
  for (const end = out + (<usize>count << 3); out < end; out += 16) v128.store(out, f64x2.div(v128.load(out), by));
}
