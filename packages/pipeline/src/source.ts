/**
 * From the bytes of a source to a document: size limit, syntax or evaluation, the `compat` override, and the hash of
 * what was read.
 */
import { type BudgetProfile, checkSource } from '@speccade/budgets';
import { blake3Hex, type Issue, locateIssues, readJson, type SourceKind } from '@speccade/spec';
import { locateInScript } from './locate-script.ts';

/** A spec as it was found. */
export interface SpecSource {
  /** How the source is named in issues and records; relative where that is possible. */
  readonly path: string;
  readonly kind: SourceKind;
  readonly bytes: Uint8Array;
}

/** A file that a script loaded. */
export interface LoadedModule {
  /** Relative to the folder that modules are loaded from, `/`-separated. */
  readonly uri: string;
  readonly sha256: string;
}

/** What a script printed, and where. */
export interface Print {
  readonly message: string;
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** What evaluating a Starlark source came to. */
export type Evaluated = { readonly prints?: readonly Print[] } & (
  | {
      readonly ok: true;
      readonly document: unknown;
      /** The document as JSON, floats with a point or an exponent. */
      readonly json: string;
      /** Version of the authoring library: part of cache keys. */
      readonly stdlibVersion: string;
      readonly modules?: readonly LoadedModule[];
    }
  | {
      readonly ok: false;
      /** With `file` where that is a module. */
      readonly issues: readonly Issue[];
    }
);

export interface LoadOptions {
  /** Evaluates Starlark sources. The engine is the application's: who reads JSON only does not load it. */
  readonly starlark?: ((source: SpecSource) => Promise<Evaluated>) | undefined;
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
  /** The document as JSON: the text itself, or what it was evaluated to. */
  readonly text: string;
  /** Version of the authoring library; only for Starlark sources. */
  readonly stdlibVersion?: string;
  /** What a Starlark source loaded; part of cache keys and of the provenance. */
  readonly modules?: readonly LoadedModule[];
  readonly prints?: readonly Print[];
  readonly warnings: readonly Issue[];
}

export type LoadResult =
  | ({ readonly ok: true } & LoadedDocument)
  | {
      readonly ok: false;
      readonly sourceHash: string;
      readonly issues: readonly Issue[];
      readonly prints?: readonly Print[];
    };

/** Issues with line and column, as far as they are known. Those of other files have theirs already. */
export function locateIn(loaded: LoadedDocument, issues: readonly Issue[]): Issue[] {
  const { path, kind, bytes } = loaded.source;
  const isOwn = ({ file = path }: Issue) => file === path;
  const own = issues.filter(isOwn);
  const located =
    kind === 'json' ? locateIssues(own, loaded.text) : locateInScript(own, new TextDecoder().decode(bytes));
  const there = inFile(located, path)[Symbol.iterator]();
  return issues.map((issue) => (isOwn(issue) ? there.next().value! : issue));
}

/** Reads a source. Never throws for bad input; `TypeError` for a Starlark source without a way to evaluate it. */
export async function loadSource(source: SpecSource, options: LoadOptions): Promise<LoadResult> {
  const tooLarge = checkSource(source.bytes.length, options.profile);
  // A source over the limit is not hashed either: the limit bounds the work.
  if (tooLarge.length > 0) return { ok: false, sourceHash: '', issues: inFile(tooLarge, source.path) };
  const sourceHash = blake3Hex(source.bytes);
  if (source.kind === 'starlark') return loadStarlark(source, sourceHash, options);
  const read = readJson(source.bytes);
  if (!read.ok) return { ok: false, sourceHash, issues: inFile(read.issues, source.path) };
  return {
    ok: true,
    source,
    sourceHash,
    document: withCompat(read.value, options.compat),
    text: read.text,
    warnings: inFile(read.warnings, source.path),
  };
}

async function loadStarlark(source: SpecSource, sourceHash: string, options: LoadOptions): Promise<LoadResult> {
  if (!options.starlark) throw new TypeError('options.starlark is needed for Starlark sources');
  const evaluated = await options.starlark(source);
  const { prints = [] } = evaluated;
  if (!evaluated.ok) {
    const issues = evaluated.issues.map((issue) => ({ ...issue, file: issue.file ?? source.path }));
    return { ok: false, sourceHash, issues, prints };
  }
  const { document, json, stdlibVersion, modules = [] } = evaluated;
  return {
    ok: true,
    source,
    sourceHash,
    document: withCompat(document, options.compat),
    text: json,
    stdlibVersion,
    modules,
    prints,
    warnings: [],
  };
}

function withCompat(document: unknown, compat: 'reference' | undefined): unknown {
  if (compat === undefined) return document;
  const isObject = typeof document === 'object' && document !== null && !Array.isArray(document);
  return isObject ? { ...document, compat } : document;
}

function inFile(issues: readonly Issue[], file: string): Issue[] {
  return issues.map((issue) => ({ ...issue, file }));
}
