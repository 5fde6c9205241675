/** How speeds are measured: best of several rounds, ours and the plain way in turn, in one process. */

export const RATE = 44100;
export const LENGTH = 1 << 18;
const ROUNDS = 7;

/** Fills or changes a signal. */
export type Work = (x: Float64Array) => void;

/** Samples (frames, where there are two channels) per second, ours beside the plain way. */
export interface Speed {
  readonly name: string;
  readonly ours: number;
  readonly plain?: number | undefined;
}

export function speedOf(name: string, ours: number, plain?: number): Speed {
  return { name, ours, plain };
}

/** Samples per second of the best round; `prepare` makes the work of one. */
export function best(samples: number, prepare: () => () => void): number {
  let fastest = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) fastest = Math.min(fastest, seconds(prepare()));
  return samples / fastest;
}

function seconds(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

export function compare(name: string, ours: Work, plain: Work): Speed {
  const x = new Float64Array(LENGTH).fill(0.1);
  let [a, b] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < ROUNDS; round++) {
    a = Math.min(
      a,
      seconds(() => ours(x)),
    );
    b = Math.min(
      b,
      seconds(() => plain(x)),
    );
  }
  return speedOf(name, LENGTH / a, LENGTH / b);
}

/** Throws for what is missing, so that new things are measured too. */
export function requireAll(names: readonly string[], measured: readonly string[]): void {
  const missing = names.filter((name) => !measured.includes(name));
  if (missing.length > 0) throw new Error(`not measured: ${missing.join(', ')}`);
}
