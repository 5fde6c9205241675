export type { Envelope, Signature } from './envelope.ts';
export { pae, STATEMENT_MEDIA_TYPE, unsignedEnvelope } from './envelope.ts';
export type { InputProvenance, RunProvenance } from './input.ts';
export { inputProvenance, reportProvenance } from './input.ts';
export { fileUri } from './local-uri.ts';
export type { DigestSet, ResourceDescriptor, RunTimes, Statement, StatementRun, Subject } from './statement.ts';
export {
  BUILD_TYPE,
  BUILDER_IDS,
  PREDICATE_TYPE,
  STATEMENT_TYPE,
  statementBytes,
  statementFor,
} from './statement.ts';
