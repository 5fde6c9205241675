/**
 * The value of a noise node, 0 to 1 or thereabouts. Tileable pictures cross-fade four shifted copies: the first and the
 * last line are the same, and the contrast falls towards the middle. `periodic_noise` does without both.
 */
import type { NoiseConfig } from '@speccade/spec/kinds/texture';
import { fieldOf, sharedPermutation } from './config-field.ts';

/** Writes pixel rows y to y + rows - 1 one behind the other to `out`. */
export type RowSampler = (out: Float64Array, y: number, rows: number) => void;

export function noiseSampler(
  config: NoiseConfig,
  seed: number,
  width: number,
  height: number,
  tileable: boolean,
): RowSampler {
  const shared = sharedPermutation(config, seed);
  const field = () => fieldOf(config, seed, shared);
  const { scale } = config;
  const xs = new Float64Array(width);
  if (!tileable || width <= 1 || height <= 1 || scale === 0) {
    for (let x = 0; x < width; x++) xs[x] = x * scale;
    const noise = field().over(xs, true);
    return (out, y, rows) => {
      for (let row = 0; row < rows; row++) noise(out, row * width, (y + row) * scale);
    };
  }
  const px = (width - 1) * scale;
  const py = (height - 1) * scale;
  const us = new Float64Array(width);
  const shifted = new Float64Array(width);
  for (let x = 0; x < width; x++) {
    us[x] = x / (width - 1);
    xs[x] = us[x]! * px;
    shifted[x] = xs[x]! - px;
  }
  const parts = Array.from({ length: 4 }, () => new Float64Array(width));
  const above = field().over(xs, true);
  const aboveShifted = field().over(shifted, true);
  // What keeps nothing from row to row serves for both rows.
  const below = shared ? above : field().over(xs, true);
  const belowShifted = shared ? aboveShifted : field().over(shifted, true);
  return (out, y, rows) => {
    for (let row = 0; row < rows; row++) {
      const t = (y + row) / (height - 1);
      const ny = t * py;
      above(parts[0]!, 0, ny);
      aboveShifted(parts[1]!, 0, ny);
      below(parts[2]!, 0, ny - py);
      belowShifted(parts[3]!, 0, ny - py);
      crossFade(out, row * width, us, t, parts[0]!, parts[1]!, parts[2]!, parts[3]!);
    }
  };
}

function crossFade(
  out: Float64Array,
  at: number,
  us: Float64Array,
  t: number,
  a: Float64Array,
  b: Float64Array,
  c: Float64Array,
  d: Float64Array,
): void {
  for (let x = 0; x < us.length; x++) {
    const u = us[x]!;
    const top = a[x]! + u * (b[x]! - a[x]!);
    const bottom = c[x]! + u * (d[x]! - c[x]!);
    out[at + x] = top + t * (bottom - top);
  }
}
