/**
 * Verified hits and stores of the cache on disk, against reading and copying the same bytes with nothing else done.
 * `node bench/cache.ts` needs the built packages.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CacheKey, keyFor } from '@speccade/cache';
import { openCache } from '@speccade/cache/fs';
import type { Report } from '@speccade/spec';
import { printRows, type Row } from './row.ts';

const SIZES = [
  { label: '4 KB', bytes: 4 << 10, entries: 1000 },
  { label: '100 KB', bytes: 100 << 10, entries: 500 },
  { label: '1 MB', bytes: 1 << 20, entries: 60 },
];

/** How often each entry is looked up. */
const ROUNDS = 5;
const HEX = '0123456789abcdef';

/** All rows. Takes a few seconds and about 150 MB of temporary files, which it removes. */
export async function run(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of SIZES) rows.push(...(await measure(size.label, size.bytes, size.entries)));
  return rows;
}

async function measure(label: string, bytes: number, entries: number): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cache-bench-'));
  try {
    const payloads = Array.from({ length: entries }, (_, i) => payload(bytes, i));
    const keys = payloads.map((_, i) => keyOf(i));
    const plain = (i: number): string => join(folder, `plain-${i}`);

    const cache = openCache({ root: join(folder, 'cache') });
    const stores = await compare(
      entries,
      (i) => cache.store(keys[i]!, report(i), [{ path: `sounds/a${i}.wav`, role: 'primary', data: payloads[i]! }]),
      (i) => writeFileSync(plain(i), payloads[i]!),
    );
    let hits = 0;
    const lookup = async (i: number): Promise<void> => {
      const hit = await cache.lookup(keys[i % entries]!);
      if (hit?.artifacts[0]?.data.length === bytes) hits++;
    };
    const lookups = await compare(entries * ROUNDS, lookup, (i) => readFileSync(plain(i % entries)).slice());
    if (hits !== entries * ROUNDS) throw new Error(`${hits} of ${entries * ROUNDS} lookups were hits`);
    await cache.close();
    return [
      { name: `cache: verified hits, ${label}`, ...lookups },
      { name: `cache: stores, ${label}`, ...stores },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Calls per second of both, taken in turns so that a busy disk or machine slows both alike. */
async function compare(
  count: number,
  ours: (i: number) => unknown,
  baseline: (i: number) => unknown,
): Promise<Omit<Row, 'name'>> {
  const spent = { ours: 0, baseline: 0 };
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    await baseline(i);
    const middle = performance.now();
    await ours(i);
    spent.baseline += middle - start;
    spent.ours += performance.now() - middle;
  }
  const [a, b] = [(count * 1000) / spent.ours, (count * 1000) / spent.baseline];
  return { ours: a, baseline: b, ratio: a / b, unit: '1/s' };
}

function keyOf(index: number): CacheKey {
  return keyFor({
    v: 2,
    asset: { id: `laser-${index}`, type: 'audio' },
    recipe: HEX[index % 16]!.repeat(64),
    seed: index,
    outputs: [{ kind: 'primary', format: 'wav', path: `sounds/a${index}.wav` }],
    backend: { id: 'audio', version: '1.0.0' },
    stdlib: null,
    budget: { name: 'default', sha256: 'b'.repeat(64) },
    inputs: [],
    options: {},
  });
}

function payload(bytes: number, seed: number): Uint8Array {
  const data = new Uint8Array(bytes);
  for (let i = 0, state = seed + 1; i < bytes; i++)
    data[i] = (state = (Math.imul(state, 1664525) + 1013904223) | 0) >>> 24;
  return data;
}

function report(seed: number): Report {
  return {
    report_version: 1,
    spec_hash: 'c'.repeat(64),
    asset_id: `laser-${seed}`,
    asset_type: 'audio',
    seed,
    recipe_kind: 'audio_v1',
    recipe_hash: 'd'.repeat(64),
    ok: true,
    errors: [],
    warnings: [],
    outputs: [{ kind: 'primary', format: 'wav', path: `sounds/a${seed}.wav`, hash: 'e'.repeat(64) }],
    duration_ms: 1,
    backend_version: 'audio 1.0.0',
    target_triple: 'any',
  };
}

if (import.meta.main) printRows('Cache against plain reads and writes', await run());
