/**
 * Starts worker threads; the first one of a batch while the rest of the program is still read. It loads nothing but
 * what that takes.
 */
import { existsSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';

/**
 * Megabytes that the heap of a worker may grow to before all of it is collected for the first time. Little in it lives
 * long, but V8 would start at a few and mark them after every few sounds: a tenth of the processor time of a batch.
 */
const HEAP_AT_FIRST = 64;

let early: Worker | undefined;

export function startWorker(): Worker {
  setFlagsFromString(`--initial-old-space-size=${HEAP_AT_FIRST}`);
  return new Worker(new URL('./worker.js', import.meta.url));
}

/** Starts a worker for a batch that has work to do for sure: that saves 30 to 40 ms of it. */
export function startEarly(argv: readonly string[]): void {
  if (argv[0] !== 'generate-all' || argv.includes('--help') || argv.includes('-h')) return;
  // With one job there may be no worker at all.
  if (/(^| )(--jobs|-j)[ =]?1( |$)/.test(argv.join(' '))) return;
  const anew = ['--no-cache', '--force', '-f', '--rebuild'].some((option) => argv.includes(option));
  if (!anew && (argv.some((arg) => arg.startsWith('--cache')) || existsSync('.speccade/cache/fresh'))) return;
  early = startWorker();
  // Whoever takes it looks whether it is alive.
  early.on('error', () => {});
}

/** The worker that was started early, once, if it lives. */
export function takeEarly(): Worker | undefined {
  const worker = early;
  early = undefined;
  worker?.removeAllListeners('error');
  return worker && worker.threadId >= 0 ? worker : undefined;
}
