/** The built command line as a release would be: copied, and stamped as a build without uncommitted changes. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Path of `speccade.js` in the copy. */
export function bundle(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'speccade-bench-')), 'dist');
  cpSync(fileURLToPath(new URL('../apps/cli/dist', import.meta.url)), folder, { recursive: true });
  writeFileSync(join(dirname(folder), 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, 'build.json'), JSON.stringify({ build: 'bench', commit: '0'.repeat(40), dirty: false }));
  return join(folder, 'speccade.js');
}

/** Runs Node with the arguments and returns its wall time in milliseconds. Throws when it fails. */
export function wallTime(args: readonly string[], cwd: string): number {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  const ms = performance.now() - started;
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
  return ms;
}

/** The middle one of several measurements. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}
