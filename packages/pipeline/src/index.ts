export { type BackendSource, backendFor } from './backends.ts';
export {
  type CheckedDocument,
  type CheckOptions,
  checkDocument,
  type FoundFile,
  hashesOf,
  inputsOf,
  type ReferencedFile,
  stdlibOf,
} from './check.ts';
export type { PipelineContext, Tool } from './context.ts';
export {
  backendContext,
  type GenerateResult,
  generate,
  type Inspected,
  inspect,
  type OutputFile,
  restore,
  type VariantRun,
} from './generate.ts';
export { keyOfRun } from './key.ts';
export { type BatchEvent, type BatchOptions, runMany } from './many.ts';
export { buildReport, outputResult, type ReportParts } from './report.ts';
export {
  type Evaluated,
  type LoadedDocument,
  type LoadedModule,
  type LoadOptions,
  type LoadResult,
  loadSource,
  type Print,
  type SpecSource,
} from './source.ts';
export { variantFolder, variantRuns } from './variants.ts';
