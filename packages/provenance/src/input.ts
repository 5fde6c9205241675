import { blake3Hex, type ReportProvenance, type SourceKind } from '@speccade/spec';

/** Where an input came from. */
export interface InputProvenance {
  readonly source_kind: SourceKind;
  /** `blake3:` and the hash of the raw bytes, before parsing: a changed space or line ending changes it. */
  readonly source_hash: string;
  /** Of the authoring library; only for Starlark sources. */
  readonly stdlib_version?: string;
  /** Files that a Starlark source loaded, in the order of their first `load`. */
  readonly modules?: ReportProvenance['modules'];
}

/** Provenance of the raw bytes of a source file. */
export function inputProvenance(bytes: Uint8Array, sourceKind: SourceKind, stdlibVersion?: string): InputProvenance {
  return {
    source_kind: sourceKind,
    source_hash: `blake3:${blake3Hex(bytes)}`,
    ...(stdlibVersion !== undefined && { stdlib_version: stdlibVersion }),
  };
}

/** What a run adds to the provenance of its input. */
export interface RunProvenance {
  readonly recipeHash?: string | undefined;
  /** Cache key of the run, 64 hex digits. */
  readonly key?: string | undefined;
  /** `dirty` speaks of the tool's build, not of the user's project. */
  readonly tool: { readonly name: string; readonly version: string; readonly dirty?: boolean | undefined };
}

/** The `provenance` block of a report. */
export function reportProvenance(input: InputProvenance, run: RunProvenance): ReportProvenance {
  const { name, version, dirty } = run.tool;
  return {
    ...input,
    ...(run.recipeHash !== undefined && { recipe_hash: run.recipeHash }),
    ...(run.key !== undefined && { key: run.key }),
    tool: { name, version, ...(dirty !== undefined && { dirty }) },
  };
}
