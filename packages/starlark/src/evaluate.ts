/**
 * From the source of a spec in Starlark to its document. Deterministic: scripts see no files, clock or chance, and the
 * limits that usually end one count steps. Costs the start of the engine once (some tens of milliseconds), then about a
 * millisecond for a usual spec.
 */
import type { Issue } from '@speccade/spec';
import {
  createEngine,
  decodeJson,
  type Engine,
  type Limits,
  type Load,
  type Print,
  type StarlarkValue,
  type WasmSource,
} from '@speccade/starlark-wasm';
import { DIALECT } from './dialect.ts';
import { issuesOf } from './issues.ts';
import { LIBRARY } from './library/index.ts';
import { checkShape } from './shape.ts';
import { writeDocument } from './write.ts';

export interface EvaluatorOptions {
  readonly limits?: Partial<Limits>;
  /** The engine's module, where it does not lie beside its package. */
  readonly wasm?: WasmSource | Promise<WasmSource>;
}

export interface StarlarkSource {
  /** Base name of the file, for positions. Nothing is read from it. */
  readonly filename: string;
  readonly source: string;
  /** Finds the modules of `load` statements; without it, `load` is an error. */
  readonly load?: Load;
}

/** A module that a script loaded: its name as `load` gave it, and its source. */
export interface LoadedModule {
  readonly file: string;
  readonly source: string;
}

export type Evaluation =
  | {
      readonly ok: true;
      readonly document: Readonly<Record<string, unknown>>;
      /** The document as JSON, keys sorted, in which floats and only they have a point or an exponent. */
      readonly json: string;
      readonly prints: readonly Print[];
      /** In the order in which they were asked for first. */
      readonly modules: readonly LoadedModule[];
    }
  | { readonly ok: false; readonly issues: readonly Issue[]; readonly prints: readonly Print[] };

export interface Evaluator {
  /** Never throws for what a script does. */
  evaluate(request: StarlarkSource): Promise<Evaluation>;
  /** Frees the engine; the next evaluation starts it again. */
  close(): void;
}

/** Enough for the largest specs many times over; the clock is there for steps that take long. */
export const SPEC_LIMITS: Partial<Limits> = { steps: 50_000_000, milliseconds: 30_000, sourceBytes: 16 << 20 };

/** An engine with the library. */
export function createEvaluator(options: EvaluatorOptions = {}): Evaluator {
  const limits = { ...SPEC_LIMITS, ...options.limits };
  let engine: Engine | undefined;
  return {
    async evaluate({ filename, source, load }) {
      engine ??= createEngine({
        builtins: [...LIBRARY.map(({ builtin }) => builtin), ...DIALECT],
        limits,
        language: { namedFormats: false },
        tuples: 'array',
        ...(options.wasm !== undefined && { wasm: options.wasm }),
      });
      const text = source.replace(/^\ufeff/, '');
      const modules = new Map<string, string>();
      const result = await engine.eval({ filename, source: text, ...(load && { load: noting(load, modules) }) });
      const { prints } = result;
      if (result.error) {
        const sourceOf = (file: string) => (file === filename ? text : modules.get(file));
        return { ok: false, issues: issuesOf(result.error, filename, sourceOf), prints };
      }
      const value = decodeJson(result.json, { wholeFloats: 'marked' });
      const issues = checkShape(value, filename);
      if (issues.length > 0) return { ok: false, issues, prints };
      const json = writeDocument(value as { [key: string]: StarlarkValue });
      return {
        ok: true,
        document: decodeJson(json) as Record<string, unknown>,
        json,
        prints,
        modules: [...modules].map(([file, moduleSource]) => ({ file, source: moduleSource })),
      };
    },
    close() {
      engine?.close();
      engine = undefined;
    },
  };
}

/** `load`, with what it finds written down. */
function noting(load: Load, modules: Map<string, string>): Load {
  return (path, from) => {
    const found = typeof load === 'function' ? load(path, from) : Object.hasOwn(load, path) ? load[path] : undefined;
    if (found === undefined) return undefined;
    const module = typeof found === 'string' ? { source: found, file: path } : found;
    const source = module.source.replace(/^\ufeff/, '');
    modules.set(module.file, source);
    return { ...module, source };
  };
}

let shared: Evaluator | undefined;

/** Evaluates in an engine that all calls share. */
export function evaluateStarlark(request: StarlarkSource): Promise<Evaluation> {
  shared ??= createEvaluator();
  return shared.evaluate(request);
}
