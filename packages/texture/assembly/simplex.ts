/** Simplex noise; see `src/noise/simplex.ts`. */
import { cellsOf, pairOf } from './lattice';

const F: f64 = 0.3660254037844386;
const G: f64 = 0.21132486540518713;
const GX: usize = memory.data<f64>([1, -1, 1, -1, 1, -1, 1, -1, 0, 0, 0, 0]);
const GY: usize = memory.data<f64>([1, 1, -1, -1, 0, 0, 0, 0, 1, -1, 1, -1]);

/** What a corner adds; the gradients `a` and `b` are those of the two points. */
@inline
function corner(x: v128, y: v128, a: usize, b: usize): v128 {
  const k = f64x2.sub(f64x2.sub(f64x2.splat(0.5), f64x2.mul(x, x)), f64x2.mul(y, y));
  const q = f64x2.mul(k, k);
  const slope = f64x2.add(f64x2.mul(pairOf(GX, a, b), x), f64x2.mul(pairOf(GY, a, b), y));
  return v128.and(f64x2.mul(f64x2.mul(q, q), slope), f64x2.ge(k, f64x2.splat(0)));
}

/**
 * Adds a row; where the number of columns is odd, what lies behind it is written as well.
 *
 * @param p the permutation, and its entries modulo 12 right behind it
 */
export function addSimplexRow(out: usize, xs: usize, count: i32, frequency: f64, y: f64, amplitude: f64, p: usize): void {
  const scale = f64x2.splat(frequency);
  const weight = f64x2.splat(amplitude);
  const ys = f64x2.splat(y);
  const one = f64x2.splat(1);
  const g1 = f64x2.splat(G);
  const g2 = f64x2.splat(2 * G);
  const gradients = p + 512;
  for (const end = xs + (<usize>count << 3); xs < end; xs += 16, out += 16) {
    const x = f64x2.mul(v128.load(xs), scale);
    const s = f64x2.mul(f64x2.add(x, ys), f64x2.splat(F));
    const i = cellsOf(f64x2.add(x, s));
    const j = cellsOf(f64x2.add(ys, s));
    const t = f64x2.mul(f64x2.convert_low_i32x4_s(i32x4.add(i, j)), g1);
    const x0 = f64x2.sub(x, f64x2.sub(f64x2.convert_low_i32x4_s(i), t));
    const y0 = f64x2.sub(ys, f64x2.sub(f64x2.convert_low_i32x4_s(j), t));
    const right = f64x2.gt(x0, y0);
    const i1 = v128.and(right, one);
    const x1 = f64x2.add(f64x2.sub(x0, i1), g1);
    const y1 = f64x2.add(f64x2.sub(y0, f64x2.sub(one, i1)), g1);
    const x2 = f64x2.add(f64x2.sub(x0, one), g2);
    const y2 = f64x2.add(f64x2.sub(y0, one), g2);
    const ra = <usize>(i64x2.extract_lane(right, 0) & 1);
    const rb = <usize>(i64x2.extract_lane(right, 1) & 1);
    const ia = gradients + (i32x4.extract_lane(i, 0) & 255);
    const ib = gradients + (i32x4.extract_lane(i, 1) & 255);
    const ja = p + (i32x4.extract_lane(j, 0) & 255);
    const jb = p + (i32x4.extract_lane(j, 1) & 255);
    // No corner of a point that is out of its reach counts; +0 changes no sum that began with +0.
    let sum = f64x2.add(f64x2.splat(0), corner(x0, y0, load<u8>(ia + load<u8>(ja)), load<u8>(ib + load<u8>(jb))));
    const a1 = load<u8>(ia + ra + load<u8>(ja + 1 - ra));
    const b1 = load<u8>(ib + rb + load<u8>(jb + 1 - rb));
    sum = f64x2.add(sum, corner(x1, y1, a1, b1));
    sum = f64x2.add(sum, corner(x2, y2, load<u8>(ia + 1 + load<u8>(ja + 1)), load<u8>(ib + 1 + load<u8>(jb + 1))));
    v128.store(out, f64x2.add(v128.load(out), f64x2.mul(f64x2.mul(f64x2.splat(70), sum), weight)));
  }
}
