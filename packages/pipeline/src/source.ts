/** From the bytes of a source to a document: size limit, syntax, the `compat` override, and the hash of what was read. */
import { type BudgetProfile, checkSource } from '@speccade/budgets';
import { blake3Hex, type Issue, readJson, type SourceKind } from '@speccade/spec';

/** A spec as it was found. */
export interface SpecSource {
  /** How the source is named in issues and records; relative where that is possible. */
  readonly path: string;
  readonly kind: SourceKind;
  readonly bytes: Uint8Array;
}

export interface LoadOptions {
  readonly profile: BudgetProfile;
  /** Sets the document's `compat` member, so that it is part of every hash, key and report. */
  readonly compat?: 'reference' | undefined;
}

/** A source that could be read; whether it is a valid spec is not known yet. */
export interface LoadedDocument {
  readonly source: SpecSource;
  /** BLAKE3 of the raw bytes. */
  readonly sourceHash: string;
  readonly document: unknown;
  /** The text, for positions in issues. */
  readonly text: string;
  readonly warnings: readonly Issue[];
}

export type LoadResult =
  | ({ readonly ok: true } & LoadedDocument)
  | { readonly ok: false; readonly sourceHash: string; readonly issues: readonly Issue[] };

/** Reads a source. Never throws for bad input. */
export function loadSource(source: SpecSource, options: LoadOptions): LoadResult {
  const tooLarge = checkSource(source.bytes.length, options.profile);
  // A source over the limit is not hashed either: the limit bounds the work.
  if (tooLarge.length > 0) return { ok: false, sourceHash: '', issues: inFile(tooLarge, source.path) };
  const sourceHash = blake3Hex(source.bytes);
  const read = readJson(source.bytes);
  if (!read.ok) return { ok: false, sourceHash, issues: inFile(read.issues, source.path) };
  return {
    ok: true,
    source,
    sourceHash,
    document: options.compat === undefined ? read.value : withCompat(read.value, options.compat),
    text: read.text,
    warnings: inFile(read.warnings, source.path),
  };
}

function withCompat(document: unknown, compat: 'reference'): unknown {
  const isObject = typeof document === 'object' && document !== null && !Array.isArray(document);
  return isObject ? { ...document, compat } : document;
}

function inFile(issues: readonly Issue[], file: string): Issue[] {
  return issues.map((issue) => ({ ...issue, file }));
}
