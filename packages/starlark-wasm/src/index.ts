/**
 * Starlark for JavaScript: starlark-go compiled to WebAssembly. Nothing is read or fetched when this is imported.
 */
export {
  type Arguments,
  type Builtin,
  type Call,
  HostError,
  type ItemType,
  type Parameter,
  type ParameterType,
} from './builtins.ts';
export {
  createEngine,
  type Engine,
  type EngineOptions,
  type EngineSettings,
  type EvalFailure,
  type EvalRequest,
  type EvalResult,
  type EvalSuccess,
  type Load,
  type Module,
  type Print,
} from './engine.ts';
export {
  type ErrorCode,
  formatError,
  type LimitName,
  type Position,
  type StackFrame,
  type StarlarkError,
} from './errors.ts';
export type { WasmSource } from './host/source.ts';
export { DEFAULT_LANGUAGE, type Language } from './language.ts';
export { DEFAULT_LIMITS, type Limits, MEMORY_MAXIMUM } from './limits.ts';
export { type DecodeOptions, decodeJson } from './wire/decode.ts';
export { StarlarkFloat, StarlarkHandle, type StarlarkInput, type StarlarkValue } from './wire/value.ts';
