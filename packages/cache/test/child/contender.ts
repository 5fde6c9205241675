/**
 * A process that takes a lock again and again, each time after somebody has left a stale one: `contender.ts ROOT`.
 * The parent writes a line for each round. Prints `ready`, then for each round `alone` or `together`.
 */
import { closeSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openCache } from '@speccade/cache/fs';
import { keyOf } from '../samples.ts';

const [root] = process.argv.slice(2) as [string];
const cache = openCache({ root });
const inside = join(root, '..', 'inside');
process.stdout.write('ready\n');
for await (const _line of createInterface(process.stdin)) {
  const verdict = await cache.withKeyLock(keyOf(1), async () => {
    try {
      closeSync(openSync(inside, 'wx'));
    } catch {
      return 'together';
    }
    await new Promise((resolve) => setTimeout(resolve, 3));
    rmSync(inside, { force: true });
    return 'alone';
  });
  process.stdout.write(`${verdict}\n`);
}
