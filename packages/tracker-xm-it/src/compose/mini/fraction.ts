/** Exact places in a cycle. */

/** `top / bottom` in lowest terms, `bottom` above 0. */
export interface Fraction {
  readonly top: number;
  readonly bottom: number;
}

/** Thrown where a fraction has more digits than a number can hold. */
export class TooFine extends Error {}

export const ZERO: Fraction = { top: 0, bottom: 1 };
export const ONE: Fraction = { top: 1, bottom: 1 };

/** Throws {@link TooFine}. */
export function fraction(top: number, bottom: number): Fraction {
  if (!(Number.isSafeInteger(top) && Number.isSafeInteger(bottom))) throw new TooFine();
  let a = Math.abs(top);
  let b = bottom;
  while (b > 0) [a, b] = [b, a % b];
  const divisor = a || 1;
  return { top: top / divisor, bottom: bottom / divisor };
}

export function add(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.top, a.bottom * b.bottom);
}

/** Whether `a` comes before `b`. */
export function less(a: Fraction, b: Fraction): boolean {
  return a.top * b.bottom < b.top * a.bottom;
}
