/** The package as it would be published: packed, and run outside the repository. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { soundSpec } from './harness.ts';

const cliFolder = fileURLToPath(new URL('..', import.meta.url));

it('carries the licences of everything in it', () => {
  const text = readFileSync(join(cliFolder, 'dist/THIRD-PARTY-LICENSES.txt'), 'utf8');
  for (const name of ['zod', 'yaml', 'fast-png', 'tinyglobby']) expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'));
  for (const author of ['The Go Authors', 'Olivier Lapicque']) expect(text).toContain(author);
});

it('runs by npx from its tarball', () => {
  const folder = mkdtempSync(join(tmpdir(), 'speccade-npx-'));
  const options = {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, npm_config_update_notifier: 'false' },
  } as const;
  execFileSync('npm', ['pack', '--pack-destination', folder, '--silent'], { ...options, cwd: cliFolder });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))!;
  // A project of its own, so that npm does not look for one further up.
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  writeFileSync(join(folder, 'beep.json'), JSON.stringify(soundSpec('beep')));
  const npx = (...args: string[]) =>
    execFileSync('npx', ['--yes', '--package', `./${tarball}`, 'speccade', ...args], options);
  expect(npx('--version')).toMatch(/^\d+\.\d+\.\d+\n$/);
  npx('generate', 'beep.json', '--out-root', 'out');
  expect(existsSync(join(folder, 'out/sounds/beep.wav'))).toBe(true);
});
