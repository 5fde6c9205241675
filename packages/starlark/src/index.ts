/** The authoring library for Starlark specs. */
export type { Check, InnerCode, Range, Refusal } from './library/checks.ts';
export type { LibraryFunction, Param, ParamType } from './library/define.ts';
