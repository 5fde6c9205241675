/** Cells of the lattice, and rows of numbers two at a time; see `src/noise/lattice.ts`. */

@inline
export function cellOf(x: f64): i32 {
  return x >= 0 ? <i32>x : <i32>x - 1;
}

/** The cells of two coordinates, in the first two of four lanes. */
@inline
export function cellsOf(x: v128): v128 {
  const below = f64x2.lt(x, f64x2.splat(0));
  const one = i8x16.shuffle(below, below, 0, 1, 2, 3, 8, 9, 10, 11, 0, 1, 2, 3, 8, 9, 10, 11);
  return i32x4.add(i32x4.trunc_sat_f64x2_s_zero(x), one);
}

/** Entries `a` and `b` of a table of numbers. */
@inline
export function pairOf(table: usize, a: usize, b: usize): v128 {
  return v128.load64_lane(table + (b << 3), v128.load64_zero(table + (a << 3)), 1);
}
