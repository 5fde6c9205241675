/** Validation and budgets: everything that is known about a document before any work is done for it. */
import { type BudgetProfile, checkBudgets, estimate } from '@speccade/budgets';
import { type Issue, loadKind, recipeHash, type Spec, specHash, validateDocument } from '@speccade/spec';
import { type LoadedDocument, type LoadedModule, locateIn, type Print } from './source.ts';

export interface CheckOptions {
  readonly profile: BudgetProfile;
  /** Also what only generation needs. Default false. */
  readonly forGeneration?: boolean | undefined;
  /** Finds a file that the spec refers to, by its path relative to the spec's folder. Absent: there are none. */
  readonly findFile?: ((path: string) => ReferencedFile | Promise<ReferencedFile>) | undefined;
}

/** A file that a spec refers to: a recording, or another spec. */
export interface ReferencedFile {
  /** As the spec names it. */
  readonly uri: string;
  /** Where it was looked for, absolute. */
  readonly file: string;
  /** What was found there; absent where nothing may be read. */
  readonly found?: FoundFile | undefined;
  /** What is wrong with a script that was found, by its own lines: errors of the document that refers to it. */
  readonly issues?: readonly Issue[] | undefined;
}

export interface FoundFile {
  /** The file; of a script, the JSON that it comes to. */
  readonly bytes: Uint8Array;
  /** Of the file itself. */
  readonly sha256: string;
  /** Of a script: what it loaded, what it printed, and the version of the authoring library. */
  readonly modules?: readonly LoadedModule[] | undefined;
  readonly prints?: readonly Print[] | undefined;
  readonly stdlibVersion?: string | undefined;
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
  const overBudget = locateIn(loaded, await checkBudgets(validation, options.profile));
  const fits = validation.ok && overBudget.length === 0;
  const files = fits && spec && options.findFile ? await referencedFiles(spec, options.findFile) : [];
  const ofFiles = files.flatMap(({ issues = [] }) => issues);
  const ok = fits && ofFiles.length === 0;
  // With the text of a JSON document, validation has located its findings already.
  const located = (issues: readonly Issue[]) => (loaded.source.kind === 'json' ? issues : locateIn(loaded, issues));
  return {
    loaded,
    ok,
    errors: [...located(validation.errors), ...overBudget, ...ofFiles],
    warnings: [...loaded.warnings, ...located(validation.warnings)],
    ...hashesOf(loaded.document),
    ...(ok && spec && { spec, estimate: await estimate(spec) }),
    ...(files.length > 0 && { files }),
  };
}

async function referencedFiles(
  { recipe }: Spec,
  findFile: NonNullable<CheckOptions['findFile']>,
): Promise<readonly ReferencedFile[]> {
  const module = recipe && (await loadKind(recipe.kind));
  return Promise.all(module?.files?.(recipe!.params).map(findFile) ?? []);
}

/**
 * Everything besides the source that a document depends on: the modules of a script, the files it refers to, and what
 * those load.
 */
export function inputsOf({ loaded, files = [] }: Pick<CheckedDocument, 'loaded' | 'files'>): LoadedModule[] {
  const inputs = new Map((loaded.modules ?? []).map((module) => [module.uri, module]));
  for (const { uri, found } of files) {
    if (!found) continue;
    inputs.set(`file:${uri}`, { uri: `file:${uri}`, sha256: found.sha256 });
    for (const module of found.modules ?? []) inputs.set(module.uri, module);
  }
  return [...inputs.values()];
}

/** Version of the authoring library that the document, or a script it refers to, was made with. */
export function stdlibOf({ loaded, files = [] }: Pick<CheckedDocument, 'loaded' | 'files'>): string | undefined {
  return loaded.stdlibVersion ?? files.find(({ found }) => found?.stdlibVersion !== undefined)?.found?.stdlibVersion;
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
