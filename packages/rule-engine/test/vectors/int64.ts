/** Arithmetic at the edges of 64 bits, with results from bigint formulas that share nothing with the engine. */
import { fails, type Row } from './language.ts';

const MIN = -(2n ** 63n);
const MAX = 2n ** 63n - 1n;
const EDGES = [MIN, MIN + 1n, -(2n ** 53n), -(2n ** 53n) + 1n, -3n, -1n, 0n, 1n, 2n, 2n ** 53n - 1n, 2n ** 53n, MAX];

type Formula = (a: bigint, b: bigint) => bigint | string;

const zero = (b: bigint) => b === 0n;
const abs = (a: bigint) => (a < 0n ? -a : a);
const floor = (a: bigint, b: bigint) => (a - (((a % b) + b) % b)) / b;

const BINARY: Readonly<Record<string, Formula>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => (zero(b) ? 'E_DIV_BY_ZERO' : a / b),
  '%': (a, b) => (zero(b) ? 'E_DIV_BY_ZERO' : a % b),
};

const CALLS: Readonly<Record<string, readonly [cost: number, formula: Formula]>> = {
  floor_div: [2, (a, b) => (zero(b) ? 'E_DIV_BY_ZERO' : floor(a, b))],
  ceil_div: [2, (a, b) => (zero(b) ? 'E_DIV_BY_ZERO' : -floor(-a, b))],
  mod: [2, (a, b) => (zero(b) ? 'E_DIV_BY_ZERO' : a - b * floor(a, b))],
  gcd: [
    16,
    (a, b) => {
      let [x, y] = [abs(a), abs(b)];
      while (y > 0n) [x, y] = [y, x % y];
      return x;
    },
  ],
};

const expected = (result: bigint | string): unknown => {
  if (typeof result === 'string') return fails(result);
  if (result < MIN || result > MAX) return fails('E_INT_OVERFLOW');
  return abs(result) < 2n ** 53n ? Number(result) : result;
};

export function int64Rows(): Row[] {
  const rows: Row[] = [];
  for (const a of EDGES) {
    for (const b of EDGES) {
      for (const [op, formula] of Object.entries(BINARY)) rows.push([`${a} ${op} ${b}`, expected(formula(a, b)), 1]);
      for (const [name, [cost, formula]] of Object.entries(CALLS)) {
        rows.push([`${name}(${a}, ${b})`, expected(formula(a, b)), cost]);
      }
      rows.push([`${a} < ${b}`, a < b, 1], [`${a} == ${b}`, a === b, 1]);
    }
  }
  return rows;
}
