/**
 * `npm test`: installs, builds, and runs every check of the project. Installs nothing on the system: readers of other
 * projects that some tests use are taken from the PATH, and one line says which are missing.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env, root, run, setUp } from './setup.mjs';

/** Programs of other projects that judge what we write. */
const FOREIGN_READERS = ['sox', 'pngcheck'];

const CHECKS = [
  ['types', 'tsc', ['--noEmit', '-p', 'tsconfig.json']],
  ['lint and format', 'biome', ['check', '--error-on-warnings', '.']],
  ['dependency arrows', 'node', ['scripts/check-arrows.ts']],
  ['runtime neutrality', 'node', ['scripts/check-neutral.ts']],
  ['packages', 'node', ['scripts/check-packages.mjs']],
];

if (!setUp()) process.exit(1);

let failures = 0;
for (const [name, command, args] of CHECKS) {
  const started = Date.now();
  const ok = run(command, args, { quiet: true });
  if (!ok) failures++;
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}

const folder = mkdtempSync(join(tmpdir(), 'speccade-test-'));
const outcome = join(folder, 'tests.json');
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${outcome}`];
const testsOk = run('vitest', ['run', ...reporters, ...process.argv.slice(2)]);
if (!testsOk) failures++;

const missing = FOREIGN_READERS.filter((tool) => spawnSync(tool, ['--version'], { env, cwd: root }).error);
if (missing.length > 0)
  console.log(`not on the PATH, so what they would read was not read by them: ${missing.join(', ')}`);
let counts = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 };
try {
  counts = JSON.parse(readFileSync(outcome, 'utf8'));
} catch {
  // The test run ended before it could report.
}
rmSync(folder, { recursive: true, force: true });
const failed = counts.numFailedTests + (failures > 0 && counts.numFailedTests === 0 ? failures : 0);
console.log(`${counts.numPassedTests} passed, ${failed} failed, ${counts.numPendingTests} skipped`);
process.exit(failures > 0 ? 1 : 0);
