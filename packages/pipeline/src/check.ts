/** Validation and budgets: everything that is known about a document before any work is done for it. */
import { type BudgetProfile, checkBudgets, estimate } from '@speccade/budgets';
import { type Issue, loadKind, recipeHash, type Spec, specHash, validateDocument } from '@speccade/spec';
import { type LoadedDocument, type LoadedModule, locateIn } from './source.ts';

export interface CheckOptions {
  readonly profile: BudgetProfile;
  /** Also what only generation needs. Default false. */
  readonly forGeneration?: boolean | undefined;
  /** Finds a file that the spec refers to, by its path relative to the spec's folder. Absent: there are none. */
  readonly findFile?: ((path: string) => ReferencedFile) | undefined;
}

/** A file that a spec refers to, such as a recording. */
export interface ReferencedFile {
  /** As the spec names it. */
  readonly uri: string;
  /** Where it was looked for, absolute. */
  readonly file: string;
  /** What was found there; absent where nothing may be read. */
  readonly found?: { readonly bytes: Uint8Array; readonly sha256: string } | undefined;
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
  /** What the spec refers to; part of cache keys and of the provenance. */
  readonly files?: readonly ReferencedFile[];
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
  const overBudget = locateIn(loaded, checkBudgets(validation, options.profile));
  const ok = validation.ok && overBudget.length === 0;
  const files = ok && spec && options.findFile ? await referencedFiles(spec, options.findFile) : [];
  // With the text of a JSON document, validation has located its findings already.
  const located = (issues: readonly Issue[]) => (loaded.source.kind === 'json' ? issues : locateIn(loaded, issues));
  return {
    loaded,
    ok,
    errors: [...located(validation.errors), ...overBudget],
    warnings: [...loaded.warnings, ...located(validation.warnings)],
    ...hashesOf(loaded.document),
    ...(ok && spec && { spec, estimate: estimate(spec) }),
    ...(files.length > 0 && { files }),
  };
}

async function referencedFiles(
  { recipe }: Spec,
  findFile: (path: string) => ReferencedFile,
): Promise<readonly ReferencedFile[]> {
  const module = recipe && (await loadKind(recipe.kind));
  return module?.files?.(recipe!.params).map(findFile) ?? [];
}

/** Everything besides the source that a document depends on: the modules of a script, and the files it refers to. */
export function inputsOf({ loaded, files = [] }: Pick<CheckedDocument, 'loaded' | 'files'>): LoadedModule[] {
  const inputs = new Map((loaded.modules ?? []).map((module) => [module.uri, module]));
  for (const { uri, found } of files)
    if (found) inputs.set(`file:${uri}`, { uri: `file:${uri}`, sha256: found.sha256 });
  return [...inputs.values()];
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
