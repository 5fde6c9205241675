/** The plain way: every pixel by itself, every operation over the whole picture. */

type Point = (n: number, m: number) => number;

/** Operations on single pixels of the nodes `n` and `m`. */
export const PLAIN_POINTS: Readonly<Record<string, Point>> = {
  invert: (n) => 1 - n,
  clamp: (n) => Math.min(Math.max(n, 0.2), 0.8),
  add: (n, m) => n + m,
  multiply: (n, m) => n * m,
  lerp: (n, m) => n * (1 - m) + m * m,
  threshold: (n) => (n >= 0.5 ? 1 : 0),
  blend_screen: (n, m) => 1 - (1 - n) * (1 - m),
  blend_overlay: (n, m) => (n < 0.5 ? 2 * n * m : 1 - 2 * (1 - n) * (1 - m)),
  blend_soft_light: (n, m) => (1 - 2 * m) * n * n + 2 * m * n,
  blend_difference: (n, m) => Math.abs(n - m),
};

export function applyPlain(point: Point, n: Float64Array, m: Float64Array): Float64Array {
  const out = new Float64Array(n.length);
  for (let k = 0; k < out.length; k++) out[k] = point(n[k]!, m[k]!);
  return out;
}

/** The extreme of the whole square, asked for at every pixel. */
export function plainExtreme(
  n: Float64Array,
  side: number,
  radius: number,
  better: (a: number, b: number) => boolean,
): Float64Array {
  const out = new Float64Array(n.length);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      let best = n[y * side + x]!;
      for (let j = -radius; j <= radius; j++) {
        for (let i = -radius; i <= radius; i++) {
          const v = n[((y + j + side) % side) * side + ((x + i + side) % side)]!;
          if (better(v, best)) best = v;
        }
      }
      out[y * side + x] = best;
    }
  }
  return out;
}

/** A step of reaction and diffusion over a square that closes, each neighbour looked for by itself. */
export function plainReaction(a: Float64Array, b: Float64Array, side: number): [Float64Array, Float64Array] {
  const [nextA, nextB] = [new Float64Array(a.length), new Float64Array(b.length)];
  const at = (f: Float64Array, x: number, y: number) => f[((y + side) % side) * side + ((x + side) % side)]!;
  const around = (f: Float64Array, x: number, y: number) =>
    (at(f, x - 1, y) + at(f, x + 1, y) + at(f, x, y - 1) + at(f, x, y + 1)) * 0.2 +
    (at(f, x - 1, y - 1) + at(f, x + 1, y - 1) + at(f, x - 1, y + 1) + at(f, x + 1, y + 1)) * 0.05 -
    at(f, x, y);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const k = y * side + x;
      const reaction = a[k]! * b[k]! * b[k]!;
      nextA[k] = Math.min(Math.max(a[k]! + 1.0 * around(a, x, y) - reaction + 0.055 * (1 - a[k]!), 0), 1);
      nextB[k] = Math.min(Math.max(b[k]! + 0.5 * around(b, x, y) + reaction - 0.117 * b[k]!, 0), 1);
    }
  }
  return [nextA, nextB];
}
