/**
 * Many jobs, a few at a time. Results come back in the order of the jobs, whatever finished first, so that nothing
 * downstream can depend on how many workers there were.
 */

export type BatchEvent<Result> =
  | { readonly type: 'start'; readonly index: number }
  | {
      readonly type: 'done';
      readonly index: number;
      readonly result: Result;
      readonly completed: number;
      readonly total: number;
    };

export interface BatchOptions<Job, Result> {
  /** How many jobs run at once, at least 1. */
  readonly concurrency: number;
  /** Relative cost of a job. With it, costly jobs start first, so that none is left over at the end. */
  readonly cost?: ((job: Job, index: number) => number) | undefined;
  readonly onEvent?: ((event: BatchEvent<Result>) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs `run` over all jobs. A job that throws ends the batch with its error after the running ones have finished; jobs
 * that may fail return their failure instead. An aborted signal starts no further job and throws its reason.
 */
export async function runMany<Job, Result>(
  jobs: readonly Job[],
  run: (job: Job, index: number) => Promise<Result>,
  options: BatchOptions<Job, Result>,
): Promise<Result[]> {
  const { concurrency, cost, onEvent, signal } = options;
  if (!(concurrency >= 1)) throw new RangeError(`concurrency: expected at least 1, found ${concurrency}`);
  const order = jobs.map((job, index) => ({ index, cost: cost ? cost(job, index) : 0 }));
  order.sort((a, b) => b.cost - a.cost || a.index - b.index);
  const results = new Array<Result>(jobs.length);
  let next = 0;
  let completed = 0;
  let failed = false;
  const lane = async (): Promise<void> => {
    while (next < order.length && !failed) {
      signal?.throwIfAborted();
      const { index } = order[next++]!;
      onEvent?.({ type: 'start', index });
      try {
        results[index] = await run(jobs[index]!, index);
      } catch (error) {
        failed = true;
        throw error;
      }
      completed++;
      onEvent?.({ type: 'done', index, result: results[index], completed, total: jobs.length });
    }
  };
  const lanes = Array.from({ length: Math.min(concurrency, jobs.length) }, lane);
  const settled = await Promise.allSettled(lanes);
  for (const outcome of settled) if (outcome.status === 'rejected') throw outcome.reason;
  signal?.throwIfAborted();
  return results;
}
