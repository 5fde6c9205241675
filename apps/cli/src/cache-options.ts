import { join, resolve } from 'node:path';
import type { Cache, CacheEvent } from '@speccade/cache';
import { openCache } from '@speccade/cache/fs';
import { type Arguments, type OptionSpec, text, UsageError } from './args.ts';
import type { Io } from './io.ts';
import { painter } from './io.ts';
import { thisTool } from './tool.ts';

/** Options of every command that generates. */
export const CACHE_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  'no-cache': { type: 'boolean', description: 'neither read nor write the cache' },
  'cache-dir': { type: 'string', value: '<dir>', description: 'where the cache is (default .speccade/cache)' },
  cache: {
    type: 'string',
    value: '<mode>',
    choices: ['read', 'write', 'rw', 'off'],
    description: 'how the cache is used (default rw)',
  },
  frozen: { type: 'boolean', description: 'take results from the cache only; a miss ends with exit code 3' },
  rebuild: { type: 'boolean', description: 'generate anew, compare with the cache and replace what is there' },
};

export type CacheMode = 'read' | 'write' | 'rw' | 'off';

export interface CacheSettings {
  readonly dir: string;
  readonly mode: CacheMode;
  readonly frozen: boolean;
  /** Replace entries also when their files differ. */
  readonly rebuild?: boolean;
}

/** The cache that the arguments ask for. */
export function cacheSettings(args: Arguments, io: Io): CacheSettings {
  const { values } = args;
  const mode = (text(args, 'cache') ?? 'rw') as CacheMode;
  const off = values['no-cache'] === true || mode === 'off';
  if (values.frozen === true && (off || mode === 'write' || values.rebuild === true)) {
    throw new UsageError('--frozen reads the cache; it cannot be combined with turning that off');
  }
  return {
    dir: cacheDir(args, io),
    mode: off ? 'off' : values.rebuild === true ? 'write' : mode,
    frozen: values.frozen === true,
    rebuild: values.rebuild === true,
  };
}

/** The cache directory, absolute. */
export function cacheDir(args: Arguments, io: Io): string {
  return resolve(io.cwd, text(args, 'cache-dir') ?? join('.speccade', 'cache'));
}

/** Opens the cache; `undefined` when it is off. What goes wrong with it is one line on standard error. */
export function openSettings(settings: CacheSettings, io: Io): Cache | undefined {
  const { mode, frozen, dir } = settings;
  if (mode === 'off') return undefined;
  const { name, version, build } = thisTool();
  return openCache({
    root: dir,
    mode,
    frozen,
    tool: { name, version: build === undefined ? version : `${version}+${build}` },
    onEvent(event) {
      const text = eventText(event);
      if (text === undefined) return;
      io.err.write(`${painter(io.err, io.env)('yellow', `warning[${event.type}]`)}: ${text}\n`);
    },
  });
}

/** Words for what needs a user's attention; `undefined` for the rest. */
function eventText(event: CacheEvent): string | undefined {
  switch (event.type) {
    case 'cache.warning':
      return event.message;
    case 'cache.corrupt':
      return `the ${event.item} ${event.name.slice(0, 16)} ${event.reason}; it was put aside and counts as missing`;
    case 'cache.nondeterminism':
      return `two runs of ${event.key.slice(0, 16)} gave different files; please report it with the spec`;
    default:
      return undefined;
  }
}
