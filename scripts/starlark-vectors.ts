/**
 * Runs measured calls of the Starlark library and a corpus of `.star` files: `pnpm starlark-vectors DIR`, or the folder
 * in SPECCADE_CORPUS. Not part of the test suite; without a folder it says that it skipped.
 *
 * DIR holds `starlark-vectors.jsonl` (a call and the value or error code that is expected of it in each line) and `star/`
 * with the documents of the same names in `specs/`. Ints and floats are held apart, except in those documents. A vector that names a defect is
 * counted and binds nobody.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createEvaluator, LIBRARY } from '../packages/starlark/dist/index.js';
import { decodeJson, StarlarkFloat } from '../packages/starlark-wasm/dist/index.js';

interface Vector {
  readonly id: string;
  readonly function: string;
  readonly source: string;
  readonly prelude?: string;
  readonly wrap: boolean;
  readonly ok: boolean;
  readonly error?: { readonly code: string };
  readonly defect?: string;
}

const corpus = resolve(process.argv[2] ?? process.env.SPECCADE_CORPUS ?? 'corpus');
const file = join(corpus, 'starlark-vectors.jsonl');
if (!existsSync(file)) {
  console.log(`skipped: there are no vectors in ${corpus}; name their folder, or set SPECCADE_CORPUS`);
  process.exit(0);
}

/** One text per value, whatever the order of keys and the spelling of numbers. */
function canonical(value: unknown): string {
  if (value instanceof StarlarkFloat) return Object.is(value.value, -0) ? 'float -0' : `float ${value.value}`;
  if (typeof value === 'number') return Number.isInteger(value) ? `int ${value}` : `float ${value}`;
  if (typeof value === 'bigint') return `int ${value}`;
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const keys = Object.keys(value).sort();
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical((value as Record<string, unknown>)[key])}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/** Equal, where `"*"` in what is expected stands for any text. */
function agrees(found: string, expected: string): boolean {
  if (found === expected || !expected.includes('"*"')) return found === expected;
  const parts = expected.split('"*"').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('"(?:[^"\\\\]|\\\\.)*"')}$`).test(found);
}

/** Without white space, which results of the engine do not have. */
const compact = (json: string) => json.replace(/("(?:[^"\\]|\\.)*")|\s+/g, '$1');

const marked = (json: string) => decodeJson(compact(json), { wholeFloats: 'marked' }) as Record<string, unknown>;

/** The JSON text of the member `value`, which `JSON.parse` would not keep apart. */
function valueText(line: string): string | undefined {
  const at = line.indexOf('"ok": true, "value": ');
  if (at < 0) return undefined;
  const rest = line.slice(at + '"ok": true, "value": '.length);
  const end = rest.lastIndexOf(', "defect": ');
  return end >= 0 ? rest.slice(0, end) : rest.slice(0, -1);
}

const evaluator = createEvaluator({ limits: { steps: 2_000_000 } });
const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
const { wrapper } = JSON.parse(lines[0]!) as { wrapper: string };
const categories = new Map(LIBRARY.map(({ name, category }) => [name, category]));
const rows = new Map<string, number[]>();
const wrong: string[] = [];
const [PASSED, FAILED, DEFECTS] = [0, 1, 2];
const count = (category: string, column: number) => {
  const row = rows.get(category) ?? [0, 0, 0];
  rows.set(category, row);
  row[column]!++;
};

for (const line of lines.slice(1)) {
  const vector = JSON.parse(line) as Vector;
  const call = vector.wrap ? (vector.prelude ?? '') + wrapper.replace('CALL', () => vector.source) : vector.source;
  const result = await evaluator.evaluate({ filename: 'vector.star', source: call });
  const [issue] = result.ok ? [] : result.issues;
  let found: string;
  if (!result.ok) found = issue!.trace?.innerCode ?? issue!.code;
  else if (vector.wrap) {
    found = canonical((marked(result.json).recipe as { params: { v: unknown } }).params.v);
  } else found = canonical(marked(result.json));
  const text = valueText(line);
  const expected = vector.ok
    ? text === undefined
      ? undefined
      : canonical(decodeJson(compact(text), { wholeFloats: 'marked' }))
    : vector.error!.code;
  const category =
    categories.get(vector.function) ?? (vector.function === 'language' ? 'language' : 'functions not there yet');
  const same = expected === undefined ? result.ok : agrees(found, expected);
  count(category, same ? PASSED : vector.defect !== undefined ? DEFECTS : FAILED);
  if (!same && vector.defect === undefined && category !== 'functions not there yet') {
    wrong.push(`${vector.id}: expected ${expected}, found ${found}${issue ? ` (${issue.message})` : ''}`);
  }
}

for (const name of readdirSync(join(corpus, 'star'), { recursive: true }).map(String).sort()) {
  if (!name.endsWith('.star')) continue;
  const source = readFileSync(join(corpus, 'star', name), 'utf8');
  const twin = join(corpus, 'specs', name.replace(/\.star$/, '.json'));
  const result = await evaluator.evaluate({ filename: name, source });
  const there = existsSync(twin);
  if (!result.ok) {
    const isMissing = result.issues.some(({ message }) => message.includes('undefined'));
    count('files', there ? (isMissing ? DEFECTS : FAILED) : PASSED);
    if (there && !isMissing) wrong.push(`${name}: ${result.issues[0]!.message}`);
    continue;
  }
  // The corpus writes whole floats as ints.
  const same = there && canonical(JSON.parse(result.json)) === canonical(JSON.parse(readFileSync(twin, 'utf8')));
  count('files', same ? PASSED : FAILED);
  if (!same) wrong.push(`${name}: ${there ? 'another value' : 'evaluates, but has no document'}`);
}

console.log(
  `${'category'.padEnd(26)}${['as expected', 'otherwise', 'free'].map((head) => head.padStart(13)).join('')}`,
);
for (const [category, row] of [...rows].sort(([a], [b]) => (a < b ? -1 : 1))) {
  console.log(category.padEnd(26) + row.map((cell) => String(cell).padStart(13)).join(''));
}
for (const text of wrong) console.log(`unexpected: ${text}`);
process.exit(wrong.length > 0 ? 1 : 0);
