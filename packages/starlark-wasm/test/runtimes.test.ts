/** The conformance cases and the worker mode under other runtimes, where they are on the PATH. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const RUNTIMES: [name: string, args: string[]][] = [
  ['node', []],
  ['bun', ['run']],
  ['deno', ['run', '--no-check', '--allow-read', '--allow-env']],
];

describe.each(RUNTIMES)('%s', (command, args) => {
  const missing = spawnSync(command, ['--version']).error !== undefined;
  if (missing) console.log(`${command} is not on the PATH: skipped`);
  const run = (file: string) => {
    const path = fileURLToPath(new URL(file, import.meta.url));
    return spawnSync(command, [...args, path], { encoding: 'utf8', timeout: 60_000 });
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
