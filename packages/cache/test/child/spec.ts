/** The part of `@speccade/spec` that the cache uses, so that a child process starts in a few milliseconds. */
export { CanonicalError, canonicalize } from '../../../spec/src/canonical.ts';
export { blake3Hex } from '../../../spec/src/hash.ts';
export { SpeccadeError } from '../../../spec/src/issue.ts';
export { stableReport } from '../../../spec/src/report.ts';
