/** A step of the Gray-Scott model; see `src/graph/reaction-diffusion.ts`. */

/** The sum of neighbours, weighted, less the place itself. */
@inline
function laplacian(at: usize, stride: usize): v128 {
  const up = at - stride;
  const down = at + stride;
  const sides = f64x2.add(
    f64x2.add(f64x2.add(v128.load(at - 8), v128.load(at + 8)), v128.load(up)),
    v128.load(down),
  );
  const corners = f64x2.add(
    f64x2.add(f64x2.add(v128.load(up - 8), v128.load(up + 8)), v128.load(down - 8)),
    v128.load(down + 8),
  );
  const around = f64x2.add(f64x2.mul(sides, f64x2.splat(0.2)), f64x2.mul(corners, f64x2.splat(0.05)));
  return f64x2.sub(around, v128.load(at));
}

/** Between 0 and 1; NaN is 0. */
@inline
function cut(v: v128): v128 {
  const one = f64x2.splat(1);
  return v128.and(v128.bitselect(v, one, f64x2.lt(v, one)), f64x2.gt(v, f64x2.splat(0)));
}

/**
 * One step of a field of `width` x `height` places with a border of one. Where the width is odd, the right border of the
 * next state is written as well.
 */
export function stepReaction(
  a: usize,
  b: usize,
  nextA: usize,
  nextB: usize,
  width: i32,
  height: i32,
  feed: f64,
  loss: f64,
  diffuseA: f64,
  diffuseB: f64,
  dt: f64,
): void {
  const stride = <usize>(width + 2) << 3;
  const one = f64x2.splat(1);
  const time = f64x2.splat(dt);
  const da = f64x2.splat(diffuseA);
  const db = f64x2.splat(diffuseB);
  const fed = f64x2.splat(feed);
  const lost = f64x2.splat(loss);
  for (let y = 1; y <= height; y++) {
    const from = <usize>y * stride + 8;
    for (let i = from, end = from + (<usize>width << 3); i < end; i += 16) {
      const va = v128.load(a + i);
      const vb = v128.load(b + i);
      const reaction = f64x2.mul(f64x2.mul(va, vb), vb);
      const gainA = f64x2.add(
        f64x2.sub(f64x2.mul(da, laplacian(a + i, stride)), reaction),
        f64x2.mul(fed, f64x2.sub(one, va)),
      );
      const gainB = f64x2.sub(
        f64x2.add(f64x2.mul(db, laplacian(b + i, stride)), reaction),
        f64x2.mul(lost, vb),
      );
      v128.store(nextA + i, cut(f64x2.add(va, f64x2.mul(time, gainA))));
      v128.store(nextB + i, cut(f64x2.add(vb, f64x2.mul(time, gainB))));
    }
  }
}
