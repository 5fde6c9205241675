import { type WebWorker, webWorkerClass } from './platform.ts';

/** A worker, seen from outside: Node's worker threads and the web's workers look alike through it. */
export interface WorkerPort {
  post(message: unknown): void;
  onMessage(receive: (message: unknown) => void): void;
  /** Called when the worker breaks or ends by itself. */
  onEnd(receive: (reason: string) => void): void;
  /** Ends the worker at once, whatever it does. */
  terminate(): void;
  /** Whether the process stays alive for it. Does nothing where workers cannot say. */
  keepAlive(on: boolean): void;
}

/** Starts a worker from an ES module: a web worker where there are such, else a thread of Node. */
export function startWorker(url: URL): WorkerPort {
  const Web = webWorkerClass();
  if (Web) return webPort(new Web(url, { type: 'module' }));
  const threads = globalThis.process?.getBuiltinModule?.('node:worker_threads');
  if (!threads) throw new Error('there are no workers here');
  const worker = new threads.Worker(url);
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (receive) => worker.on('message', receive),
    onEnd(receive) {
      worker.on('error', (error) => receive(String(error)));
      worker.on('exit', (code) => receive(`exit ${code}`));
    },
    terminate: () => void worker.terminate(),
    keepAlive: (on) => (on ? worker.ref() : worker.unref()),
  };
}

/** Wraps a web worker that the caller started. */
export function webPort(worker: WebWorker): WorkerPort {
  const counted = worker as WebWorker & { ref?(): void; unref?(): void };
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (receive) => worker.addEventListener('message', (event: { data: unknown }) => receive(event.data)),
    onEnd(receive) {
      worker.addEventListener('error', (event: { message?: string; preventDefault(): void }) => {
        event.preventDefault();
        receive(event.message ?? 'error');
      });
    },
    terminate: () => worker.terminate(),
    keepAlive: (on) => (on ? counted.ref?.() : counted.unref?.()),
  };
}

/** The other end: what a worker answers through. */
export interface OwnPort {
  post(message: unknown): void;
  onMessage(receive: (message: unknown) => void): void;
}

/** The port of the worker that this runs in. */
export function ownPort(): OwnPort {
  const scope = globalThis as unknown as {
    postMessage?: (message: unknown) => void;
    addEventListener: (type: string, listener: (event: { data: unknown }) => void) => void;
  };
  if (typeof scope.postMessage === 'function') {
    return {
      post: (message) => scope.postMessage!(message),
      onMessage: (receive) => scope.addEventListener('message', (event) => receive(event.data)),
    };
  }
  const parent = globalThis.process?.getBuiltinModule?.('node:worker_threads')?.parentPort;
  if (!parent) throw new Error('this module runs in workers only');
  return { post: (message) => parent.postMessage(message), onMessage: (receive) => parent.on('message', receive) };
}
