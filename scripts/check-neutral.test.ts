import { expect, test } from 'vitest';
import { checkSource, neutralFiles, type Rule } from './check-neutral.ts';

const rules = (text: string) => checkSource('x.ts', text).map((f) => f.rule);

const FORBIDDEN: Record<Rule, string[]> = {
  'host-math': [
    ...'sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh atanh exp expm1 log log2 log10 log1p pow cbrt hypot'
      .split(' ')
      .map((name) => `export const y = Math.${name}(x);`),
    "Math['sin'](1);",
    'Math[`cos`](1);',
    'Math[name](1);',
    'const { sin } = Math;',
    'const { log: ln } = Math;',
    "const { 'pow': p } = Math;",
    'const { ...all } = Math;',
    '[1].map(Math.sin);',
    'const M = Math;',
    'f(Math);',
    '({ ...Math });',
    '(Math).exp(1);',
    '(Math as any).exp(1);',
    'Math!.exp(1);',
    'Math?.exp(1);',
    'globalThis.Math.exp(1);',
    "globalThis['Math'].exp(1);",
    'const { Math: { exp } } = globalThis;',
    'const { Math: M } = globalThis;',
    'export { Math };',
    'const o = { Math };',
    'export default Math;',
    'function f(g = Math.sin) {}',
    'class A { f = Math.tanh; }',
  ],
  'exponent-operator': ['x = 2 ** 3;', 'x **= 2;', 'const y = `$' + '{a ** b}`;'],
  date: [
    'new Date();',
    'Date.now();',
    'Date();',
    "Date['now']();",
    'const { now } = Date;',
    'const D = Date;',
    'x instanceof Date;',
    'class A extends Date {}',
    'globalThis.Date.now();',
    'const { Date: D } = globalThis;',
    'f({ Date });',
    'type T = Date; const t: T = new Date();',
  ],
  random: [
    'Math.random();',
    "Math['random']();",
    'const { random } = Math;',
    'f(Math.random);',
    'crypto.getRandomValues(a);',
    'crypto.randomUUID();',
    'globalThis.crypto.randomUUID();',
    "crypto['randomUUID']();",
    'const { randomUUID } = crypto;',
    'const c = crypto;',
  ],
  locale: [
    'x.toLocaleString();',
    'x.toLocaleUpperCase();',
    'x.toLocaleLowerCase();',
    'x.toLocaleDateString();',
    'x.toLocaleTimeString();',
    'a.localeCompare(b);',
    "a['localeCompare'](b);",
    'a?.localeCompare(b);',
    'const { localeCompare } = "";',
    'new Intl.Collator();',
    'Intl.NumberFormat();',
    'const I = Intl;',
  ],
  'node-import': [
    "import fs from 'node:fs';",
    "import { join } from 'node:path';",
    "import type { Stats } from 'node:fs';",
    "import 'node:process';",
    "import fs from 'fs';",
    "import { readFile } from 'fs/promises';",
    "export * from 'node:fs';",
    "export { join } from 'path';",
    "await import('node:fs');",
    "import('fs');",
    "require('fs');",
    "require('node:fs');",
    "import fs = require('fs');",
    "type S = import('node:fs').Stats;",
    "let s: Array<import('fs').Stats>;",
  ],
  'node-global': [
    'Buffer.from(x);',
    'new Buffer(1);',
    'x instanceof Buffer;',
    'process.env.HOME;',
    'const { env } = process;',
    'globalThis.process.exit();',
    'typeof process;',
    'if (a) { const process = 1; } process.exit();',
    'function f() { var Buffer = 1; } Buffer.from(x);',
  ],
  performance: ['performance.now();', 'const p = performance;', 'globalThis.performance.now();'],
};

for (const [rule, sources] of Object.entries(FORBIDDEN)) {
  test.each(sources)(`${rule}: %s`, (source) => expect(rules(source)).toContain(rule));
}

test.each([
  'Math.floor(x) + Math.sqrt(2) * Math.PI + Math.imul(a, b) + Math.fround(c);',
  'const { floor, max: most } = Math;',
  "Math['abs'](x);",
  'logger.log(1); this.sin(x); numerics.pow(2, 3); console.log(x);',
  "import { sin, exp } from '@speccade/numerics'; sin(exp(1));",
  'class A { log() {} random() {} Date = 1; process() {} }',
  'const o = { Date: 1, Buffer: 2, sin: 3, performance: 4, process() {} }; o.Date; o.Buffer; o.process(); o.performance;',
  'let t: Date; function f(d: Date): Date | undefined { return d; } type T = { at: Date; math: typeof Math };',
  'interface Clock extends Date {} let b: Buffer; let m: Map<string, Date>;',
  '// Math.sin(x) ** 2, new Date(), Buffer\n/* process.exit() */',
  'const s = "Math.sin(1) ** 2 and new Date()"; const u = `Math.random() $' + '{s} process`;',
  'function f(process: string, { performance }: O, ...Buffer: number[]) { return process + performance + Buffer; }',
  'const f = (Date: number) => Date + 1;',
  "import { Buffer, process } from './own.ts'; Buffer(process);",
  'try {} catch (process) { f(process); }',
  'for (const performance of list) f(performance);',
  'const process = 1; { f(process); }',
  'x * 2; a *= 3; function* g() { yield* h(); }',
  'crypto.subtle.digest("SHA-256", x);',
  "import x from './fs.ts'; import y from '@speccade/cache/fs'; import z from 'fflate';",
  'process: for (;;) break process;',
  'export { Date } from "./calendar.ts";',
  'a.localeCompareExact(b); toLocale(x);',
])('passes: %s', (source) => expect(checkSource('x.ts', source)).toEqual([]));

test('a finding names file, line, column and rule', () => {
  expect(checkSource('packages/a/src/x.ts', 'const a = 1;\nconst b = Math.sin(a);\n')).toEqual([
    {
      file: 'packages/a/src/x.ts',
      line: 2,
      column: 11,
      rule: 'host-math',
      message: 'Math.sin differs between engines; use @speccade/numerics',
    },
  ]);
});

test('sources of packages are checked, tests and what meets a host are not', () => {
  const files = neutralFiles(new URL('..', import.meta.url).pathname);
  expect(files).toContain('packages/numerics/src/index.ts');
  expect(
    files.filter((f) => f.endsWith('.test.ts') || f.startsWith('packages/cache/src/fs/') || f.includes('/host/')),
  ).toEqual([]);
});
