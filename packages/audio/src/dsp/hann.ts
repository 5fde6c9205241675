import { cosTurns } from './sine.ts';

/** The first `count` samples of a periodic Hann window of `size` samples. */
export function hannStart(count: number, size: number): Float64Array {
  return Float64Array.from({ length: count }, (_, k) => 0.5 * (1 - cosTurns(k / size)));
}
