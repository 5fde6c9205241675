/**
 * Installs what the workspace needs and builds it, each only when something changed. Runs on any Node >= 20 with npm;
 * what it installs brings its own Node, which everything after it runs on.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const bin = join(root, 'node_modules', '.bin');

/** The environment in which the workspace's own Node and tools come first. */
export const env = {
  ...process.env,
  PATH: bin + delimiter + process.env.PATH,
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
};

/** Runs a command in the workspace and returns whether it succeeded. `quiet` shows its output only when it fails. */
export function run(command, args, { quiet = false, extraEnv = {} } = {}) {
  const shell = process.platform === 'win32';
  const result = spawnSync(command, args, {
    cwd: root,
    env: { ...env, ...extraEnv },
    shell,
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    maxBuffer: 1 << 28,
  });
  const ok = result.status === 0;
  if (quiet && !ok)
    process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}\n`);
  return ok;
}

function manifestHash() {
  const hash = createHash('sha256');
  const files = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', 'bench/package.json'];
  for (const group of ['packages', 'apps']) {
    for (const name of readdirSync(join(root, group)).sort()) files.push(`${group}/${name}/package.json`);
  }
  for (const file of files) if (existsSync(join(root, file))) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/** Installs and builds. Returns whether both succeeded. */
export function setUp() {
  const stamp = join(root, 'node_modules', '.speccade-setup');
  const wanted = manifestHash();
  const installed = existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (!installed) {
    process.stderr.write('Installing ...\n');
    if (!run('npx', ['--yes', 'pnpm@10.34.9', 'install', '--frozen-lockfile'], { quiet: true })) return false;
    writeFileSync(stamp, wanted);
  }
  process.stderr.write('Building ...\n');
  if (!run('turbo', ['run', 'build', '--output-logs=errors-only'], { quiet: true })) return false;
  return run('node', ['scripts/stamp.mjs'], { quiet: true });
}
