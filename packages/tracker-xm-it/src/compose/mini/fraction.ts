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
  const divisor = divisorOf(top, bottom);
  return { top: top / divisor, bottom: bottom / divisor };
}

/** The greatest common divisor of an integer and one above 0. */
function divisorOf(top: number, bottom: number): number {
  let a = Math.abs(top);
  let b = bottom;
  while (b > 0) [a, b] = [b, a % b];
  return a;
}

export function add(a: Fraction, b: Fraction): Fraction {
  const shared = divisorOf(a.bottom, b.bottom);
  const left = b.bottom / shared;
  return fraction(a.top * left + b.top * (a.bottom / shared), a.bottom * left);
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  const first = divisorOf(a.top, b.bottom);
  const second = divisorOf(b.top, a.bottom);
  return fraction((a.top / first) * (b.top / second), (a.bottom / second) * (b.bottom / first));
}

/** Whether `a` comes before `b`. */
export function less(a: Fraction, b: Fraction): boolean {
  return a.top * b.bottom < b.top * a.bottom;
}
