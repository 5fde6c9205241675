/** Numbers from measurements as integers, once, where facts are made: rules have no fractions. */

import { toInt } from './int.ts';
import type { Int } from './value.ts';

/**
 * `x * scale` rounded half to even, from the exact binary value of `x`: no product of floating point is rounded before.
 *
 * @param scale units of the fact per unit of `x`, an integer from 1.
 * @returns undefined for what is not finite, which makes no fact.
 * @throws RuleError E_INT_OVERFLOW outside of 64 bits; RangeError for `scale`.
 */
export function toFixedPoint(x: number, scale: number): Int | undefined {
  if (!Number.isSafeInteger(scale) || scale < 1) throw new RangeError('scale must be an integer from 1');
  if (!Number.isFinite(x)) return undefined;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const exponent = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xf_ffff_ffff_ffffn;
  // IEEE 754, 3.4: subnormals have no leading bit and the exponent of the smallest normal number.
  const significand = exponent === 0 ? fraction : fraction | (1n << 52n);
  const shift = BigInt((exponent === 0 ? 1 : exponent) - 1075);
  const product = significand * BigInt(scale);
  const magnitude = shift >= 0n ? product << shift : roundHalfEven(product, 1n << -shift);
  return toInt(bits >> 63n === 1n ? -magnitude : magnitude);
}

function roundHalfEven(product: bigint, divisor: bigint): bigint {
  const quotient = product / divisor;
  const twice = (product % divisor) * 2n;
  if (twice < divisor || (twice === divisor && quotient % 2n === 0n)) return quotient;
  return quotient + 1n;
}
