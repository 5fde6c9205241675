/**
 * The judge of this package: every elementary function in fixed-point BigInt arithmetic, about 130 significant bits.
 *
 * It shares no code, table or polynomial with `src`. Host functions (`Math.log` and friends) appear only as starting
 * guesses of Newton-like steps whose result does not depend on the guess. `oracle.test.ts` holds it against literals
 * of 40 decimal digits that were computed with mpmath.
 */

/** The value m * 2^e. */
export interface BigFloat {
  m: bigint;
  e: number;
}

/** Fractional bits of the fixed-point numbers. */
const P = 192;
const BITS = BigInt(P);
const ONE = 1n << BITS;

const view = new DataView(new ArrayBuffer(8));

/** The exact value of a finite double. */
export function exact(x: number): BigFloat {
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const m = biased === 0 ? fraction : fraction | 0x10000000000000n;
  return { m: bits >> 63n ? -m : m, e: Math.max(biased, 1) - 1075 };
}

const shift = (m: bigint, by: number) => (by >= 0 ? m << BigInt(by) : m >> BigInt(-by));
const mul = (a: bigint, b: bigint) => (a * b) >> BITS;
const div = (a: bigint, b: bigint) => (a << BITS) / b;
const abs = (a: bigint) => (a < 0n ? -a : a);
const bitLength = (a: bigint) => abs(a).toString(16).length * 4;

/** The nearest-below fixed-point number of m * 2^e. */
const fixedOf = (v: BigFloat) => shift(v.m, v.e + P);
export const fixed = (x: number) => fixedOf(exact(x));
const float = (m: bigint, e = 0): BigFloat => ({ m, e: e - P });

function atanInverse(n: bigint, bits: bigint): bigint {
  let sum = 0n;
  let term = (1n << bits) / n;
  for (let k = 1n, sign = 1n; term !== 0n; k += 2n, sign = -sign, term /= n * n) sum += (sign * term) / k;
  return sum;
}

/** Pi to `bits` fractional bits (Machin's formula). */
function piTo(bits: number): bigint {
  const guarded = BigInt(bits + 32);
  return (16n * atanInverse(5n, guarded) - 4n * atanInverse(239n, guarded)) >> 32n;
}

function ln2To(bits: number): bigint {
  const guarded = BigInt(bits + 32);
  const one = 1n << guarded;
  let sum = 0n;
  for (let k = 1n, power = one / 3n; power !== 0n; k += 2n, power /= 9n) sum += (2n * power) / k;
  return sum >> 32n;
}

const WIDE = P + 1120;
const HALF_PI_WIDE = piTo(WIDE) >> 1n;
export const PI = piTo(P);
export const LN2 = ln2To(P);

/** exp of a fixed-point number, as a fixed-point mantissa in [0.7, 1.5) and a power of two. */
function expParts(x: bigint): { m: bigint; k: number } {
  const k = (x + (LN2 >> 1n)) / LN2 - (x + (LN2 >> 1n) < 0n ? 1n : 0n);
  const r = (x - k * LN2) >> 8n;
  let sum = ONE;
  let term = ONE;
  for (let n = 1n; term !== 0n && n < 40n; n++) {
    term = mul(term, r) / n;
    sum += term;
  }
  for (let i = 0; i < 8; i++) sum = mul(sum, sum);
  return { m: sum, k: Number(k) };
}

const expFixed = (x: bigint) => {
  const { m, k } = expParts(x);
  return shift(m, k);
};

/** ln of a fixed-point number in about [0.5, 2]. */
function logNear1(z: bigint): bigint {
  const guess = fixed(Math.log(Number(z >> (BITS - 60n)) / 2 ** 60));
  const q = div(z, expFixed(guess)) - ONE;
  const q2 = mul(q, q);
  return guess + q - q2 / 2n + mul(q2, q) / 3n - mul(q2, q2) / 4n;
}

export const LN10 = 3n * LN2 + logNear1(div(10n, 8n));

/** ln of m * 2^e, fixed point. */
function logFixed(v: BigFloat): bigint {
  const length = v.m.toString(2).length;
  if (v.e === 1 - length && v.m === 1n << BigInt(length - 1)) return 0n;
  return logNear1(shift(v.m, P - length)) + BigInt(v.e + length) * LN2;
}

/** sin and cos of a fixed-point number in [0, pi/2]. */
function sincosReduced(r: bigint): [bigint, bigint] {
  const r2 = mul(r, r);
  let s = r;
  let c = ONE;
  let ts = r;
  let tc = ONE;
  for (let n = 1n; tc !== 0n && n < 60n; n++) {
    tc = -mul(tc, r2) / ((2n * n - 1n) * 2n * n);
    ts = -mul(ts, r2) / (2n * n * (2n * n + 1n));
    s += ts;
    c += tc;
  }
  return [s, c];
}

function sincos(v: BigFloat): [bigint, bigint] {
  const wide = v.e > 0 ? WIDE : P + 64;
  const half = HALF_PI_WIDE >> BigInt(WIDE - wide);
  const scaled = shift(v.m, v.e + wide);
  let q = scaled / half;
  if (scaled - q * half < 0n) q -= 1n;
  const [s, c] = sincosReduced((scaled - q * half) >> BigInt(wide - P));
  const quadrant = Number(((q % 4n) + 4n) % 4n);
  return quadrant === 0 ? [s, c] : quadrant === 1 ? [c, -s] : quadrant === 2 ? [-s, -c] : [-c, s];
}

function sqrtInteger(n: bigint): bigint {
  if (n < 2n) return n;
  let x = 1n << BigInt((bitLength(n) >> 1) + 1);
  for (;;) {
    const y = (x + n / x) >> 1n;
    if (y >= x) return x;
    x = y;
  }
}

/** The angle of (c, s), fixed point, any common scale; in (-pi, pi]. */
function angle(s: bigint, c: bigint): bigint {
  if (abs(s) > abs(c)) return (s > 0n ? PI : -PI) / 2n - ratioAngle(c, s);
  const base = ratioAngle(s, c);
  return c > 0n ? base : s < 0n ? base - PI : base + PI;
}

/** atan(a / b) for |a| <= |b|, relative precision kept for small ratios. */
function ratioAngle(a: bigint, b: bigint): bigint {
  const t = div(a, b);
  const guess = fixed(Math.atan(Number(t >> (BITS - 60n)) / 2 ** 60));
  const [s, c] = sincos(float(guess));
  const d = div(mul(t, c) - s, c + mul(t, s));
  const d2 = mul(d, d);
  return guess + d - mul(d2, d) / 3n;
}

const TINY = 2 ** -30;

/** x * (c0 + c1 x + c2 x^2 ...), each coefficient a ratio [numerator, denominator]; for |x| < 2^-30. */
function series(x: number, ...coefficients: [bigint, bigint][]): BigFloat {
  const v = exact(x);
  let sum = 0n;
  let power = ONE;
  const f = fixedOf(v);
  for (const [a, b] of coefficients) {
    sum += (power * a) / b;
    power = mul(power, f);
  }
  return { m: sum * v.m, e: v.e - P };
}

const small = (x: number) => Math.abs(x) < TINY;
const scaled = (v: { m: bigint; k: number }) => float(v.m, v.k);

/** m * 2^e of two numbers' sum, exact. */
function add(a: BigFloat, b: BigFloat): BigFloat {
  const e = Math.min(a.e, b.e);
  return { m: shift(a.m, a.e - e) + shift(b.m, b.e - e), e };
}

const neg = (a: BigFloat): BigFloat => ({ m: -a.m, e: a.e });
const ONE_F: BigFloat = { m: 1n, e: 0 };

function divFloat(a: BigFloat, b: BigFloat): BigFloat {
  const up = Math.max(0, 200 + bitLength(b.m) - bitLength(a.m));
  return { m: (a.m << BigInt(up)) / b.m, e: a.e - b.e - up };
}

/** Drops bits below `bits` significant ones, so that exact sums of far apart numbers stay cheap. */
function trim(v: BigFloat, bits = 260): BigFloat {
  const extra = bitLength(v.m) - bits;
  return extra > 0 ? { m: v.m >> BigInt(extra), e: v.e + extra } : v;
}

const clampExp = (x: number) => Math.max(-3000, Math.min(3000, x));
const expOf = (x: number) =>
  small(x) ? add(ONE_F, series(x, [1n, 1n], [1n, 2n], [1n, 6n])) : scaled(expParts(fixed(clampExp(x))));

/** The exact value of every exported function for finite arguments inside its domain (zero and special values excepted). */
export const ORACLE = {
  sin: (x: number) =>
    small(x) ? series(x, [1n, 1n], [0n, 1n], [-1n, 6n], [0n, 1n], [1n, 120n]) : float(sincos(exact(x))[0]),
  cos: (x: number) => (small(x) ? float(ONE - mul(fixed(x), fixed(x)) / 2n) : float(sincos(exact(x))[1])),
  tan(x: number): BigFloat {
    if (small(x)) return series(x, [1n, 1n], [0n, 1n], [1n, 3n], [0n, 1n], [2n, 15n]);
    const [s, c] = sincos(exact(x));
    return divFloat(float(s), float(c));
  },
  asin(x: number): BigFloat {
    if (small(x)) return series(x, [1n, 1n], [0n, 1n], [1n, 6n], [0n, 1n], [3n, 40n]);
    return float(angle(fixed(x), sqrtInteger((ONE - fixed(x)) * (ONE + fixed(x)))));
  },
  acos: (x: number) => float(angle(sqrtInteger((ONE - fixed(x)) * (ONE + fixed(x))), fixed(x))),
  atan(x: number): BigFloat {
    if (small(x)) return series(x, [1n, 1n], [0n, 1n], [-1n, 3n], [0n, 1n], [1n, 5n]);
    return float(Math.abs(x) > 1e30 ? (x > 0 ? PI / 2n : -PI / 2n) - div(ONE, fixed(x)) : angle(fixed(x), ONE));
  },
  atan2(y: number, x: number): BigFloat {
    const q = divFloat(exact(y), exact(x));
    const top = bitLength(q.m) + q.e;
    if (top < -40) {
      if (x > 0) return { m: q.m * (ONE - mul(fixedOf(q), fixedOf(q)) / 3n), e: q.e - P };
      return float((y > 0 ? PI : -PI) + fixedOf(q));
    }
    if (top > 100) return float((y > 0 ? PI : -PI) / 2n - fixedOf(divFloat(exact(x), exact(y))));
    const t = fixedOf(q);
    return float(x > 0 ? angle(t, ONE) : angle(-t, -ONE));
  },
  exp: expOf,
  exp2(x: number): BigFloat {
    const k = Math.floor(clampExp(x));
    if (small(x)) return float(ONE + mul(fixed(x), LN2) + mul(mul(fixed(x), LN2), mul(fixed(x), LN2)) / 2n);
    const { m, k: extra } = expParts(mul(fixed(clampExp(x)) - BigInt(k) * ONE, LN2));
    return float(m, k + extra);
  },
  dbToGain: (x: number) => scaled(expParts(mul(fixed(Math.max(-20000, Math.min(20000, x))), LN10) / 20n)),
  expm1: (x: number) =>
    small(x)
      ? series(x, [1n, 1n], [1n, 2n], [1n, 6n], [1n, 24n], [1n, 120n])
      : trim(add(expOf(Math.max(x, -200)), { m: -1n, e: 0 })),
  log: (x: number) => float(logFixed(exact(x))),
  log2: (x: number) => float(div(logFixed(exact(x)), LN2)),
  log10: (x: number) => float(div(logFixed(exact(x)), LN10)),
  gainToDb: (x: number) => float(div(20n * logFixed(exact(x)), LN10)),
  log1p: (x: number) =>
    small(x)
      ? series(x, [1n, 1n], [-1n, 2n], [1n, 3n], [-1n, 4n], [1n, 5n])
      : float(logFixed(trim(add(ONE_F, exact(x)), 1300))),
  pow(x: number, y: number): BigFloat {
    const v = exact(y);
    const product = shift(logFixed(exact(Math.abs(x))) * v.m, v.e);
    const limit = 3000n * ONE;
    const result = scaled(expParts(product > limit ? limit : product < -limit ? -limit : product));
    return x < 0 && y % 2 !== 0 ? neg(result) : result;
  },
  cbrt(x: number): BigFloat {
    const { m, e } = exact(Math.abs(x));
    const up = 600 + ((((e - 600) % 3) + 3) % 3);
    const n = m << BigInt(up);
    let root = 1n << BigInt(Math.ceil(bitLength(n) / 3) + 1);
    for (;;) {
      const next = (2n * root + n / (root * root)) / 3n;
      if (next >= root) break;
      root = next;
    }
    return { m: x < 0 ? -root : root, e: (e - up) / 3 };
  },
  sinh(x: number): BigFloat {
    if (small(x)) return series(x, [1n, 1n], [0n, 1n], [1n, 6n], [0n, 1n], [1n, 120n]);
    const sum = add(expOf(x), neg(expOf(-x)));
    return trim({ m: sum.m, e: sum.e - 1 });
  },
  cosh(x: number): BigFloat {
    const sum = add(expOf(x), expOf(-x));
    return trim({ m: sum.m, e: sum.e - 1 });
  },
  tanh(x: number): BigFloat {
    if (small(x)) return series(x, [1n, 1n], [0n, 1n], [-1n, 3n], [0n, 1n], [2n, 15n]);
    const e = ORACLE.expm1(2 * Math.min(Math.abs(x), 100));
    const q = divFloat(e, add(e, { m: 2n, e: 0 }));
    return x < 0 ? neg(q) : q;
  },
};

/** How far `got` lies from `want`, in units of the last place of the double format at `want`. */
export function ulpError(got: number, want: BigFloat): number {
  if (Number.isNaN(got)) return Number.POSITIVE_INFINITY;
  if (want.m === 0n) return got === 0 ? 0 : Number.POSITIVE_INFINITY;
  const top = abs(want.m).toString(2).length + want.e - 1;
  const limit = want.m > 0n ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  if (top >= 1024 && got === limit) return 0;
  if (top >= 1025) return Number.POSITIVE_INFINITY;
  const ulp = Math.min(Math.max(top, -1022), 1023) - 52;
  const value = Number.isFinite(got) ? exact(got) : { m: got > 0 ? 1n : -1n, e: 1024 };
  if (want.e < -2600) return Math.abs(got) / 2 ** -1074;
  const difference = add(value, neg(want));
  return Number(shift(abs(difference.m), difference.e - ulp + 40)) / 2 ** 40;
}

/** The double nearest to `v` (half away from zero; good enough for tables of irrational numbers) and what is left. */
export function round(v: BigFloat): [number, BigFloat] {
  const length = abs(v.m).toString(2).length;
  if (v.m === 0n) return [0, v];
  const drop = Math.max(0, length - 53);
  const m = drop ? (abs(v.m) + (1n << BigInt(drop - 1))) >> BigInt(drop) : abs(v.m);
  const value = (v.m < 0n ? -1 : 1) * Number(m) * 2 ** (v.e + drop);
  return [value, add(v, neg(exact(value)))];
}
