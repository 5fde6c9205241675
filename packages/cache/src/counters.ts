/** What happened since the last reset, in numbers. */
export interface Counters {
  readonly hits: number;
  readonly misses: number;
  readonly stores: number;
  readonly corruptions: number;
  readonly nondeterminism: number;
  /** Sum of the generation times that hits saved, in milliseconds. */
  readonly saved_ms: number;
}

export const NO_COUNTS: Counters = {
  hits: 0,
  misses: 0,
  stores: 0,
  corruptions: 0,
  nondeterminism: 0,
  saved_ms: 0,
};

const NAMES = Object.keys(NO_COUNTS) as (keyof Counters)[];

/** The sum, member by member; what is not a finite number counts as nothing. */
export function addCounts(a: Counters, b: Partial<Counters>): Counters {
  const sum: Record<keyof Counters, number> = { ...a };
  for (const name of NAMES) sum[name] += Number.isFinite(b[name]) ? (b[name] as number) : 0;
  return sum;
}
