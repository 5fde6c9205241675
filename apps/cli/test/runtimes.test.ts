/** The examples under other runtimes, where they are on the PATH: the same bytes as under this Node. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { assetsIn, cleanBundle, folderWith } from './harness.ts';

const examples = fileURLToPath(new URL('../../../examples', import.meta.url));

const RUNTIMES: [name: string, command: string, args: string[]][] = [
  ['bun', 'bun', ['run']],
  ['deno', 'deno', ['run', '--allow-all']],
];
const present = RUNTIMES.filter(([, command]) => spawnSync(command, ['--version']).error === undefined);
for (const [name] of RUNTIMES) {
  if (!present.some(([there]) => there === name)) console.log(`${name} is not on the PATH: skipped`);
}

function generated(command: string, args: readonly string[]): Record<string, string> {
  const root = folderWith();
  const script = join(cleanBundle(), 'speccade.js');
  const options = ['generate-all', examples, '-o', 'out', '--layout', 'by-spec', '--load-root', examples, '--no-cache'];
  const { status, stderr } = spawnSync(command, [...args, script, ...options], { cwd: root, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  return assetsIn(join(root, 'out'));
}

describe.skipIf(present.length === 0)('all examples', () => {
  let expected: Record<string, string> = {};
  beforeAll(() => {
    expected = generated(process.execPath, []);
  });

  it.each(present)('come to the same bytes under %s', (_name, command, args) => {
    const made = generated(command, args);
    expect(Object.keys(made).length).toBeGreaterThan(200);
    expect(Object.keys(made)).toEqual(Object.keys(expected));
    expect(Object.keys(made).filter((name) => made[name] !== expected[name])).toEqual([]);
  });
});
