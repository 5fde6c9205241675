/** What the functions of this folder take and give, and the codes of what they find. */
import { type Issue, type JsonObject, type Recipe, type Spec, SpeccadeError } from '@speccade/spec';

/**
 * An `audio_v1` document as it is written: members that have a default may be absent. A parsed spec is one, and so is the
 * JSON value of a valid file.
 */
export type SoundDocument = Spec<Recipe<'audio_v1', JsonObject>>;

/** A finished document, or every reason why there is none. */
export type DesignResult =
  | { readonly ok: true; readonly spec: SoundDocument; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Codes of this folder with the sentence that explains them. */
export const DESIGN_CODES = {
  DESIGN_001: 'a preset cannot be read',
  DESIGN_002: 'a parameter of a preset is invalid',
  DESIGN_003: 'the spec is no sound',
  DESIGN_004: 'a lock names nothing',
  DESIGN_005: 'two sounds have no sound between them',
  DESIGN_W001: 'a parameter of a preset has no exact equivalent',
} as const;
export type DesignCode = keyof typeof DESIGN_CODES;

/** An error, or a warning where the code begins with `DESIGN_W`. */
export function designIssue(
  code: DesignCode,
  path: string,
  message: string,
  more: Pick<Issue, 'expected' | 'found' | 'suggestion'> = {},
): Issue {
  return { code, severity: code === 'DESIGN_W001' ? 'warning' : 'error', path, message, ...more };
}

/** The issue as an exception. */
export function designError(issue: Issue): SpeccadeError {
  return new SpeccadeError(issue.code, issue.message, [issue]);
}

/** The parameters of a spec. Throws `SpeccadeError` (DESIGN_003) for a spec that is not an `audio_v1` sound. */
export function soundParams(spec: Spec): JsonObject {
  const { recipe } = spec;
  if (recipe?.kind === 'audio_v1') return recipe.params as JsonObject;
  const expected = 'a recipe of kind audio_v1';
  const found = recipe === undefined ? 'no recipe' : JSON.stringify(recipe.kind);
  throw designError(designIssue('DESIGN_003', 'recipe.kind', 'only sounds can be worked on', { expected, found }));
}
