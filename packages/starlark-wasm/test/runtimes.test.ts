/** The conformance cases and the worker mode under other runtimes and in a browser, where they are on the PATH. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findBrowser } from '../../../scripts/browser.ts';

const path = (file: string) => fileURLToPath(new URL(file, import.meta.url));

const RUNTIMES: [name: string, command: string, args: string[]][] = [
  ['node', process.execPath, []],
  ['bun', 'bun', ['run']],
  ['deno', 'deno', ['run', '--no-check', '--allow-read', '--allow-env']],
];

describe.each(RUNTIMES)('%s', (name, command, args) => {
  const missing = spawnSync(command, ['--version']).error !== undefined;
  if (missing) console.log(`${name} is not on the PATH: skipped`);
  const run = (file: string) => {
    return spawnSync(command, [...args, path(file)], { encoding: 'utf8', timeout: 60_000 });
  };

  it.skipIf(missing)('passes every conformance case', () => {
    const { stdout, stderr, status } = run('./run-cases.ts');
    expect(stdout + (status === 0 ? '' : stderr)).toMatch(/^\d+ cases, 0 failures\n$/);
  });

  it.skipIf(missing)('terminates a worker, and starts another one', () => {
    const { stdout, stderr, status } = run('./run-worker.ts');
    expect(stdout + (status === 0 ? '' : stderr)).toBe('440.5 host time/terminated 2 memory 3\n');
  });
});

describe('chromium', () => {
  const command = findBrowser();
  const built = existsSync(path('../dist/worker.js'));
  if (command && !built) console.log('the package is not built: chromium is skipped');

  it.skipIf(!command || !built)(
    'passes every conformance case with the built package, and terminates a worker',
    () => {
      const args = [path('./run-browser.mjs'), command!];
      const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 90_000 });
      expect(stdout).toMatch(/^first result .*\n\d+ cases, 0 failures\nworker: 1\.0, time terminated, 2\n$/);
    },
    100_000,
  );
});
