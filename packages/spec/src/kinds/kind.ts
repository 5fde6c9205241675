import type { $ZodType } from 'zod/v4/core';
import type { SpecEnvelope } from '../document.ts';
import type { PathStep } from '../issue.ts';

/** Where a kind module puts what it finds. Paths are relative to the document's root. */
export interface Findings {
  error(code: string, path: readonly PathStep[], message: string, more?: FindingMore): void;
  warn(code: string, path: readonly PathStep[], message: string, more?: FindingMore): void;
}
export interface FindingMore {
  readonly expected?: string;
  readonly found?: string;
  readonly suggestion?: string;
}

/** Everything `@speccade/spec` knows about the parameters of one recipe kind. Loaded when a document names the kind. */
export interface KindModule<Params = unknown> {
  readonly kind: string;
  /** The schema of `recipe.params` after {@link strip}. */
  readonly params: $ZodType<Params>;
  /** Keys that published specs carry beside the parameters and that are dropped before parsing (not before hashing). */
  strip?(params: Record<string, unknown>): Record<string, unknown>;
  /** Pattern of the top-level keys that {@link strip} drops, for the JSON Schema. */
  readonly stripped?: string;
  /** Rules that need more than one field, on the parsed parameters. */
  check?(params: Params, envelope: SpecEnvelope, findings: Findings): void;
  /** The files beside the spec that the parameters refer to, by their paths relative to its folder. */
  files?(params: Params): readonly string[];
  /** What to say of the raw parameters even when they do not parse: ignored fields and the like. */
  remark?(params: Record<string, unknown>, findings: Findings): void;
}
