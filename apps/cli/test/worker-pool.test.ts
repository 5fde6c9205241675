import { EventEmitter } from 'node:events';
import { beforeEach, expect, it, vi } from 'vitest';
import { WorkerPool } from '../src/worker-pool.ts';
import { claim, type Made, type SharedRequest, type Work, type WorkerSettings } from '../src/worker-protocol.ts';

/** Stands for a worker thread: the test does its work. */
class FakeWorker extends EventEmitter {
  readonly threadId: number;
  readonly sent: unknown[] = [];

  constructor(threadId: number) {
    super();
    this.threadId = threadId;
  }

  postMessage(message: unknown): void {
    this.sent.push(message);
    if (message === 'close') queueMicrotask(() => this.emit('message', { closed: true }));
  }

  async terminate(): Promise<number> {
    this.emit('exit', 1);
    return 1;
  }

  get shared(): SharedRequest {
    return this.sent.find((message): message is SharedRequest => Object.hasOwn(message as object, 'shared'))!;
  }

  /** Takes a job as a worker does; the answer comes from the test. */
  take(at: number): boolean {
    return claim(this.shared.claims, at, this.shared.mark);
  }
}

const started: FakeWorker[] = [];
vi.mock('../src/worker-thread.ts', () => ({
  takeEarly: () => undefined,
  startWorker: () => {
    started.push(new FakeWorker(started.length + 1));
    return started.at(-1);
  },
}));

beforeEach(() => void started.splice(0));

const settings = { cache: { mode: 'off', dir: '' }, cwd: '' } as unknown as WorkerSettings;
const work = (path: string): Work => ({ job: { path, cwd: '', expandVariants: false } });
const made = (path: string): Made => ({ result: { path } as Made['result'], ms: 1 });
const turns = async (count: number) => {
  for (let k = 0; k < count; k++) await new Promise((resolve) => setImmediate(resolve));
};

it('the calling thread and the workers share jobs, and none is made twice', async () => {
  const pool = new WorkerPool(3, settings, () => {});
  pool.warm(2);
  const here: string[] = [];
  const jobs = ['a', 'b', 'c', 'd', 'e'];
  const results = pool.share(jobs.map(work), async ({ job }) => {
    here.push(job.path);
    await turns(3);
    return made(job.path);
  });
  const [one, two] = started as [FakeWorker, FakeWorker];
  expect(one.take(0)).toBe(false);
  expect(one.take(1)).toBe(true);
  expect(two.take(1)).toBe(false);
  expect(two.take(2)).toBe(true);
  const answer = (worker: FakeWorker, at: number) =>
    worker.emit('message', { id: worker.shared.shared[at]!.id, ...made(jobs[at]!) });
  answer(two, 2);
  answer(one, 1);
  expect((await Promise.all(results)).map(({ result }) => result.path)).toEqual(jobs);
  expect(here).toEqual(['a', 'd', 'e']);
  await pool.close();
});

it('a worker that dies takes down the job that it had taken, and no other', async () => {
  const pool = new WorkerPool(2, settings, () => {});
  pool.warm(1);
  const results = pool.share(['a', 'b', 'c'].map(work), async ({ job }) => {
    await turns(2);
    return made(job.path);
  });
  const [worker] = started as [FakeWorker];
  worker.take(1);
  worker.emit('error', new Error('out of memory'));
  const outcomes = await Promise.allSettled(results);
  expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  await pool.close();
});

it('a job that fails here fails alone, and without workers all are made here', async () => {
  const pool = new WorkerPool(1, settings, () => {});
  const results = pool.share(['a', 'b'].map(work), async ({ job }) => {
    if (job.path === 'a') throw new Error('no');
    return made(job.path);
  });
  const outcomes = await Promise.allSettled(results);
  expect(outcomes.map((outcome) => outcome.status)).toEqual(['rejected', 'fulfilled']);
  expect(started).toHaveLength(0);
  await pool.close();
});

it('after it is closed nothing more is taken, and what was left is rejected', async () => {
  const pool = new WorkerPool(2, settings, () => {});
  pool.warm(1);
  const here: string[] = [];
  const results = pool.share(['a', 'b', 'c'].map(work), async ({ job }) => {
    here.push(job.path);
    await turns(2);
    return made(job.path);
  });
  started[0]!.take(1);
  const outcomes = Promise.allSettled(results);
  await pool.close();
  await turns(6);
  expect((await outcomes).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
  expect(here).toEqual(['a']);
});

it('workers take single jobs again once all that was shared is made', async () => {
  const pool = new WorkerPool(2, settings, () => {});
  pool.warm(1);
  await Promise.all(pool.share([work('a')], async () => made('a')));
  await turns(1);
  const single = pool.run(work('b'));
  const [worker] = started as [FakeWorker];
  const request = worker.sent.at(-1) as { id: number };
  worker.emit('message', { id: request.id, ...made('b') });
  expect((await single).result.path).toBe('b');
  expect(started).toHaveLength(1);
  await pool.close();
  expect(worker.sent).toContain('close');
});

it('a worker that took nothing is not waited for in the end', async () => {
  const pool = new WorkerPool(2, settings, () => {});
  pool.warm(1);
  await Promise.all(pool.share([work('a')], async () => made('a')));
  await pool.close();
  expect(started[0]!.sent).not.toContain('close');
});
