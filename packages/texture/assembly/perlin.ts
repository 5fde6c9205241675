/** Gradient noise; see `src/noise/perlin.ts`. */
import { cellOf, cellsOf, pairOf } from './lattice';

const GX: usize = memory.data<f64>([1, -1, 0, 0, 1, -1, 1, -1]);
const GY: usize = memory.data<f64>([0, 0, 1, -1, 1, 1, -1, -1]);

@inline
function fade(t: f64): f64 {
  return t * t * t * (t * (t * 6 - 15) + 10);
}

@inline
function fades(t: v128): v128 {
  const slope = f64x2.sub(f64x2.mul(t, f64x2.splat(6)), f64x2.splat(15));
  return f64x2.mul(f64x2.mul(f64x2.mul(t, t), t), f64x2.add(f64x2.mul(t, slope), f64x2.splat(10)));
}

@inline
function mix(a: v128, b: v128, t: v128): v128 {
  return f64x2.add(a, f64x2.mul(t, f64x2.sub(b, a)));
}

/** Bytes that {@link prepareColumns} writes for so many columns. */
export function columnsSize(count: i32): usize {
  return (<usize>((count + 1) & ~1) * 20 + 15) & ~15;
}

/**
 * Writes what is the same for all rows: where columns stand in their cells, what `fade` makes of that, and the cells.
 * Where their number is odd, there is one more.
 */
export function prepareColumns(to: usize, xs: usize, count: i32, frequency: f64): void {
  const size = <usize>((count + 1) & ~1) << 3;
  const scale = f64x2.splat(frequency);
  for (let at: usize = 0; at < size; at += 16) {
    const x = f64x2.mul(v128.load(xs + at), scale);
    const cells = cellsOf(x);
    const place = f64x2.sub(x, f64x2.convert_low_i32x4_s(cells));
    v128.store(to + at, place);
    v128.store(to + size + at, fades(place));
    v128.store64_lane(to + 2 * size + (at >> 1), cells, 0);
  }
}

/**
 * Adds a row; where the number of columns is odd, what lies behind it is written as well.
 *
 * @param columns by {@link prepareColumns}
 */
export function addPerlinRow(out: usize, columns: usize, count: i32, y: f64, amplitude: f64, p: usize): void {
  const j = cellOf(y);
  const fy = f64x2.splat(y - <f64>j);
  const fy1 = f64x2.splat(y - <f64>j - 1);
  const v = f64x2.splat(fade(y - <f64>j));
  const above = p + load<u8>(p + (j & 255));
  const below = p + load<u8>(p + ((j + 1) & 255));
  const weight = f64x2.splat(amplitude);
  const size = <usize>((count + 1) & ~1) << 3;
  const cells = columns + 2 * size;
  let known: i64 = 0;
  let first = true;
  // Gradients of the corners, along x and, times the place in the cell, along y.
  let g00 = f64x2.splat(0);
  let g10 = g00;
  let g01 = g00;
  let g11 = g00;
  let c00 = g00;
  let c10 = g00;
  let c01 = g00;
  let c11 = g00;
  for (let at: usize = 0; at < size; at += 16) {
    const both = load<i64>(cells + (at >> 1));
    if (both != known || first) {
      known = both;
      first = false;
      const a0 = <usize>(both & 255);
      const a1 = <usize>((<i32>both + 1) & 255);
      const b0 = <usize>((both >> 32) & 255);
      const b1 = <usize>(((both >> 32) + 1) & 255);
      const a00 = load<u8>(above + a0) & 7;
      const b00 = load<u8>(above + b0) & 7;
      const a10 = load<u8>(above + a1) & 7;
      const b10 = load<u8>(above + b1) & 7;
      const a01 = load<u8>(below + a0) & 7;
      const b01 = load<u8>(below + b0) & 7;
      const a11 = load<u8>(below + a1) & 7;
      const b11 = load<u8>(below + b1) & 7;
      g00 = pairOf(GX, a00, b00);
      g10 = pairOf(GX, a10, b10);
      g01 = pairOf(GX, a01, b01);
      g11 = pairOf(GX, a11, b11);
      c00 = f64x2.mul(pairOf(GY, a00, b00), fy);
      c10 = f64x2.mul(pairOf(GY, a10, b10), fy);
      c01 = f64x2.mul(pairOf(GY, a01, b01), fy1);
      c11 = f64x2.mul(pairOf(GY, a11, b11), fy1);
    }
    const fx = v128.load(columns + at);
    const fx1 = f64x2.sub(fx, f64x2.splat(1));
    const u = v128.load(columns + size + at);
    const n00 = f64x2.add(f64x2.mul(g00, fx), c00);
    const n10 = f64x2.add(f64x2.mul(g10, fx1), c10);
    const n01 = f64x2.add(f64x2.mul(g01, fx), c01);
    const n11 = f64x2.add(f64x2.mul(g11, fx1), c11);
    const value = mix(mix(n00, n10, u), mix(n01, n11, u), v);
    v128.store(out + at, f64x2.add(v128.load(out + at), f64x2.mul(value, weight)));
  }
}
