import type { Worker } from 'node:worker_threads';
import { releaseOwnLocks } from '@speccade/cache/fs';
import {
  claim,
  type Made,
  type SharedRequest,
  type Work,
  type WorkerMessage,
  type WorkerResponse,
  type WorkerSettings,
} from './worker-protocol.ts';
import { startWorker, takeEarly } from './worker-thread.ts';

interface Waiting {
  resolve(made: Made): void;
  reject(error: Error): void;
}

/** The mark of the calling thread; workers have the numbers of their threads, which are -1 when they have ended. */
const HERE = -2;
const NOTHING_SHARED: SharedRequest = { shared: [], claims: new Int32Array(0), mark: 0 };

/** Worker threads that generate spec files; one is started for each job that finds no idle one, up to `size`. */
export class WorkerPool {
  private readonly size: number;
  private readonly settings: WorkerSettings;
  private readonly warn: (text: string) => void;
  private readonly idle: Worker[] = [];
  private readonly workers = new Set<Worker>();
  private readonly waiting = new Map<number, Waiting>();
  private readonly running = new Map<Worker, number>();
  /** Kinds that waiting workers were told of. */
  private readonly warmed = new Set<string>();
  /** Workers that have been given a job. */
  private readonly used = new Set<Worker>();
  /** What is offered to workers by {@link share}. */
  private readonly sharing = new Map<Worker, SharedRequest>();
  private ended = false;
  private nextId = 0;

  constructor(size: number, settings: WorkerSettings, warn: (text: string) => void) {
    this.size = size;
    this.settings = settings;
    this.warn = warn;
  }

  /** Starts workers, as many as there is work for so far; those that wait load what a recipe kind takes. */
  warm(jobs: number, kind?: string): void {
    while (this.workers.size < Math.min(this.size, jobs)) this.idle.push(this.start());
    if (kind === undefined || this.warmed.has(kind)) return;
    this.warmed.add(kind);
    for (const worker of this.idle) send(worker, { warm: kind });
  }

  /** Generates one spec file. The caller keeps at most `size` calls going at once. */
  run(work: Work): Promise<Made> {
    const worker = this.idle.pop() ?? this.start();
    this.used.add(worker);
    const id = this.nextId++;
    this.running.set(worker, id);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      send(worker, { id, ...work });
    });
  }

  /**
   * Has the calling thread, by `here`, and the workers that were started generate spec files, each as soon as it is free.
   * The first ones are taken first. The caller waits for all of them before it asks for more.
   */
  share(works: readonly Work[], here: (work: Work) => Promise<Made>): Promise<Made>[] {
    const shared = works.map((work) => ({ id: this.nextId++, ...work }));
    const claims = new Int32Array(new SharedArrayBuffer(4 * works.length));
    const made = shared.map(
      ({ id }) => new Promise<Made>((resolve, reject) => this.waiting.set(id, { resolve, reject })),
    );
    for (const worker of this.idle.splice(0)) {
      this.sharing.set(worker, { shared, claims, mark: worker.threadId });
      send(worker, this.sharing.get(worker)!);
    }
    Promise.allSettled(made).then(() => {
      for (const [worker, { mark }] of this.sharing) {
        this.idle.push(worker);
        // One that came too late for any holds nothing, and is not waited for in the end.
        if (claims.includes(mark)) this.used.add(worker);
      }
      this.sharing.clear();
    });
    this.takePart(shared, claims, here);
    return made;
  }

  private async takePart(shared: SharedRequest['shared'], claims: Int32Array, here: (work: Work) => Promise<Made>) {
    for (const [at, { id, ...work }] of shared.entries()) {
      if (this.ended || !claim(claims, at, HERE)) continue;
      const waiting = this.waiting.get(id);
      this.waiting.delete(id);
      await here(work).then(waiting?.resolve, waiting?.reject);
      // What the workers have made by now is written, and Ctrl-C heard: between two turns the loop looks for both.
      for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** Ends all workers, those that hold nothing at once; running jobs are rejected. */
  async close(): Promise<void> {
    this.ended = true;
    const idle = this.idle.filter((worker) => this.used.has(worker));
    const closed = idle.map(
      (worker) =>
        new Promise<void>((resolve) => {
          worker.on('message', (response: WorkerResponse) => 'closed' in response && resolve());
          worker.once('exit', () => resolve());
        }),
    );
    for (const worker of idle) send(worker, 'close');
    await Promise.all(closed);
    await Promise.all([...this.workers].map((worker) => worker.terminate()));
    for (const { reject } of this.waiting.values()) reject(new Error('the workers were ended'));
    this.waiting.clear();
  }

  private start(): Worker {
    if (this.workers.size >= this.size) throw new Error('more jobs than workers');
    const worker = takeEarly() ?? startWorker();
    send(worker, { settings: this.settings });
    this.workers.add(worker);
    const { threadId } = worker;
    worker.once('exit', () => {
      const { mode, dir } = this.settings.cache;
      if (mode !== 'off') releaseOwnLocks(dir, threadId);
    });
    worker.on('message', (response: WorkerResponse) => this.answer(worker, response));
    worker.on('error', (error) => this.lost(worker, error));
    worker.on('exit', (code) => this.lost(worker, new Error(`a worker ended with code ${code}`)));
    return worker;
  }

  private answer(worker: Worker, response: WorkerResponse): void {
    if ('closed' in response) return;
    if ('warning' in response) {
      this.warn(response.warning);
      return;
    }
    const job = this.waiting.get(response.id);
    this.waiting.delete(response.id);
    if (this.running.delete(worker)) this.idle.push(worker);
    if ('result' in response) job?.resolve(response);
    else job?.reject(Object.assign(new Error(response.error.message), { code: response.error.code }));
  }

  /** A worker that dies (out of memory, say) takes down its own job only. */
  private lost(worker: Worker, error: Error): void {
    if (!this.workers.delete(worker)) return;
    const at = this.idle.indexOf(worker);
    if (at >= 0) this.idle.splice(at, 1);
    const { shared, claims, mark } = this.sharing.get(worker) ?? NOTHING_SHARED;
    this.sharing.delete(worker);
    const own = shared.filter((_, at) => claims[at] === mark).map(({ id }) => id);
    for (const id of [this.running.get(worker), ...own]) {
      if (id === undefined) continue;
      this.waiting.get(id)?.reject(error);
      this.waiting.delete(id);
    }
    this.running.delete(worker);
  }
}

function send(worker: Worker, message: WorkerMessage): void {
  worker.postMessage(message);
}
