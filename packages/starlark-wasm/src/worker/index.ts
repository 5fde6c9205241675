/**
 * The engine in a worker, which can be ended at any time: what the engine's own limits cannot interrupt, termination does.
 */
import { defaultModule, type EngineSettings, type EvalFailure, type EvalResult } from '../engine.ts';
import type { StarlarkError } from '../errors.ts';
import type { WebWorker } from '../host/platform.ts';
import { startWorker, type WorkerPort, webPort } from '../host/port.ts';
import { compileWasm, type WasmSource } from '../host/source.ts';
import { completeLimits } from '../limits.ts';
import { decodeJson } from '../wire/decode.ts';
import { workerUrl } from '../worker-url.ts';
import type { FromWorker, WorkerRequest } from './protocol.ts';

export type { WebWorker } from '../host/platform.ts';
export type { WorkerRequest } from './protocol.ts';

export interface WorkerEngineOptions extends EngineSettings {
  /**
   * URL of an ES module that the worker imports: its export `builtins` are functions for scripts, its export `load`
   * finds modules. Functions cannot be sent to a worker.
   */
  readonly setup?: URL | string;
  /** As in `EngineOptions`. */
  readonly wasm?: WasmSource | Promise<WasmSource>;
  /** Makes the worker, where a bundler has to see it made: from `@speccade/starlark-wasm/worker-entry`. */
  readonly worker?: () => WebWorker;
  /** Milliseconds from the limit of time to termination: 1000 if left out. */
  readonly graceMilliseconds?: number;
}

export interface WorkerEngine {
  /** As `Engine.eval`. Requests wait for each other. */
  eval(request: WorkerRequest): Promise<EvalResult>;
  /** Starts the worker. */
  ready(): Promise<void>;
  /** Ends the worker. What is running or waiting is rejected. Evaluations afterwards start another one. */
  close(): void;
}

/** Throws `RangeError` for limits that cannot work. Workers need nothing of their thread: no shared memory. */
export function createWorkerEngine(options: WorkerEngineOptions = {}): WorkerEngine {
  const { milliseconds } = completeLimits(options.limits);
  const patience = milliseconds + (options.graceMilliseconds ?? 1_000);
  let module: Promise<WebAssembly.Module> | undefined;
  let current: Promise<Session> | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  const session = (): Promise<Session> => {
    if (current) return current;
    module ??= options.wasm === undefined ? defaultModule() : compileWasm(options.wasm);
    const started: Promise<Session> = module.then((compiled) => Session.start(compiled, options));
    current = started;
    started.catch(() => {
      if (current === started) [module, current] = [undefined, undefined];
    });
    return started;
  };
  const run = async (request: WorkerRequest): Promise<EvalResult> => {
    const used = session();
    const outcome = await (await used).eval(request, patience);
    if (typeof outcome !== 'string') return outcome;
    if (current === used) current = undefined;
    if (outcome === TIMED_OUT)
      return failed({ code: 'limit', limit: 'time', message: OVERDUE(milliseconds), stack: [] });
    if (outcome === CLOSED) throw new Error('the engine was closed');
    return failed({ code: 'internal', message: `the worker stopped: ${outcome}`, stack: [] });
  };
  return {
    eval(request) {
      const result = queue.then(() => run(request));
      queue = result.catch(() => undefined);
      return result;
    },
    async ready() {
      await session();
    },
    close() {
      current?.then(
        (used) => used.end(CLOSED),
        () => undefined,
      );
      current = undefined;
    },
  };
}

const TIMED_OUT = 'timed out';
const CLOSED = 'closed';
const OVERDUE = (milliseconds: number) => `took longer than ${milliseconds} ms and was terminated`;

const failed = (error: StarlarkError): EvalFailure => ({ error, prints: [], steps: 0 });

/** One worker, from its start to its end. */
class Session {
  readonly #port: WorkerPort;
  #receive: (message: FromWorker | string) => void = () => undefined;
  #ended: string | undefined;

  private constructor(port: WorkerPort) {
    this.#port = port;
    port.onMessage((message) => this.#receive(message as FromWorker));
    port.onEnd((reason) => this.end(reason));
  }

  static async start(wasm: WebAssembly.Module, options: WorkerEngineOptions): Promise<Session> {
    const { limits, language, tuples, omit, setup } = options;
    const session = new Session(options.worker ? webPort(options.worker()) : startWorker(workerUrl()));
    const settings = { limits, language, tuples, omit };
    const answer = await session.#ask({ kind: 'start', settings, wasm, setup: setup && String(setup) });
    if (typeof answer === 'object' && answer.kind === 'ready') return session;
    const reason = typeof answer === 'object' && answer.kind === 'failed' ? answer.message : String(answer);
    session.end(reason);
    throw new Error(`the worker cannot start: ${reason}`);
  }

  /** The result, or why there is none; then the worker has ended. */
  async eval(request: WorkerRequest, patience: number): Promise<EvalResult | string> {
    const { filename, source, load } = request;
    const timer = setTimeout(() => this.end(TIMED_OUT), patience);
    const answer = await this.#ask({ kind: 'eval', request: { filename, source, ...(load && { load }) } });
    clearTimeout(timer);
    if (typeof answer === 'string') return answer;
    if (answer.kind === 'result') {
      const { result } = answer;
      return result.error ? result : { ...result, value: decodeJson(result.json) };
    }
    const reason = answer.kind === 'failed' ? answer.message : answer.kind;
    this.end(reason);
    return reason;
  }

  /** Ends the worker; a question that waits gets the reason. */
  end(reason: string): void {
    if (this.#ended !== undefined) return;
    this.#ended = reason;
    this.#port.terminate();
    this.#receive(reason);
  }

  async #ask(question: unknown): Promise<FromWorker | string> {
    if (this.#ended !== undefined) return this.#ended;
    this.#port.keepAlive(true);
    const answer = await new Promise<FromWorker | string>((resolve) => {
      this.#receive = resolve;
      this.#port.post(question);
    });
    this.#port.keepAlive(false);
    return answer;
  }
}
