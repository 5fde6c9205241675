import type { Cache } from '@speccade/cache';
import { SpeccadeError } from '@speccade/spec';
import { type Arguments, type OptionSpec, text, UsageError, wholeNumber } from '../args.ts';
import { cacheDir, openSettings } from '../cache-options.ts';
import type { Command } from '../command.ts';
import { clearFresh } from '../fresh.ts';
import { EXIT, type Io } from '../io.ts';
import { grouped, printJson, sizeText, table } from '../print.ts';

const DIR: Readonly<Record<string, OptionSpec>> = {
  'cache-dir': { type: 'string', value: '<dir>', description: 'where the cache is (default .speccade/cache)' },
};
const HOUR_MS = 3_600_000;

/** What a command of the cache has to say. */
interface Answer {
  readonly result: unknown;
  readonly text: string;
  /** Default true. */
  readonly success?: boolean;
}

/** Asks the cache and prints the answer. A cache that could not be used makes the command fail, whatever it says. */
async function withCache(
  args: Arguments,
  io: Io,
  mode: 'read' | 'rw',
  ask: (cache: Cache) => Promise<Answer>,
): Promise<number> {
  const cache = openSettings({ dir: cacheDir(args, io), mode, frozen: false }, io)!;
  const { result, text: words, success = true } = await ask(cache);
  await cache.close();
  const { problem } = cache;
  const ok = success && problem === null;
  if (args.values.json === true) {
    const errors = problem === null ? [] : [{ code: 'CLI_018', message: problem }];
    printJson({ success: ok, errors, warnings: [], result }, io);
  } else if (problem === null) io.out.write(words);
  return ok ? EXIT.ok : EXIT.invalid;
}

export const statsCommand: Command = {
  usage: { name: 'cache stats', summary: 'What the cache holds and how often it helped.', options: DIR },
  run: (args, io) =>
    withCache(args, io, 'read', async (cache) => {
      const stats = await cache.stats();
      const { counters, unreferenced } = stats;
      const rows: [string, string][] = [
        ['directory', cacheDir(args, io)],
        ['entries', grouped(stats.records)],
        ['files', grouped(stats.blobs)],
        ['size', sizeText(stats.bytes)],
        ['unreferenced', `${grouped(unreferenced.blobs)} files, ${sizeText(unreferenced.bytes)}`],
        ['quarantined', grouped(stats.quarantine)],
        ['hits', grouped(counters.hits)],
        ['misses', grouped(counters.misses)],
        ['stores', grouped(counters.stores)],
        ['corruptions', grouped(counters.corruptions)],
        ['time saved', `${(counters.saved_ms / 1000).toFixed(1)} s`],
      ];
      return { result: { directory: cacheDir(args, io), ...stats }, text: table(rows) };
    }),
};

export const listCommand: Command = {
  usage: { name: 'cache list', summary: 'The entries of the cache.', options: DIR },
  run: (args, io) =>
    withCache(args, io, 'read', async (cache) => {
      const entries = await cache.list();
      const rows = entries.map((entry) => [
        entry.key.slice(0, 16),
        entry.asset.id,
        entry.recipeKind ?? '',
        String(entry.files),
        sizeText(entry.bytes),
        entry.createdAt,
      ]);
      const head = ['key', 'asset', 'kind', 'files', 'size', 'created'];
      return { result: entries, text: entries.length === 0 ? 'the cache is empty\n' : table([head, ...rows], [3, 4]) };
    }),
};

export const showCommand: Command = {
  usage: {
    name: 'cache show',
    summary: 'One entry in full.',
    positionals: 'KEY',
    maxPositionals: 1,
    options: DIR,
    examples: [['speccade cache show 3bf47f67', 'the beginning of a key will do']],
  },
  run: (args, io) =>
    withCache(args, io, 'read', async (cache) => {
      const record = await cache.show(await fullKey(cache, args));
      if (!record) throw new SpeccadeError('CLI_018', 'the entry is damaged; "speccade cache verify --fix" removes it');
      return { result: record, text: `${JSON.stringify(record, null, 2)}\n` };
    }),
};

async function fullKey(cache: Cache, args: Arguments): Promise<string> {
  const [prefix] = args.positionals;
  if (prefix === undefined) throw new UsageError('no key is given');
  const found = (await cache.list()).filter((entry) => entry.key.startsWith(prefix.toLowerCase()));
  if (found.length === 1) return found[0]!.key;
  const message =
    found.length === 0 ? 'no entry has this key' : `${found.length} entries have keys that begin like this`;
  throw new SpeccadeError('CLI_018', `${message}: ${prefix}`);
}

export const verifyCommand: Command = {
  usage: {
    name: 'cache verify',
    summary: 'Check every byte of the cache against its hash.',
    options: { ...DIR, fix: { type: 'boolean', description: 'take damaged entries away' } },
  },
  run: (args, io) => {
    const fix = args.values.fix === true;
    return withCache(args, io, fix ? 'rw' : 'read', async (cache) => {
      const result = await cache.verify({ fix });
      const lines = result.problems.map((problem) => `${JSON.stringify(problem)}\n`).join('');
      const verdict =
        result.problems.length === 0 ? 'all intact' : `${result.problems.length} damaged${fix ? ', taken away' : ''}`;
      const counts = `${counted(result.records, 'entry')}, ${counted(result.blobs, 'file')}`;
      return { result, text: `${lines}${counts}: ${verdict}\n`, success: result.problems.length === 0 || fix };
    });
  },
};

export const gcCommand: Command = {
  usage: {
    name: 'cache gc',
    summary: 'Remove the entries that were not used for longest, down to a size.',
    options: {
      ...DIR,
      'max-bytes': {
        type: 'string',
        value: '<n>',
        description: 'size to get below (default: that of the cache, 5 GiB)',
      },
      'dry-run': { type: 'boolean', description: 'only say what would go' },
    },
  },
  run: (args, io) =>
    withCache(args, io, 'rw', async (cache) => {
      const dryRun = args.values['dry-run'] === true;
      const maxBytes = wholeNumber(args, 'max-bytes', 0);
      const result = await cache.gc({ dryRun, ...(maxBytes !== undefined && { maxBytes }) });
      const verb = dryRun ? 'would be removed' : 'removed';
      const text =
        result.skipped === 'locked'
          ? 'another process is at it\n'
          : `${counted(result.records.length, 'entry')} and ${counted(result.blobs.length, 'file')} ${verb}, ${sizeText(result.freed)}; ${sizeText(result.bytes)} left\n`;
      return { result, text };
    }),
};

export const clearCommand: Command = {
  usage: {
    name: 'cache clear',
    summary: 'Empty the cache, or forget a part of it.',
    options: {
      ...DIR,
      'older-than': { type: 'string', value: '<hours>', description: 'only entries not used for so long' },
      kind: { type: 'string', value: '<kind>', description: 'only entries of this recipe kind or asset type' },
    },
  },
  run: (args, io) =>
    withCache(args, io, 'rw', async (cache) => {
      const hours = wholeNumber(args, 'older-than', 0);
      const kind = text(args, 'kind');
      const filter = {
        ...(hours !== undefined && { olderThanMs: hours * HOUR_MS }),
        ...(kind !== undefined && { kind }),
      };
      const removed = await cache.clear(Object.keys(filter).length === 0 ? undefined : filter);
      if (cache.problem === null) clearFresh(cacheDir(args, io));
      return { result: { removed }, text: `${counted(removed, 'entry')} removed\n` };
    }),
};

/** `1 entry`, `2,000 entries`. */
function counted(count: number, noun: 'entry' | 'file'): string {
  const plural = noun === 'entry' ? 'entries' : 'files';
  return `${grouped(count)} ${count === 1 ? noun : plural}`;
}
