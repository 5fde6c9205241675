/** Normals from heights; see `src/graph/normal-rows.ts`. */

/**
 * Writes red, green and blue of a row, each 0 to 1 and `plane` bytes after the last; where the width is odd, what lies
 * behind each is written as well. Rows of heights have one value more at either end.
 *
 * @param above @param here @param below where the rows begin, behind the value more
 * @param sobel whether all neighbours count, or those beside and below only
 */
export function writeNormals(
  out: usize,
  plane: usize,
  above: usize,
  here: usize,
  below: usize,
  width: i32,
  strengthX: f64,
  strengthY: f64,
  sobel: bool,
): void {
  const one = f64x2.splat(1);
  const half = f64x2.splat(0.5);
  const sx = f64x2.splat(strengthX);
  const sy = f64x2.splat(strengthY);
  for (const end = out + (<usize>width << 3); out < end; out += 16, above += 16, here += 16, below += 16) {
    let dx: v128;
    let dy: v128;
    if (sobel) {
      const right = column(above + 8, here + 8, below + 8);
      const left = column(above - 8, here - 8, below - 8);
      dx = f64x2.sub(right, left);
      dy = f64x2.sub(column(below - 8, below, below + 8), column(above - 8, above, above + 8));
    } else {
      dx = f64x2.sub(v128.load(here + 8), v128.load(here - 8));
      dy = f64x2.sub(v128.load(below), v128.load(above));
    }
    const gx = f64x2.mul(sx, dx);
    const gy = f64x2.mul(sy, dy);
    const length = f64x2.sqrt(f64x2.add(f64x2.add(f64x2.mul(gx, gx), f64x2.mul(gy, gy)), one));
    v128.store(out, f64x2.mul(f64x2.add(f64x2.div(f64x2.neg(gx), length), one), half));
    v128.store(out + plane, f64x2.mul(f64x2.add(f64x2.div(gy, length), one), half));
    v128.store(out + 2 * plane, f64x2.mul(f64x2.add(f64x2.div(one, length), one), half));
  }
}

/** A column or row of the operator: 1, 2, 1. */
@inline
function column(a: usize, b: usize, c: usize): v128 {
  return f64x2.add(f64x2.add(v128.load(a), f64x2.mul(f64x2.splat(2), v128.load(b))), v128.load(c));
}
