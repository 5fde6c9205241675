import { MAX_SEED } from '@speccade/spec';

/** Throws `RangeError` for a number that is no seed. */
export function checkSeed(seed: number): void {
  if (seed >>> 0 !== seed) throw new RangeError(`seed must be a whole number in 0 to ${MAX_SEED}, got ${seed}`);
}
