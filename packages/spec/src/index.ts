export type { Artifact, Backend, BackendContext, Metrics } from './backend.ts';
export { BackendError } from './backend.ts';
export { CanonicalError, canonicalize, MAX_CANONICAL_DEPTH } from './canonical.ts';
export { CODES } from './codes.ts';
export type {
  AssetType,
  EngineTarget,
  Output,
  OutputFormat,
  OutputKind,
  Recipe,
  Spec,
  SpecEnvelope,
  Variant,
} from './document.ts';
export {
  ASSET_TYPES,
  ENGINE_TARGETS,
  MAX_SEED,
  OUTPUT_FORMATS,
  OUTPUT_KINDS,
  SEED_WARNING_THRESHOLD,
  SPEC_VERSION,
} from './document.ts';
export { formatJson } from './format.ts';
export { blake3Hex, canonicalHash } from './hash.ts';
export type { Issue, IssueTrace, PathStep, Severity } from './issue.ts';
export { describe, formatPath, parsePath, SpeccadeError } from './issue.ts';
export type { JsonObject, JsonValue } from './json.ts';
export { JSON_SCHEMA_ID, toJsonSchema } from './json-schema.ts';
export type { FindingMore, Findings, KindModule } from './kinds/kind.ts';
export { kindsWithSchema, loadKind } from './kinds/registry.ts';
export type { KindEntry } from './kinds/table.ts';
export { KINDS, kindEntry, recipeKindOf } from './kinds/table.ts';
export { locateIssues } from './locate.ts';
export { checkOutputPath, type PathVerdict, pathCollisionKey } from './output-path.ts';
export { MAX_JSON_DEPTH, type ReadResult, readJson } from './reader.ts';
export { referenceCanonicalize, referenceSpecHash } from './reference-hash.ts';
export type { OutputResult, Report, ReportCache, ReportIssue, ReportProvenance, SourceKind } from './report.ts';
export {
  formatReport,
  REPORT_VERSION,
  reportFileName,
  stableReport,
  toReportIssue,
  VOLATILE_REPORT_FIELDS,
} from './report.ts';
export { deriveComponentSeed, deriveLayerSeed, deriveVariantSeed, seedFromBytes } from './seed.ts';
export { hashableDocument, recipeHash, specHash } from './spec-hash.ts';
export { didYouMean, nearest } from './suggest.ts';
export { type ValidateOptions, type Validation, validateDocument, validateWith } from './validate.ts';
export { type Parsed, parseWith } from './zod-issues.ts';
