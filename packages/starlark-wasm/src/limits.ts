/** What one evaluation may use. Every limit ends it with the error code `limit`. */
export interface Limits {
  /** Steps of the interpreter. */
  readonly steps: number;
  /** Frames of Starlark calls, the top level of the file included. */
  readonly callDepth: number;
  /** Wall time in milliseconds. The interpreter looks at the clock between steps: one long step is not interrupted. */
  readonly milliseconds: number;
  /** Length of each source, in bytes of UTF-8. */
  readonly sourceBytes: number;
  /** Levels of the syntax tree: long chains of operators and deep blocks. */
  readonly treeDepth: number;
  /** Lists and dicts inside each other, in the result and in what builtins get by value. */
  readonly valueDepth: number;
  /** Length of the result's JSON, and of all that is printed, in bytes each. */
  readonly outputBytes: number;
}

export const DEFAULT_LIMITS: Limits = {
  steps: 2_000_000,
  callDepth: 200,
  milliseconds: 5_000,
  sourceBytes: 1 << 20,
  treeDepth: 1_000,
  valueDepth: 200,
  outputBytes: 32 << 20,
};

/** Bytes that evaluations may take: a process stays below this and what it takes anyway, about 100 MB. */
export const MEMORY_MAXIMUM = 256 << 20;

/**
 * Size in bytes that the WebAssembly memory cannot outgrow: it is written in the module. The rest is for its code, and for
 * compiling that: 10 to 30 MB.
 */
export const MODULE_MEMORY = 232 << 20;

/** Merges limits into the defaults. Throws `RangeError` for what is no whole number above 0. */
export function completeLimits(limits: Partial<Limits> = {}): Limits {
  const complete: { -readonly [K in keyof Limits]: number } = { ...DEFAULT_LIMITS };
  for (const key of Object.keys(DEFAULT_LIMITS) as (keyof Limits)[]) {
    const value = limits[key];
    if (value === undefined) continue;
    if (!Number.isSafeInteger(value) || value < 1) throw new RangeError(`limits.${key} must be a whole number above 0`);
    complete[key] = value;
  }
  return complete;
}
