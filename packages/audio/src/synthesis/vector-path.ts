import type { SweepCurve, Synthesis } from '@speccade/spec/kinds/audio_v1';

type Vector = Extract<Synthesis, { type: 'vector' }>;

const unit = (v: number) => Math.min(Math.max(v, 0), 1);

const SHAPES: Readonly<Record<SweepCurve, (u: number) => number>> = {
  linear: (u) => u,
  exponential: (u) => 1 - (1 - u) * (1 - u),
  logarithmic: (u) => u * u,
};

/** Writes the places of the samples `[start, end)` to `xs[0..]` and `ys[0..]`; calls come in order. */
export type VectorPath = (xs: Float64Array, ys: Float64Array, start: number, end: number) => void;

/**
 * The way through the square: from point to point, each reached after its own duration, with the first one held for
 * its. A loop jumps from the last to the first. Without points it stays where it is.
 */
export function createVectorPath(synthesis: Vector, sampleRate: number): VectorPath {
  const points = synthesis.path.map(({ x, y, duration }) => ({
    x: unit(x),
    y: unit(y),
    duration: Math.max(duration, 0),
  }));
  const total = points.reduce((sum, { duration }) => sum + duration, 0);
  if (points.length === 0 || !(total > 0)) {
    const x = points[0]?.x ?? unit(synthesis.position_x);
    const y = points[0]?.y ?? unit(synthesis.position_y);
    return (xs, ys) => {
      xs.fill(x);
      ys.fill(y);
    };
  }
  const shape = SHAPES[synthesis.path_curve];
  const dt = 1 / sampleRate;
  let at = 0;
  let from = 0;
  return (xs, ys, start, end) => {
    for (let i = start; i < end; i++) {
      const t = i * dt;
      const time = synthesis.path_loop && t > total ? t % total : Math.min(t, total);
      if (time < from) {
        at = 0;
        from = 0;
      }
      while (at < points.length - 1 && time > from + points[at]!.duration) from += points[at++]!.duration;
      const { x, y, duration } = points[at]!;
      const before = points[Math.max(at - 1, 0)]!;
      const u = duration > 0 ? shape(Math.min((time - from) / duration, 1)) : 1;
      xs[i - start] = before.x + (x - before.x) * u;
      ys[i - start] = before.y + (y - before.y) * u;
    }
  };
}
