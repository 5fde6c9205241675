/** A worker thread that takes a lock and does not give it back. Tells `held` when it has it. */
import { parentPort, workerData } from 'node:worker_threads';
import { openCache } from '@speccade/cache/fs';
import { keyOf } from '../samples.ts';

const { root, seed } = workerData as { root: string; seed: number };
await openCache({ root }).withKeyLock(keyOf(seed), () => {
  parentPort!.postMessage('held');
  return new Promise(() => setInterval(() => {}, 1000));
});
