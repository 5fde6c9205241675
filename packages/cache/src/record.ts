/**
 * The record of one key: what was asked, what came out, and hashes over both. On disk it is the canonical JSON (RFC 8785)
 * of {@link CacheRecord}, so that a reader checks the text it read without serialising it again.
 */
import { canonicalize, type Report, stableReport } from '@speccade/spec';
import { pathsFlaw } from './artifact-path.ts';
import type { Flaw, Sha256 } from './backing.ts';
import { keyFor } from './key.ts';
import { type CacheKeyInput, isHash } from './key-input.ts';

export const RECORD_FORMAT = 'speccade.cache.record/2';

/** A longer record is neither written nor read. */
export const MAX_RECORD_BYTES = 1 << 20;

/** A report without the members that differ from run to run. */
export type StableReport = ReturnType<typeof stableReport>;

/** One file of an entry, without its bytes. */
export interface RecordArtifact {
  /** Relative to the output root. */
  readonly path: string;
  /** Of the whole file. */
  readonly sha256: string;
  readonly bytes: number;
  /** `primary`, `metadata`, ...: the output kind. */
  readonly role: string;
  readonly mode: '0644';
}

export interface CacheRecord {
  readonly format: typeof RECORD_FORMAT;
  readonly key: string;
  readonly key_input: CacheKeyInput;
  /** ISO 8601, UTC, seconds. Not part of the entry's identity. */
  readonly created_at: string;
  /** Relative to the project; left out when it is not known or absolute. */
  readonly source_path?: string;
  readonly tool: { readonly name: string; readonly version: string };
  /** How long the generation took, in whole milliseconds: what a hit saves. */
  readonly generate_ms?: number;
  readonly report: StableReport;
  /** Of the canonical JSON of `report`. */
  readonly report_sha256: string;
  readonly artifacts: readonly RecordArtifact[];
  /** Of the canonical JSON of the record without this member. */
  readonly self_sha256: string;
}

/** Everything of a record that is not derived from the rest of it. */
export type RecordFields = Omit<CacheRecord, 'format' | 'report' | 'report_sha256' | 'self_sha256'> & {
  readonly report: Report;
};

/** The text of a record. Throws `CanonicalError` when the report holds what JSON cannot. */
export function recordText(fields: RecordFields, sha256: Sha256): string {
  const report = stableReport(fields.report);
  const body = { ...fields, format: RECORD_FORMAT, report, report_sha256: sha256(canonicalize(report)) };
  return canonicalize({ ...body, self_sha256: sha256(canonicalize(body)) });
}

const SELF = ',"self_sha256":"';
const SELF_END = SELF.length + 64;

/**
 * Reads a record and checks all of it: own hash, schema, that it belongs to `key`, and that its key input gives `key`.
 * Returns the first flaw found otherwise.
 */
export function parseRecord(text: string, key: string, sha256: Sha256): CacheRecord | Flaw {
  // The member after it is `source_path` or `tool`, neither of which can hold this text unescaped: the last one is ours.
  const at = text.lastIndexOf(SELF);
  if (at < 0) return { flaw: 'has no hash of its own' };
  const self = text.slice(at + SELF.length, at + SELF_END);
  if (sha256(text.slice(0, at) + text.slice(at + SELF_END + 1)) !== self) return { flaw: 'does not have its own hash' };
  let record: CacheRecord;
  try {
    record = JSON.parse(text) as CacheRecord;
  } catch {
    return { flaw: 'is not JSON' };
  }
  const flaw = schemaFlaw(record, self);
  if (flaw !== null) return { flaw };
  if (record.key !== key) return { flaw: `is the record of ${record.key}` };
  if (sha256(canonicalize(record.report)) !== record.report_sha256) return { flaw: 'has a report with another hash' };
  try {
    if (keyFor(record.key_input).full !== key) return { flaw: 'has a key input that gives another key' };
  } catch {
    return { flaw: 'has a key input that gives no key' };
  }
  return record;
}

const MEMBERS: Readonly<Record<keyof CacheRecord, (value: unknown) => boolean>> = {
  format: (value) => value === RECORD_FORMAT,
  key: isHash,
  key_input: isObject,
  created_at: (value) => typeof value === 'string',
  source_path: (value) => value === undefined || typeof value === 'string',
  tool: (value) => isObject(value) && typeof value.name === 'string' && typeof value.version === 'string',
  generate_ms: (value) => value === undefined || (Number.isSafeInteger(value) && (value as number) >= 0),
  report: (value) => isObject(value) && Array.isArray(value.outputs),
  report_sha256: isHash,
  artifacts: (value) => Array.isArray(value) && value.every(isArtifact),
  self_sha256: isHash,
};

function schemaFlaw(record: CacheRecord, self: string): string | null {
  if (!isObject(record)) return 'is no object';
  for (const name of Object.keys(record)) if (!Object.hasOwn(MEMBERS, name)) return `has an unknown member ${name}`;
  for (const [name, valid] of Object.entries(MEMBERS)) {
    if (!valid(record[name as keyof CacheRecord])) return `has a wrong ${name}`;
  }
  if (record.self_sha256 !== self) return 'has two hashes of its own';
  const flaw = pathsFlaw(record.artifacts.map((artifact) => artifact.path));
  return flaw === null ? null : `has an artifact path that is not allowed: ${flaw}`;
}

function isArtifact(value: unknown): boolean {
  return (
    isObject(value) &&
    Object.keys(value).length === 5 &&
    typeof value.path === 'string' &&
    isHash(value.sha256) &&
    Number.isSafeInteger(value.bytes) &&
    (value.bytes as number) >= 0 &&
    typeof value.role === 'string' &&
    value.mode === '0644'
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether two entries list the same files with the same content, in the same order. */
export function sameArtifacts(a: readonly RecordArtifact[], b: readonly RecordArtifact[]): boolean {
  return a.length === b.length && a.every((file, i) => file.path === b[i]!.path && file.sha256 === b[i]!.sha256);
}
