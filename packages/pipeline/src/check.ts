/** Validation and budgets: everything that is known about a document before any work is done for it. */
import { type BudgetProfile, checkBudgets, estimate } from '@speccade/budgets';
import { type Issue, recipeHash, type Spec, specHash, validateDocument } from '@speccade/spec';
import { type LoadedDocument, locateIn } from './source.ts';

export interface CheckOptions {
  readonly profile: BudgetProfile;
  /** Also what only generation needs. Default false. */
  readonly forGeneration?: boolean | undefined;
}

/** A document and all that was found about it. */
export interface CheckedDocument {
  readonly loaded: LoadedDocument;
  readonly ok: boolean;
  readonly errors: readonly Issue[];
  readonly warnings: readonly Issue[];
  /** Only when `ok`. */
  readonly spec?: Spec;
  /** BLAKE3 of the canonical document; absent when the document has no canonical form. */
  readonly specHash?: string;
  /** Absent without a recipe. */
  readonly recipeHash?: string;
  /** Cost in abstract units; only when `ok`. */
  readonly estimate?: number;
}

/** Validates a loaded document and holds it against the budget. Budget violations are errors like any other. */
export async function checkDocument(loaded: LoadedDocument, options: CheckOptions): Promise<CheckedDocument> {
  const validation = await validateDocument(loaded.document, {
    forGeneration: options.forGeneration ?? false,
    ...(loaded.source.kind === 'json' && { text: loaded.text }),
    file: loaded.source.path,
  });
  const { spec } = validation;
  const overBudget = locateIn(loaded, await checkBudgets(validation, options.profile));
  const ok = validation.ok && overBudget.length === 0;
  // With the text of a JSON document, validation has located its findings already.
  const located = (issues: readonly Issue[]) => (loaded.source.kind === 'json' ? issues : locateIn(loaded, issues));
  return {
    loaded,
    ok,
    errors: [...located(validation.errors), ...overBudget],
    warnings: [...loaded.warnings, ...located(validation.warnings)],
    ...hashesOf(loaded.document),
    ...(ok && spec && { spec, estimate: await estimate(spec) }),
  };
}

/** `spec_hash` and `recipe_hash` of a document, as far as it has them. */
export function hashesOf(document: unknown): { specHash?: string; recipeHash?: string } {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return {};
  const { recipe } = document as { recipe?: { kind?: unknown; params?: unknown } | null };
  const hasRecipe = typeof recipe === 'object' && recipe !== null && typeof recipe.kind === 'string';
  return {
    specHash: specHash(document as Record<string, unknown>),
    ...(hasRecipe && { recipeHash: recipeHash({ kind: recipe.kind as string, params: recipe.params }) }),
  };
}
