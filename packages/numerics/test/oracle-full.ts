/**
 * The long run: a million points per function against the oracle, some minutes.
 *
 *     node packages/numerics/test/oracle-full.ts [points per function] [function ...]
 */

import { FUNCTIONS, measure } from './measure.ts';

const [count = '1000000', ...names] = process.argv.slice(2);

console.log('function     points   max ulp  at');
for (const name of FUNCTIONS.filter((f) => names.length === 0 || names.includes(f))) {
  const { points, ulp, at } = measure(name, Number(count), 20261);
  console.log(`${name.padEnd(10)} ${String(points).padStart(8)}  ${ulp.toFixed(5)}  ${at.join(', ')}`);
}
