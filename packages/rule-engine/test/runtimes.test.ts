/** The conformance vectors under other runtimes and in a browser, where they are on the PATH. */
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

const isMissing = (command: string) => spawnSync(command, ['--version']).error !== undefined;

describe.each(RUNTIMES)('%s', (name, command, args) => {
  const missing = isMissing(command);
  if (missing) console.log(`${name} is not on the PATH: skipped`);

  it.skipIf(missing)('passes every vector', () => {
    const { stdout, stderr, status } = spawnSync(command, [...args, path('./run-vectors.ts')], {
      encoding: 'utf8',
      timeout: 60_000,
    });
    expect(stdout + (status === 0 ? '' : stderr)).toMatch(/^\d{3,} cases, 0 failures\n$/);
  });
});

describe('chromium', () => {
  const command = findBrowser();
  const built = existsSync(path('../dist/index.js'));
  if (command && !built) console.log('the package is not built: chromium is skipped');

  it.skipIf(!command || !built)(
    'passes every vector with the built package, without eval',
    () => {
      const { stdout } = spawnSync(process.execPath, [path('./run-browser.mjs'), command!], {
        encoding: 'utf8',
        timeout: 90_000,
      });
      expect(stdout).toMatch(/^\d{3,} cases, 0 failures\n$/);
    },
    100_000,
  );
});
