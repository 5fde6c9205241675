import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPath, parsePath } from './issue.ts';
import { locateAll } from './locate.ts';
import { MAX_JSON_DEPTH, readJson } from './reader.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('reading JSON', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        fc.pre(!json.includes('"__proto__"'));
        const read = readJson(json);
        expect(read.ok && read.value).toEqual(JSON.parse(json));
      }),
      { numRuns: 500 },
    );
  });

  it('gives one located issue for any text that JSON.parse refuses, and never throws', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.string({ maxLength: 3 }), (json, at, junk) => {
        const text = json.slice(0, at % (json.length + 1)) + junk + json.slice((at + 1) % (json.length + 1));
        const read = readJson(text);
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        if (!valid) expect(read.ok).toBe(false);
        if (!read.ok)
          expect(read.issues[0]).toMatchObject({
            code: 'CLI_003',
            line: expect.any(Number),
            column: expect.any(Number),
          });
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['', 'the file is empty', 1, 1],
    ['  \n ', 'the file is empty', 2, 2],
    ['{"a": 1,}', 'expected a key in double quotes', 1, 9],
    ['{"a" 1}', 'expected ":"', 1, 6],
    ['{\n  "a": 1\n  "b": 2\n}', 'expected "," or "}"', 3, 3],
    ['[1, 2', 'expected "," or "]", found the end of the file', 1, 6],
    ['[01]', 'expected "," or "]"', 1, 3],
    ['[1.]', 'expected "," or "]"', 1, 3],
    ['[-]', 'expected digits', 1, 2],
    ['[1e999]', 'beyond the range', 1, 2],
    ['["abc', 'the string has no end', 1, 2],
    ['["a\tb"]', 'control character', 1, 4],
    ['["\\x"]', 'unknown escape', 1, 3],
    ['["\\u12g4"]', 'four hexadecimal digits', 1, 3],
    ['["\\ud800"]', 'lone surrogate', 1, 2],
    ['nul', 'expected a value', 1, 1],
    ['{} {}', 'after the end', 1, 4],
    ['{"__proto__": {"polluted": 1}}', '"__proto__" is not allowed', 1, 2],
    ['NaN', 'expected a value', 1, 1],
    ["{'a': 1}", 'expected a key in double quotes', 1, 2],
  ])('%j: %s', (text, message, line, column) => {
    const read = readJson(text);
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.issues).toHaveLength(1);
    expect(read.issues[0]!.message).toContain(message);
    expect([read.issues[0]!.line, read.issues[0]!.column]).toEqual([line, column]);
  });

  it('refuses bytes that are not UTF-8 and drops a byte-order mark', () => {
    expect(readJson(Uint8Array.of(0x22, 0xff, 0x22))).toMatchObject({
      ok: false,
      issues: [{ message: expect.stringContaining('UTF-8') }],
    });
    expect(readJson(bytes('\ufeff{"a":1}'))).toMatchObject({ ok: true, value: { a: 1 } });
  });

  it('refuses nesting beyond its limit without overflowing', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(readJson(nested(MAX_JSON_DEPTH)).ok).toBe(true);
    expect(readJson(nested(MAX_JSON_DEPTH + 1))).toMatchObject({
      ok: false,
      issues: [{ message: expect.stringContaining('nested deeper') }],
    });
    expect(readJson('['.repeat(1_000_000)).ok).toBe(false);
  });

  it('warns of repeated keys, and the last one counts', () => {
    const read = readJson('{"a": 1,\n "b": {"c": 1, "c": 2},\n "a": 3}');
    expect(read.ok && read.value).toEqual({ a: 3, b: { c: 2 } });
    expect(read.ok && read.warnings.map(({ code, path, line }) => [code, path, line])).toEqual([
      ['W005', 'b.c', 2],
      ['W005', 'a', 3],
    ]);
  });
});

describe('paths', () => {
  it('are read back as they were written', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat(), fc.string())), (steps) => {
        expect(parsePath(formatPath(steps))).toEqual(steps);
      }),
    );
  });

  it('are found in the text', () => {
    const text = '{\n  "a": [1, {"b": 2}],\n  "c d": "x,}]\\"",\n  "e": 3\n}';
    const places = locateAll(text, [
      ['a'],
      ['a', 1, 'b'],
      ['a', 0],
      ['c d'],
      ['e'],
      ['missing'],
      ['a', 1, 'missing'],
      [],
    ]);
    expect(places.map(({ line, column }) => `${line}:${column}`)).toEqual([
      '2:3',
      '2:13',
      '2:9',
      '3:3',
      '4:3',
      '1:1',
      '2:12',
      '1:1',
    ]);
  });
});
