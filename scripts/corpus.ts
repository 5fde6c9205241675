/**
 * Runs a corpus of published specs and holds what comes out against measured facts: `pnpm corpus DIR [OUT]`, or the
 * folder in SPECCADE_CORPUS. Not part of the test suite; without a folder it says that it skipped. With
 * `--write-distances` it writes the distances between both modes of audio into docs/compatibility.md instead.
 *
 * DIR holds `specs/<name>.json`, `facts.jsonl` (one line per spec: what the reference implementation made of it) and
 * `other/` (files that look like specs and are not). When `../tools/compare.mjs` stands beside it, the likeness of all
 * outputs is judged by that too.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

interface Facts {
  readonly name: string;
  readonly kind: string | null;
  readonly evaluates: boolean;
  readonly validates: boolean;
  readonly generates: boolean;
  readonly spec_hash?: string;
  readonly errors: readonly (readonly [code: string, path: string | null])[];
  readonly outputs: readonly { readonly path: string; readonly sha256: string }[];
}

interface Row {
  specs: number;
  verdicts: number;
  hashes: number;
  generated: number;
  identical: number;
  notYet: number;
}

const cli = fileURLToPath(new URL('../apps/cli/dist/speccade.js', import.meta.url));
const { values: flags, positionals } = parseArgs({
  options: { 'write-distances': { type: 'boolean' } },
  allowPositionals: true,
});
const corpus = resolve(positionals[0] ?? process.env.SPECCADE_CORPUS ?? 'corpus');
if (!existsSync(join(corpus, 'facts.jsonl'))) {
  console.log(`skipped: there is no corpus in ${corpus}; name its folder, or set SPECCADE_CORPUS`);
  process.exit(0);
}
if (flags['write-distances']) {
  const { writeDistances } = await import('./corpus-distances.ts');
  console.log(`wrote the distances of ${writeDistances(corpus)} sounds`);
  process.exit(0);
}
const out = resolve(positionals[1] ?? mkdtempSync(join(tmpdir(), 'speccade-corpus-')));
const facts = readFileSync(join(corpus, 'facts.jsonl'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Facts);

function speccade(...args: string[]): {
  success: boolean;
  errors: { code: string; path?: string }[];
  result?: never;
  spec_hash?: string;
} {
  const run = spawnSync(process.execPath, [cli, ...args, '--json'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return JSON.parse(run.stdout);
}

const all = speccade(
  'generate-all',
  join(corpus, 'specs'),
  '-o',
  out,
  '--layout',
  'by-spec',
  '--compat',
  'reference',
  '--no-cache',
) as unknown as {
  result: { specs: { spec: string; success: boolean; errors?: { code: string }[] }[] };
};
const results = new Map(all.result.specs.map((spec) => [spec.spec.replace(/\.json$/, ''), spec]));

/** What a spec may still answer because its part is not there yet. */
const NOT_YET = new Set(['E013', 'AUDIO_009']);
const { readJson, specHash, validateDocument } = await import('../packages/spec/dist/index.js');

const rows = new Map<string, Row>();
const surprises: string[] = [];
/** What the reference could not make, through faults of its own. */
const more: string[] = [];
for (const fact of facts) {
  const file = join(corpus, 'specs', `${fact.name}.json`);
  if (!existsSync(file)) continue;
  const kind = fact.kind ?? '(no recipe)';
  const row = rows.get(kind) ?? { specs: 0, verdicts: 0, hashes: 0, generated: 0, identical: 0, notYet: 0 };
  rows.set(kind, row);
  row.specs++;
  const read = readJson(readFileSync(file));
  const verdict = read.ok ? await validateDocument(read.value, { text: read.text }) : undefined;
  if (verdict?.ok === fact.validates) row.verdicts++;
  else if (kind === 'audio_v1' || fact.validates)
    surprises.push(`${fact.name}: ${fact.validates ? 'should be' : 'should not be'} valid`);
  if (read.ok && specHash(read.value as Record<string, unknown>) === fact.spec_hash) row.hashes++;
  const result = results.get(fact.name);
  if (result?.success) {
    row.generated++;
    const same = fact.outputs.filter(({ path, sha256 }) => {
      const made = join(out, fact.name, path);
      return existsSync(made) && createHash('sha256').update(readFileSync(made)).digest('hex') === sha256;
    });
    // The picture's bytes depend on the deflate; the sound is what has to be the same.
    if (same.length > 0) row.identical++;
    if (!fact.generates) more.push(fact.name);
  } else if (result?.errors?.every(({ code }) => NOT_YET.has(code))) row.notYet++;
  else if (fact.generates) surprises.push(`${fact.name}: ${JSON.stringify(result?.errors?.slice(0, 2))}`);
}

const head = ['kind', 'specs', 'verdict as facts', 'hash as facts', 'generated', 'identical', 'not yet'];
const table = [
  head,
  ...[...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, row]) => [kind, ...Object.values(row).map(String)]),
];
const widths = head.map((_, column) => Math.max(...table.map((line) => line[column]!.length)));
for (const line of table)
  console.log(line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  '));

const others = existsSync(join(corpus, 'other'))
  ? readdirSync(join(corpus, 'other'), { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.json'))
  : [];
const accepted: string[] = [];
for (const name of others) {
  const read = readJson(readFileSync(join(corpus, 'other', name)));
  const verdict = read.ok ? await validateDocument(read.value, { forGeneration: true }) : undefined;
  if (verdict?.ok) accepted.push(name);
}
console.log(`\nfiles that are no specs: ${others.length - accepted.length} of ${others.length} refused`);
if (more.length > 0) console.log(`generated here and not by the reference: ${more.join(', ')}`);
for (const text of [...surprises, ...accepted.map((name) => `${name}: accepted`)]) console.log(`unexpected: ${text}`);

const compare = join(corpus, '../tools/compare.mjs');
if (existsSync(compare)) {
  const compared = spawnSync(process.execPath, [compare, '--json', out], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const { rows: judged } = JSON.parse(compared.stdout) as { rows: { fails: string[]; same?: boolean }[] };
  const made = judged.filter(({ fails }) => fails[0] !== 'missing');
  console.log(
    `likeness: of ${made.length} outputs ${made.filter(({ fails }) => fails.length === 0).length} are within the limits, ${made.filter(({ same }) => same).length} identical`,
  );
}
console.log(`outputs are in ${out}`);
process.exit(surprises.length + accepted.length > 0 ? 1 : 0);
