/**
 * A process that stores and looks up as fast as it can: `writer.ts ROOT KEYS ROUNDS`. Prints `ready`, then, when it gets
 * to the end, `wrong N`: how often it was given something else than what belongs to the key.
 */
import { openCache } from '@speccade/cache/fs';
import { filesOf, keyOf, reportOf } from '../samples.ts';

const [root, keys, rounds] = process.argv.slice(2) as [string, string, string];
const cache = openCache({ root, minFree: 0 });
let wrong = 0;
process.stdout.write('ready\n');
for (let round = 0; round < Number(rounds); round++) {
  for (let seed = 0; seed < Number(keys); seed++) {
    const expected = filesOf(seed, 20_000);
    // Entries come and go, so that at any time some are being written and others replaced.
    if ((seed + round) % 5 === 0) await cache.invalidate(keyOf(seed).full);
    await cache.store(keyOf(seed), reportOf(seed), expected, { replace: true });
    const hit = await cache.lookup(keyOf(seed));
    if (hit !== null && !hit.artifacts.every(({ data }, i) => Buffer.compare(data, expected[i]!.data) === 0)) wrong++;
  }
}
await cache.close();
process.stdout.write(`wrong ${wrong}\n`);
