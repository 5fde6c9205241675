import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runMany } from './many.ts';

const turn = (times: number) =>
  Array.from({ length: times }).reduce<Promise<void>>((before) => before.then(() => {}), Promise.resolve());

describe('many jobs', () => {
  it('give the same results in the order of the jobs for any concurrency', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(20)), fc.integer({ min: 1, max: 8 }), async (jobs, concurrency) => {
        let running = 0;
        let most = 0;
        const run = async (job: number, index: number) => {
          most = Math.max(most, ++running);
          await turn(job);
          running--;
          return `${index}:${job}`;
        };
        const results = await runMany(jobs, run, { concurrency, cost: (job) => job });
        expect(results).toEqual(jobs.map((job, index) => `${index}:${job}`));
        expect(most).toBeLessThanOrEqual(concurrency);
      }),
    );
  });

  it('start costly jobs first', async () => {
    const started: number[] = [];
    await runMany([1, 3, 2], async (job) => void started.push(job), { concurrency: 1, cost: (job) => job });
    expect(started).toEqual([3, 2, 1]);
  });

  it('tell their progress', async () => {
    const events: string[] = [];
    await runMany(['a', 'b'], async (job) => job, {
      concurrency: 1,
      onEvent: (event) =>
        events.push(
          event.type === 'done' ? `done ${event.result} ${event.completed}/${event.total}` : `start ${event.index}`,
        ),
    });
    expect(events).toEqual(['start 0', 'done a 1/2', 'start 1', 'done b 2/2']);
  });

  it('stop at the first throw, and when cancelled', async () => {
    const ran: number[] = [];
    const run = async (job: number) => {
      ran.push(job);
      if (job === 2) throw new Error('no');
    };
    await expect(runMany([1, 2, 3], run, { concurrency: 1 })).rejects.toThrow('no');
    expect(ran).toEqual([1, 2]);
    const stop = new AbortController();
    const cancelled = runMany([1, 3, 3], async () => stop.abort(new Error('stop')), {
      concurrency: 1,
      signal: stop.signal,
    });
    await expect(cancelled).rejects.toThrow('stop');
  });

  it('refuse a concurrency below 1', async () => {
    await expect(runMany([], async () => 0, { concurrency: 0 })).rejects.toThrow(RangeError);
  });
});
