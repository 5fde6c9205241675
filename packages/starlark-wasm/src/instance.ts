import type { LimitName } from './errors.ts';
import { type WasmMemory, wasmApi } from './host/platform.ts';
import { createWasi } from './host/wasi.ts';

/** Asked by the running script: a builtin (`0`) or a module (`1`). Must not throw: JavaScript exceptions break Go. */
export type AnswerScript = (operation: number, question: string) => string;

/** An instance that broke: what to report. It must be dropped. */
export class Crash extends Error {
  readonly limit: LimitName | undefined;

  constructor(message: string, limit?: LimitName) {
    super(message);
    this.limit = limit;
  }
}

interface Exports {
  readonly memory: WasmMemory;
  _initialize(): void;
  allocate(size: number): number;
  answer_at(): number;
  setup(): number;
  eval(): number;
  read(id: number): number;
}

/** One running copy of the engine. Takes some milliseconds to make; is made for one configuration. */
export class Instance {
  readonly #exports: Exports;
  readonly #stderr: () => string;
  #answer: AnswerScript = () => '';

  private constructor(exports: Exports, stderr: () => string, waiting: Waiting) {
    this.#exports = exports;
    this.#stderr = stderr;
    waiting.answer = (operation, question) => this.#answer(operation, question);
    waiting.memory = exports.memory;
  }

  /** Throws {@link Crash} where it cannot start, `TypeError` for a configuration that the engine refuses. */
  static async create(module: WebAssembly.Module, configuration: string): Promise<Instance> {
    const waiting: Waiting = { answer: () => '', memory: undefined, text: EMPTY };
    const wasi = createWasi(module, () => waiting.memory!);
    const { exports } = await wasmApi.instantiate(module, {
      wasi_snapshot_preview1: wasi.imports,
      host: {
        call(operation: number, at: number, size: number) {
          waiting.text = encoder.encode(waiting.answer(operation, decode(waiting.memory!, at, size)));
          return waiting.text.length;
        },
        take(at: number) {
          new Uint8Array(waiting.memory!.buffer).set(waiting.text, at);
          waiting.text = EMPTY;
          return undefined;
        },
      },
    });
    const instance = new Instance(exports as unknown as Exports, wasi.stderr, waiting);
    const problem = instance.#guard(() => {
      instance.#exports._initialize();
      instance.#write(configuration);
      return instance.#read(instance.#exports.setup());
    });
    if (problem !== '') throw new TypeError(problem);
    return instance;
  }

  /** Runs a request. Throws {@link Crash}. */
  eval(request: string, answer: AnswerScript): string {
    this.#answer = answer;
    return this.#guard(() => {
      this.#write(request);
      return this.#read(this.#exports.eval());
    });
  }

  /** Bytes of memory. It never shrinks. */
  get size(): number {
    return this.#exports.memory.buffer.byteLength;
  }

  /** Writes out the value of a handle while {@link eval} runs: `=text`, or `!problem`. */
  read(id: number): string {
    return this.#read(this.#exports.read(id));
  }

  #write(text: string): void {
    const bytes = encoder.encode(text);
    const at = this.#exports.allocate(bytes.length);
    new Uint8Array(this.#exports.memory.buffer).set(bytes, at);
  }

  #read(size: number): string {
    return size === 0 ? '' : decode(this.#exports.memory, this.#exports.answer_at(), size);
  }

  #guard<T>(run: () => T): T {
    try {
      return run();
    } catch (error) {
      throw this.#crash(error);
    }
  }

  #crash(error: unknown): Crash {
    const stderr = this.#stderr();
    if (/out of memory|cannot allocate/.test(stderr)) return new Crash('out of memory', 'memory');
    // V8 and JavaScriptCore throw RangeError, SpiderMonkey InternalError.
    if (error instanceof RangeError || (error instanceof Error && /recursion/.test(error.message))) {
      return new Crash('out of stack', 'stack');
    }
    const first = stderr.split('\n').find((line) => line !== '');
    return new Crash(`the engine stopped: ${first ?? String(error)}`);
  }
}

interface Waiting {
  answer: AnswerScript;
  memory: WasmMemory | undefined;
  text: Uint8Array;
}

const EMPTY = new Uint8Array(0);
const encoder = new TextEncoder();
const decoder = new TextDecoder();

const decode = (memory: WasmMemory, at: number, size: number): string =>
  decoder.decode(new Uint8Array(memory.buffer, at, size));
