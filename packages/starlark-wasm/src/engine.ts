import { type Builtin, checkBuiltins } from './builtins.ts';
import type { StarlarkError } from './errors.ts';
import { evaluate } from './evaluate.ts';
import { compileWasm, type WasmSource } from './host/source.ts';
import { Crash, Instance } from './instance.ts';
import { DEFAULT_LANGUAGE, type Language } from './language.ts';
import { completeLimits, type Limits, MODULE_MEMORY } from './limits.ts';
import { wasmUrl } from './wasm-url.ts';
import { encodeWire } from './wire/encode.ts';
import type { StarlarkValue } from './wire/value.ts';

/** What an engine is made from, but for functions: what a worker can be told. */
export interface EngineSettings {
  readonly limits?: Partial<Limits>;
  readonly language?: Partial<Language>;
  /** Tuples in results: an error of code `value` (the default), or arrays. */
  readonly tuples?: 'error' | 'array';
  /** Names of Starlark's own functions that scripts shall not see. */
  readonly omit?: readonly string[];
}

export interface EngineOptions extends EngineSettings {
  /** Functions for scripts. They hide Starlark's own ones of the same name. */
  readonly builtins?: readonly Builtin[];
  /**
   * The WebAssembly module: compiled, its bytes, a URL, or a response. Left out, it is taken from beside this package,
   * by reading the file or by `fetch`, when it is needed first.
   */
  readonly wasm?: WasmSource | Promise<WasmSource>;
}

/** A module for a `load` statement: its source; with `file`, a name under which it is known in cycles and errors. */
export type Module = string | { readonly source: string; readonly file: string };

/**
 * Finds modules, by path or by a function that gets the path as written and the file that has the statement. It returns
 * `undefined` or throws where there is none. A file that several statements name runs once.
 */
export type Load = Readonly<Record<string, Module>> | ((path: string, from: string) => Module | undefined);

export interface EvalRequest {
  /** The name for positions and stacks. Nothing is read from it. */
  readonly filename: string;
  readonly source: string;
  /** Switches `load` on. */
  readonly load?: Load;
}

export interface Print {
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

interface Outcome {
  /** What the script printed, up to its end. Lost where the engine broke or was terminated. */
  readonly prints: readonly Print[];
  /** Steps taken; 0 where the engine broke or was terminated. */
  readonly steps: number;
}

export interface EvalSuccess extends Outcome {
  readonly error?: undefined;
  /** The value of the last statement where that is an expression, else null: `decodeJson(json)`. */
  readonly value: StarlarkValue;
  /** The same as JSON in which floats, and only they, have a point or an exponent, and dicts keep their order. */
  readonly json: string;
}

export interface EvalFailure extends Outcome {
  readonly error: StarlarkError;
}

export type EvalResult = EvalSuccess | EvalFailure;

export interface Engine {
  /** Evaluates a source. Errors of the script are results; the promise is rejected only if the engine cannot start. */
  eval(request: EvalRequest): Promise<EvalResult>;
  /** Starts what the first evaluation would have to start. */
  ready(): Promise<void>;
  /** Frees memory and workers. Evaluations afterwards start them again. */
  close(): void;
}

/**
 * An engine in this thread. While a script runs, the thread does nothing else; what the limits cannot interrupt (one
 * step that takes long) blocks it. For scripts that are not trusted there is the worker mode.
 *
 * Throws `TypeError` or `RangeError` for options that cannot work.
 */
export function createEngine(options: EngineOptions = {}): Engine {
  const builtins = options.builtins ?? [];
  checkBuiltins(builtins);
  const limits = completeLimits(options.limits);
  const configuration = configure(options, builtins, limits);
  let module: Promise<WebAssembly.Module> | undefined;
  let running: Promise<Instance> | undefined;

  const start = async (): Promise<Instance> => {
    module ??= options.wasm === undefined ? defaultModule() : compileWasm(options.wasm);
    return Instance.create(await module, configuration);
  };
  const instance = (): Promise<Instance> => {
    if (running) return running;
    const started = (running = start());
    started.catch(() => {
      if (running === started) [module, running] = [undefined, undefined];
    });
    return started;
  };
  return {
    async eval(request) {
      if (typeof request.filename !== 'string') throw new TypeError('filename must be a string');
      if (typeof request.source !== 'string') throw new TypeError('source must be a string');
      if (request.source.length > limits.sourceBytes) return tooLong(limits.sourceBytes);
      let pending: Promise<Instance>;
      let used: Instance;
      // While this waited, another evaluation may have broken or retired the instance.
      do used = await (pending = instance());
      while (pending !== running);
      try {
        const result = evaluate(used, builtins, request);
        if (used.size > RETIRED_SIZE) running = undefined;
        return result;
      } catch (error) {
        running = undefined;
        if (!(error instanceof Crash)) throw error;
        return crashed(error);
      }
    },
    async ready() {
      await instance();
    },
    close() {
      running = undefined;
    },
  };
}

/** An instance that has grown beyond these bytes is not used again: the next script shall have as much room as this one. */
const RETIRED_SIZE = 64 << 20;

let compiled: Promise<WebAssembly.Module> | undefined;

/** The module beside the package, compiled once. */
export function defaultModule(): Promise<WebAssembly.Module> {
  if (compiled) return compiled;
  const compiling = (compiled = compileWasm(wasmUrl()));
  compiling.catch(() => {
    compiled = undefined;
  });
  return compiling;
}

/** The settings as the engine reads them. */
function configure(settings: EngineSettings, builtins: readonly Builtin[], limits: Limits): string {
  const given = Object.entries(settings.language ?? {}).filter(([, value]) => value !== undefined);
  return encodeWire({
    limits: {
      steps: limits.steps,
      depth: limits.callDepth,
      millis: limits.milliseconds,
      source: limits.sourceBytes,
      expression: limits.treeDepth,
      valueDepth: limits.valueDepth,
      output: limits.outputBytes,
      memory: MODULE_MEMORY,
    },
    language: { ...DEFAULT_LANGUAGE, ...Object.fromEntries(given) },
    tuples: settings.tuples === 'array',
    omit: settings.omit ?? [],
    builtins: builtins.map(({ name, keywordOnly, params }) => ({
      name,
      keywordOnly,
      params: params.map((param) => ({ ...param })),
    })),
  });
}

const failed = (error: StarlarkError): EvalFailure => ({ error, prints: [], steps: 0 });

const tooLong = (bytes: number): EvalFailure =>
  failed({ code: 'limit', limit: 'source', message: `source is longer than ${bytes} bytes`, stack: [] });

/** The result of an evaluation that broke its instance. */
function crashed({ message, limit }: Crash): EvalFailure {
  return failed(limit ? { code: 'limit', limit, message, stack: [] } : { code: 'internal', message, stack: [] });
}
