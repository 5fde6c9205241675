/** The authoring library for Starlark specs, and evaluating them. */
export type { Load, Module, Print } from '@speccade/starlark-wasm';
export {
  type Completion,
  type Completions,
  completions,
  describe,
  type LibraryPage,
  libraryPages,
} from './describe.ts';
export { type Dump, type DumpFunction, type DumpParam, dumpLibrary, searchLibrary, signature } from './dump.ts';
export {
  createEvaluator,
  type Evaluation,
  type Evaluator,
  type EvaluatorOptions,
  evaluateStarlark,
  type LoadedModule,
  SPEC_LIMITS,
  type StarlarkSource,
} from './evaluate.ts';
export type { Check, InnerCode, Range, Refusal } from './library/checks.ts';
export type { LibraryFunction, Param, ParamType } from './library/define.ts';
export { LIBRARY, STDLIB_VERSION } from './library/index.ts';
