import type { Worker } from 'node:worker_threads';
import { releaseOwnLocks } from '@speccade/cache/fs';
import type { CheckedDocument } from '@speccade/pipeline';
import type { FileJob, FileResult } from './file-job.ts';
import type { WorkerMessage, WorkerResponse, WorkerSettings } from './worker-protocol.ts';
import { startWorker, takeEarly } from './worker-thread.ts';

interface Waiting {
  resolve(result: FileResult): void;
  reject(error: Error): void;
}

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

  /** Generates one spec file, of which `checked` saves reading and checking it again. The caller keeps at most `size` calls going at once. */
  run(job: FileJob, checked?: CheckedDocument): Promise<FileResult> {
    const worker = this.idle.pop() ?? this.start();
    this.used.add(worker);
    const id = this.nextId++;
    this.running.set(worker, id);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      send(worker, { id, job, checked });
    });
  }

  /** Ends all workers, those that hold nothing at once; running jobs are rejected. */
  async close(): Promise<void> {
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
    this.running.delete(worker);
    this.idle.push(worker);
    if ('result' in response) job?.resolve(response.result);
    else job?.reject(Object.assign(new Error(response.error.message), { code: response.error.code }));
  }

  /** A worker that dies (out of memory, say) takes down its own job only. */
  private lost(worker: Worker, error: Error): void {
    if (!this.workers.delete(worker)) return;
    const at = this.idle.indexOf(worker);
    if (at >= 0) this.idle.splice(at, 1);
    const id = this.running.get(worker);
    this.running.delete(worker);
    if (id === undefined) return;
    this.waiting.get(id)?.reject(error);
    this.waiting.delete(id);
  }
}

function send(worker: Worker, message: WorkerMessage): void {
  worker.postMessage(message);
}
