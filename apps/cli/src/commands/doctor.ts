import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { backendFor } from '@speccade/pipeline';
import { KINDS } from '@speccade/spec';
import { BACKENDS } from '../backends.ts';
import { cacheDir, openSettings } from '../cache-options.ts';
import type { Command } from '../command.ts';
import { EXIT, type Io, painter } from '../io.ts';
import { printJson, table } from '../print.ts';
import { reasonOf } from '../reason.ts';
import { thisTool } from '../tool.ts';

interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

export const doctorCommand: Command = {
  usage: {
    name: 'doctor',
    summary: 'Check this installation: runtime, folders, cache, backends.',
    options: {
      'cache-dir': { type: 'string', value: '<dir>', description: 'where the cache is (default .speccade/cache)' },
    },
  },
  async run(args, io) {
    const dir = cacheDir(args, io);
    const checks = [versionCheck(), runtimeCheck(), writableCheck(io), await cacheCheck(dir, io), await backendCheck()];
    const kinds = KINDS.map(({ kind }) => ({ kind, available: backendFor(BACKENDS, kind) !== undefined }));
    const ok = checks.every((check) => check.ok);
    if (args.values.json === true) {
      printJson({ success: ok, errors: [], warnings: [], result: { checks, recipe_kinds: kinds } }, io);
    } else {
      const paint = painter(io.out, io.env);
      for (const { name, ok: good, detail } of checks) {
        io.out.write(`${good ? paint('green', '✓') : paint('red', '✗')} ${name}: ${detail}\n`);
      }
      io.out.write(
        `\n${table([['recipe kind', 'available'], ...kinds.map(({ kind, available }) => [kind, available ? 'yes' : 'not yet'])])}`,
      );
    }
    return ok ? EXIT.ok : EXIT.invalid;
  },
};

function versionCheck(): Check {
  const { version, build, commit, dirty } = thisTool();
  const parts = [
    version,
    build && `build ${build}`,
    commit && `commit ${commit.slice(0, 12)}`,
    dirty && 'with uncommitted changes',
  ];
  return { name: 'speccade', ok: true, detail: parts.filter(Boolean).join(', ') };
}

function runtimeCheck(): Check {
  const ok = Number(process.versions.node.split('.')[0]) >= 20;
  const detail = `Node ${process.versions.node} on ${thisTool().targetTriple}, ${availableParallelism()} cores`;
  return { name: 'runtime', ok, detail: ok ? detail : `${detail}; Node 20 or later is needed` };
}

function writableCheck(io: Io): Check {
  try {
    rmSync(mkdtempSync(join(io.cwd, '.speccade-doctor-')), { recursive: true });
    return { name: 'current folder', ok: true, detail: 'writable' };
  } catch (error) {
    return { name: 'current folder', ok: false, detail: `not writable: ${reasonOf(error)}` };
  }
}

async function cacheCheck(dir: string, io: Io): Promise<Check> {
  const cache = openSettings({ dir, mode: 'read', frozen: false }, io)!;
  const { records, bytes } = await cache.stats();
  await cache.close();
  return { name: 'cache', ok: true, detail: `${records} entries, ${bytes} bytes in ${dir}` };
}

async function backendCheck(): Promise<Check> {
  try {
    const loaded = await Promise.all(BACKENDS.map((source) => source.load()));
    return { name: 'backends', ok: true, detail: loaded.map(({ name, version }) => `${name} ${version}`).join(', ') };
  } catch (error) {
    return { name: 'backends', ok: false, detail: (error as Error).message };
  }
}
