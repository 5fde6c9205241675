/**
 * Evaluates scripts in a thread of their own, so that one that never ends can be ended: a single step of a script may
 * take for ever, and nothing but the end of its thread stops it.
 */
import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { Evaluated } from '@speccade/pipeline';
import type { ScriptRequest } from './script.ts';

/** Node's types do not have it. */
const { compile } = (
  globalThis as unknown as { WebAssembly: { compile(bytes: Uint8Array): Promise<WebAssembly.Module> } }
).WebAssembly;

let current: ScriptThread | undefined;
let queue: Promise<unknown> = Promise.resolve();

/** Evaluates scripts one after the other. The thread is started by the first, and again after one that was ended. */
export function evaluateInThread(request: ScriptRequest): Promise<Evaluated> {
  const result = queue.then(() => {
    if (!current || current.ended) {
      const besides = (name: string): URL => new URL(name, import.meta.url);
      current = new ScriptThread(besides('./script-worker.js'), besides('./starlark.wasm'));
    }
    return current.evaluate(request);
  });
  queue = result.catch(() => undefined);
  return result;
}

/** One thread, from its start to its end. */
export class ScriptThread {
  readonly #worker: Worker;
  /** Milliseconds that a script may take; known once the thread has started. */
  readonly #patience: Promise<number>;
  readonly #compiled: Promise<WebAssembly.Module>;
  #receive: (result: Evaluated) => void = () => undefined;

  #ended = false;

  /** `worker` is the module of the thread, `wasm` the engine. */
  constructor(worker: URL, wasm: URL) {
    this.#worker = new Worker(worker);
    // Compiled here, while the thread starts: a fifth of the time until the first result.
    this.#compiled = readFile(wasm).then((bytes) => compile(bytes));
    this.#compiled.then(
      (compiled) => this.#worker.postMessage(compiled),
      (error: Error) => this.#end(`the Starlark engine cannot be loaded: ${error.message}`),
    );
    this.#patience = new Promise((resolve) => {
      this.#worker.on('message', (message: Evaluated | { readonly patience: number }) => {
        if ('patience' in message) resolve(message.patience);
        else this.#receive(message);
      });
    });
    this.#worker.on('error', (error) => this.#end(`the evaluation was lost: ${error.message}`));
    this.#worker.on('exit', (code) => this.#end(`the evaluation was lost: its thread ended with code ${code}`));
  }

  /** What the script came to; one at a time. */
  async evaluate(request: ScriptRequest): Promise<Evaluated> {
    this.#worker.ref();
    const received = new Promise<Evaluated>((resolve) => {
      this.#receive = resolve;
    });
    this.#compiled.then(
      () => this.#worker.postMessage(request),
      () => undefined,
    );
    const patience = await Promise.race([this.#patience, received]);
    if (typeof patience !== 'number') return patience;
    const timer = setTimeout(() => {
      this.#end(`took longer than ${patience} ms in a single step and was ended`);
      void this.#worker.terminate();
    }, patience);
    const result = await received;
    clearTimeout(timer);
    // An idle thread does not keep the process.
    this.#worker.unref();
    return result;
  }

  /** Whether it can evaluate no more. */
  get ended(): boolean {
    return this.#ended;
  }

  /** Answers whoever waits. */
  #end(reason: string): void {
    this.#ended = true;
    const message = `evaluation stopped: ${reason}`;
    this.#receive({ ok: false, issues: [{ code: 'S003', severity: 'error', path: '', message }] });
  }
}
