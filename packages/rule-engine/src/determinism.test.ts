import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as admission from './admission.ts';
import * as budget from './budget.ts';
import * as builtins from './builtins.ts';
import { inspectFunctionForbidden, inspectSource } from './determinism.ts';
import * as engine from './engine.ts';
import * as gate from './policy-gate.ts';
import * as state from './rules/state.ts';

/** A function whose text is exactly this. */
const functionOf = (text: string): (() => unknown) => new Function(`return (${text})`)();

describe('inspectFunctionForbidden', () => {
  it.each<[string, string[]]>([
    ['() => Math.floor(1)', ['Math']],
    ['() => Date.now()', ['Date']],
    ['() => new Date()', ['Date']],
    ['async () => await fetch("x")', ['async', 'await', 'fetch']],
    ['() => crypto.getRandomValues(x)', ['crypto', 'getRandomValues']],
    ['() => x.random()', ['random']],
    ['() => 1.5', ['float literal']],
    ['() => .5 + 1e3 + 1.', ['float literal']],
    ['() => a.toLocaleUpperCase()', ['toLocaleUpperCase']],
    ['() => a.localeCompare(b)', ['localeCompare']],
    ['() => a.sort()', ['.sort()']],
    ['() => setTimeout(f, 1)', ['setTimeout']],
    ['() => process.env', ['process']],
    ['() => require("x")', ['require']],
    ['() => import("x")', ['import']],
    ['() => eval("1")', ['eval']],
    ['() => new Function("x")', ['Function']],
    ['() => globalThis[x]', ['globalThis']],
    ['() => NaN + Infinity', ['NaN', 'Infinity']],
    ['() => `$' + '{Math.PI}`', ['Math']],
    ['() => `a$' + '{`b$' + '{Date}`}c`', ['Date']],
    ['() => a / b / Math.PI', ['Math']],
    ['class A { #x = 1; y() { return new WeakRef(this.#x); } }', ['WeakRef']],
  ])('finds what is forbidden in %s', (source, wanted) => {
    expect(inspectFunctionForbidden(functionOf(source))).toEqual(wanted);
  });

  it.each([
    '() => "Math.PI and Date.now()"',
    "() => 'Math'",
    '() => `Math.PI`',
    '() => { /* Math.PI */ return 1; // Date\n }',
    '() => /Math.PI|[/]Date/.test(x)',
    '() => 1 + 10n + 0x1e5 + 1_000',
    '() => a.sort((x, y) => x - y)',
    '() => [...a, a[0].b, a?.b]',
    '() => ({ require: 1 }).require',
    '() => `a$' + '{ { b: "}" } }Math`',
    '() => a.mathematics + dated',
  ])('finds nothing in %s', (source) => {
    expect(inspectFunctionForbidden(functionOf(source))).toEqual([]);
  });

  it('refuses what has no text', () => {
    expect(inspectFunctionForbidden(Math.sin)).toEqual(['<native>']);
    expect(inspectFunctionForbidden((() => 1).bind(null))).toEqual(['<native>']);
    const liar = Object.assign(() => Math.PI, { toString: () => '() => 1' });
    expect(inspectFunctionForbidden(liar)).toEqual(['Math']);
    expect(() => inspectFunctionForbidden('x' as never)).toThrow(TypeError);
  });
});

describe('the package', () => {
  it('is clean in every function and class that its core exports', () => {
    let count = 0;
    for (const module of [admission, budget, builtins, engine, gate, state]) {
      for (const [name, value] of Object.entries(module)) {
        if (typeof value !== 'function') continue;
        count++;
        expect([name, ...inspectFunctionForbidden(value as () => unknown)]).toEqual([name]);
      }
    }
    for (const { name, apply } of builtins.BUILTINS.values()) {
      count++;
      expect([name, ...inspectFunctionForbidden(apply)]).toEqual([name]);
    }
    expect(count).toBeGreaterThan(40);
  });

  it('is clean in every line of its sources', () => {
    const root = new URL('.', import.meta.url);
    const files = globSync('**/*.ts', { cwd: root }).filter((file) => !file.endsWith('.test.ts'));
    expect(files.length).toBeGreaterThan(50);
    for (const file of files) {
      expect([file, ...inspectSource(readFileSync(new URL(file, root), 'utf8'))]).toEqual([file]);
    }
  });
});
