import { cosTurns } from './sine.ts';

/** The first `count` samples of a periodic Hann window of `size` samples. */
export function hannStart(count: number, size: number): Float64Array {
  const window = new Float64Array(count);
  for (let k = 0; k < count; k++) window[k] = 0.5 * (1 - cosTurns(k / size));
  return window;
}
