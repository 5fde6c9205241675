/** How much a composition may ask for, whatever the budget profile says. */

/** Cells of the result of any expression, and of a pattern. */
export const MAX_CELLS = 50_000;
/** Rows that one `at` names. */
export const MAX_POSITIONS = 50_000;
/** Nesting of expressions, references included. */
export const MAX_DEPTH = 64;
/** Bytes of a hit pattern or of a mini-notation. */
export const MAX_TEXT_BYTES = 100_000;
/** Steps of a Euclidean rhythm. */
export const MAX_EUCLID_STEPS = 100_000;
/** Cells and positions that all expressions of a song may visit together: a few seconds of work. */
export const MAX_WORK = 20_000_000;
