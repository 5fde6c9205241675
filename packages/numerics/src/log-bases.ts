/** Logarithms to other bases, with errors below 0.52 ulp: the natural logarithm times 1 / ln(base) in two parts. */

import { scaledLog } from './log.ts';

/** The logarithm to base 2, exact for powers of two; NaN below zero. */
export function log2(x: number): number {
  return scaledLog(x, 1.4426950216293335, 1.9259629911266175e-8);
}

/** The logarithm to base 10, exact for powers of ten; NaN below zero. */
export function log10(x: number): number {
  return scaledLog(x, 0.4342944771051407, 4.798111141615973e-9);
}

/** The level in decibels of an amplitude factor, 20 log10(gain); 0 gives -Infinity, a negative factor NaN. */
export function gainToDb(gain: number): number {
  return scaledLog(gain, 8.685889482498169, 1.555668676077101e-7);
}
