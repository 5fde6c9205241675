/**
 * Signed distances from a point to plane figures, negative inside (the figures of I. Quilez, "2D distance functions",
 * written anew). Plain numbers in and out: these run once for every pixel.
 */

export function hypot(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}

export function circle(x: number, y: number, radius: number): number {
  return hypot(x, y) - radius;
}

/** An axis-parallel box around the origin, of half width `hw` and half height `hh`, its corners rounded by `radius`. */
export function box(x: number, y: number, hw: number, hh: number, radius = 0): number {
  const dx = Math.abs(x) - hw + radius;
  const dy = Math.abs(y) - hh + radius;
  const outside = hypot(Math.max(dx, 0), Math.max(dy, 0));
  return outside + Math.min(Math.max(dx, dy), 0) - radius;
}

/** The distance to the segment from a to b; no sign. */
export function segment(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const px = x - ax;
  const py = y - ay;
  const dx = bx - ax;
  const dy = by - ay;
  const length = dx * dx + dy * dy;
  const t = length > 0 ? Math.min(1, Math.max(0, (px * dx + py * dy) / length)) : 0;
  return hypot(px - dx * t, py - dy * t);
}

/** A closed polygon, its corners as x, y pairs; even-odd inside. */
export function polygon(x: number, y: number, points: ArrayLike<number>): number {
  let nearest = Infinity;
  let inside = false;
  const n = points.length;
  for (let i = 0, j = n - 2; i < n; j = i, i += 2) {
    const ax = points[i]!;
    const ay = points[i + 1]!;
    const bx = points[j]!;
    const by = points[j + 1]!;
    nearest = Math.min(nearest, segment(x, y, ax, ay, bx, by));
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside ? -nearest : nearest;
}

/** The distance to a polyline of x, y pairs; no sign. */
export function polyline(x: number, y: number, points: ArrayLike<number>): number {
  let nearest = Infinity;
  for (let i = 0; i + 3 < points.length; i += 2) {
    nearest = Math.min(nearest, segment(x, y, points[i]!, points[i + 1]!, points[i + 2]!, points[i + 3]!));
  }
  return nearest;
}

/** The share of a pixel that a straight edge at signed distance `d`, in pixels, leaves inside. */
export function coverage(d: number): number {
  return d <= -0.5 ? 1 : d >= 0.5 ? 0 : 0.5 - d;
}

/** From a at k = 0 to b at k = 1, exact at both. */
export function mix(a: number, b: number, k: number): number {
  return a * (1 - k) + b * k;
}
