/**
 * The three limits of an evaluation.
 *
 * They decide which rules end in an error, so they are part of what a rule means: changing one of them is a semantic
 * change of the engine and MUST bump `ENGINE_VERSION` (versioning.ts) in the same commit. The version hash of a ruleset
 * has no limits among its inputs; they enter it through `ENGINE_VERSION`. `engine.lock.json` and its test enforce this.
 */

/** Integer operations of one rule; the 10,001st is refused. Changing it MUST bump `ENGINE_VERSION`. */
export const MAX_INTEGER_OPS = 10_000 as const;

/** Nesting of calls and macros; the 17th level is refused. Changing it MUST bump `ENGINE_VERSION`. */
export const MAX_CALL_DEPTH = 16 as const;

/** Arguments of one call; a ninth is refused. Changing it MUST bump `ENGINE_VERSION`. */
export const MAX_ARG_COUNT = 8 as const;

export interface BudgetLimits {
  readonly integer_ops: number;
  readonly call_depth: number;
  readonly arg_count: number;
}

/** Name of the limit that was crossed. */
export type BudgetCounter = keyof BudgetLimits;

/** What applies when a ruleset does not lower it. */
export const DEFAULT_LIMITS: BudgetLimits = Object.freeze({
  integer_ops: MAX_INTEGER_OPS,
  call_depth: MAX_CALL_DEPTH,
  arg_count: MAX_ARG_COUNT,
});

/**
 * The default limits with some of them lowered.
 *
 * @param limits each an integer from 0 to its default; absent ones keep the default.
 * @throws RangeError for a limit above its default, below 0, or not an integer.
 */
export function lowerLimits(limits: Partial<BudgetLimits> = {}): BudgetLimits {
  const lowered = { ...DEFAULT_LIMITS };
  for (const name of Object.keys(DEFAULT_LIMITS) as BudgetCounter[]) {
    const limit = limits[name];
    if (limit === undefined) continue;
    if (!Number.isSafeInteger(limit) || limit < 0 || limit > DEFAULT_LIMITS[name]) {
      throw new RangeError(`limit ${name} must be an integer from 0 to ${DEFAULT_LIMITS[name]}`);
    }
    lowered[name] = limit;
  }
  return Object.freeze(lowered);
}
