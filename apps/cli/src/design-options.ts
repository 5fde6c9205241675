/** Options that the commands which make specs share: seeds, counts and where specs go. */
import { MAX_SEED } from '@speccade/spec';
import { type Arguments, type OptionSpec, UsageError, wholeNumber } from './args.ts';

export const SEED_OPTION: OptionSpec = {
  type: 'string',
  value: '<n>',
  description: 'another seed, another result; the same seed, the same result (default 0)',
};

export const COUNT_OPTION: OptionSpec = {
  type: 'string',
  value: '<n>',
  description: 'make so many, from this seed on (default 1)',
};

export const SPEC_OUTPUT_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  output: {
    type: 'string',
    short: 'o',
    value: '<path>',
    description: 'a .json file, or a folder for <asset_id>.json (default standard output)',
  },
  force: { type: 'boolean', description: 'replace files that are there' },
};

/** More files at once are a mistake. */
const MOST = 1000;

/** A number of specs to make, at least `minimum`. */
export function countArgument(args: Arguments, name: string, minimum: number): number | undefined {
  const count = wholeNumber(args, name, minimum);
  if (count !== undefined && count > MOST) throw new UsageError(`--${name} must be at most ${MOST}, found ${count}`);
  return count;
}

/** `--seed`. */
export function seedArgument(args: Arguments): number {
  const seed = wholeNumber(args, 'seed', 0) ?? 0;
  if (seed > MAX_SEED) throw new UsageError(`--seed must be at most ${MAX_SEED}, found ${seed}`);
  return seed;
}

/** `--seed` and as many after it as `--count` says; after the last seed comes 0. */
export function seedsArgument(args: Arguments): number[] {
  const first = seedArgument(args);
  return Array.from({ length: countArgument(args, 'count', 1) ?? 1 }, (_, i) => (first + i) >>> 0);
}
