/**
 * Writes apps/cli/dist/build.json: what this build is. Runs on any Node >= 20.
 *
 * A release (SPECCADE_RELEASE=1) is known by its version alone. Any other build carries a hash over its own files, so
 * that a changed tool never takes results of its predecessor from the cache.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'apps/cli/dist');

function git(...args) {
  try {
    return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}

const hash = createHash('sha256');
for (const name of readdirSync(dist).sort()) {
  if (name.endsWith('.js'))
    hash
      .update(name)
      .update('\0')
      .update(readFileSync(join(dist, name)));
}
const commit = git('rev-parse', 'HEAD');
const status = git('status', '--porcelain', '--untracked-files=no');
const stamp = {
  ...(process.env.SPECCADE_RELEASE === '1' ? {} : { build: `dev.${hash.digest('hex').slice(0, 16)}` }),
  ...(commit && { commit }),
  ...(commit && status !== undefined && { dirty: status !== '' }),
};
writeFileSync(join(dist, 'build.json'), `${JSON.stringify(stamp)}\n`);
