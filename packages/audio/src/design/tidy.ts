/** Significant digits of every number that is made here: more than ears can tell, few enough to read. */
const DIGITS = 6;

/** A number with few digits; exactly the same on every engine (ECMA-262, `Number.prototype.toPrecision`). */
export function tidy(value: number): number {
  return Number(value.toPrecision(DIGITS));
}
