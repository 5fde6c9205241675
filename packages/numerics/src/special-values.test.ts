import { expect, test } from 'vitest';
import * as exported from './index.ts';

const numerics = { ...exported };

const inf = Number.POSITIVE_INFINITY;
const nan = Number.NaN;
const big = Number.MAX_VALUE;
const tiny = Number.MIN_VALUE;
const PI = Math.PI;

/** Arguments and exact results, after ECMA-262, 21.3.2 and 6.1.6.1.3. */
const UNARY: Record<string, [x: number, y: number][]> = {
  sin: [
    [nan, nan],
    [inf, nan],
    [-inf, nan],
    [0, 0],
    [-0, -0],
    [tiny, tiny],
    [-tiny, -tiny],
  ],
  cos: [
    [nan, nan],
    [inf, nan],
    [-inf, nan],
    [0, 1],
    [-0, 1],
    [tiny, 1],
  ],
  tan: [
    [nan, nan],
    [inf, nan],
    [-inf, nan],
    [0, 0],
    [-0, -0],
    [tiny, tiny],
  ],
  asin: [
    [nan, nan],
    [1.0000000000000002, nan],
    [-inf, nan],
    [0, 0],
    [-0, -0],
    [1, PI / 2],
    [-1, -PI / 2],
    [tiny, tiny],
  ],
  acos: [
    [nan, nan],
    [1.0000000000000002, nan],
    [-inf, nan],
    [1, 0],
    [-1, PI],
    [0, PI / 2],
    [-0, PI / 2],
  ],
  atan: [
    [nan, nan],
    [inf, PI / 2],
    [-inf, -PI / 2],
    [0, 0],
    [-0, -0],
    [tiny, tiny],
    [big, PI / 2],
  ],
  exp: [
    [nan, nan],
    [inf, inf],
    [-inf, 0],
    [0, 1],
    [-0, 1],
    [710, inf],
    [-746, 0],
    [tiny, 1],
    [-745.1332191019412, 0],
    [-745.1332191019411, tiny],
  ],
  exp2: [
    [nan, nan],
    [inf, inf],
    [-inf, 0],
    [0, 1],
    [-0, 1],
    [10, 1024],
    [-1074, tiny],
    [-1075, 0],
    [1023, 2 ** 1023],
    [1024, inf],
    [big, inf],
    [-big, 0],
  ],
  expm1: [
    [nan, nan],
    [inf, inf],
    [-inf, -1],
    [0, 0],
    [-0, -0],
    [tiny, tiny],
    [-100, -1],
    [710, inf],
  ],
  log: [
    [nan, nan],
    [inf, inf],
    [-inf, nan],
    [-1, nan],
    [-tiny, nan],
    [0, -inf],
    [-0, -inf],
    [1, 0],
  ],
  log2: [
    [nan, nan],
    [inf, inf],
    [-inf, nan],
    [-1, nan],
    [0, -inf],
    [-0, -inf],
    [1, 0],
    [8, 3],
    [tiny, -1074],
    [2 ** 1023, 1023],
  ],
  log10: [
    [nan, nan],
    [inf, inf],
    [-inf, nan],
    [-1, nan],
    [0, -inf],
    [-0, -inf],
    [1, 0],
    [1000, 3],
    [1e22, 22],
  ],
  log1p: [
    [nan, nan],
    [inf, inf],
    [-inf, nan],
    [-1, -inf],
    [-1.5, nan],
    [0, 0],
    [-0, -0],
    [tiny, tiny],
  ],
  cbrt: [
    [nan, nan],
    [inf, inf],
    [-inf, -inf],
    [0, 0],
    [-0, -0],
    [27, 3],
    [-8, -2],
    [tiny * 8, Math.cbrt(tiny * 8)],
    [1e300, 1e100],
  ],
  sinh: [
    [nan, nan],
    [inf, inf],
    [-inf, -inf],
    [0, 0],
    [-0, -0],
    [tiny, tiny],
    [711, inf],
    [-711, -inf],
  ],
  cosh: [
    [nan, nan],
    [inf, inf],
    [-inf, inf],
    [0, 1],
    [-0, 1],
    [711, inf],
    [-711, inf],
  ],
  tanh: [
    [nan, nan],
    [inf, 1],
    [-inf, -1],
    [0, 0],
    [-0, -0],
    [tiny, tiny],
    [40, 1],
    [-big, -1],
  ],
  dbToGain: [
    [nan, nan],
    [inf, inf],
    [-inf, 0],
    [0, 1],
    [-0, 1],
    [20, 10],
    [-20, 0.1],
    [60, 1000],
    [big, inf],
    [-big, 0],
  ],
  gainToDb: [
    [nan, nan],
    [inf, inf],
    [-1, nan],
    [0, -inf],
    [-0, -inf],
    [1, 0],
    [10, 20],
    [1000, 60],
  ],
};

test.each(Object.entries(UNARY))('%s has its special values', (name, table) => {
  const fn = numerics[name as 'sin'];
  for (const [x, want] of table) expect(fn(x), `${name}(${x})`).toBe(want);
});

const SPECIAL = [
  nan,
  inf,
  -inf,
  0,
  -0,
  1,
  -1,
  2,
  -2,
  3,
  -3,
  0.5,
  -0.5,
  big,
  -big,
  tiny,
  -tiny,
  2 ** 53,
  2 ** 53 - 1,
  1 - 2 ** -53,
  -(2 ** 64),
];

test('pow has every special value of Number::exponentiate', () => {
  for (const x of SPECIAL) {
    for (const y of SPECIAL) {
      const want = x ** y;
      const got = numerics.pow(x, y);
      if (Number.isFinite(want) && want !== 0)
        expect(Math.abs(got - want) <= Math.abs(want) * 2.3e-16, `pow(${x}, ${y})`).toBe(true);
      else expect(got, `pow(${x}, ${y})`).toBe(want);
    }
  }
  expect(numerics.pow(1, inf)).toBe(nan);
  expect(numerics.pow(-1, -inf)).toBe(nan);
  expect(numerics.pow(1, nan)).toBe(nan);
  expect(numerics.pow(nan, 0)).toBe(1);
  expect(numerics.pow(-8, 1 / 3)).toBe(nan);
});

test('pow is exact where the result is an integer power that fits', () => {
  for (let x = -12; x <= 12; x++) {
    let want = 1;
    for (let y = 0; y <= 14; y++, want *= x) expect(numerics.pow(x, y), `pow(${x}, ${y})`).toBe(want);
  }
});

test('atan2 has every special value of Math.atan2', () => {
  for (const y of SPECIAL) {
    for (const x of SPECIAL) {
      const want = Math.atan2(y, x);
      const got = numerics.atan2(y, x);
      if (Number.isFinite(want) && want !== 0)
        expect(Math.abs(got - want) <= Math.abs(want) * 2.3e-16 + tiny, `atan2(${y}, ${x})`).toBe(true);
      else expect(got, `atan2(${y}, ${x})`).toBe(want);
    }
  }
});
