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

/** Adds a row; where the number of columns is odd, what lies behind it is written as well. */
export function addPerlinRow(out: usize, xs: usize, count: i32, frequency: f64, y: f64, amplitude: f64, p: usize): void {
  const j = cellOf(y);
  const fy = f64x2.splat(y - <f64>j);
  const fy1 = f64x2.splat(y - <f64>j - 1);
  const v = f64x2.splat(fade(y - <f64>j));
  const above = p + load<u8>(p + (j & 255));
  const below = p + load<u8>(p + ((j + 1) & 255));
  const scale = f64x2.splat(frequency);
  const weight = f64x2.splat(amplitude);
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
  for (const end = xs + (<usize>count << 3); xs < end; xs += 16, out += 16) {
    const x = f64x2.mul(v128.load(xs), scale);
    const cells = cellsOf(x);
    const both = i64x2.extract_lane(cells, 0);
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
    const fx = f64x2.sub(x, f64x2.convert_low_i32x4_s(cells));
    const fx1 = f64x2.sub(fx, f64x2.splat(1));
    const u = fades(fx);
    const n00 = f64x2.add(f64x2.mul(g00, fx), c00);
    const n10 = f64x2.add(f64x2.mul(g10, fx1), c10);
    const n01 = f64x2.add(f64x2.mul(g01, fx), c01);
    const n11 = f64x2.add(f64x2.mul(g11, fx1), c11);
    const value = mix(mix(n00, n10, u), mix(n01, n11, u), v);
    v128.store(out, f64x2.add(v128.load(out), f64x2.mul(value, weight)));
  }
}
