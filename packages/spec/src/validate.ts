/**
 * From a JSON value to a {@link Spec}: every finding at once, in document order, never an exception for bad input.
 *
 * The envelope is checked field by field, so that a wrong type in one field hides nothing about the others; then the
 * module of the recipe's kind, when there is one, checks `recipe.params`.
 */
import { ASSET_TYPES, type AssetType, envelopeSchema, type Recipe, type Spec, type SpecEnvelope } from './document.ts';
import { checkEnvelope } from './envelope-rules.ts';
import { FindingList } from './findings.ts';
import type { Issue, PathStep } from './issue.ts';
import { describe } from './issue.ts';
import type { KindModule } from './kinds/kind.ts';
import { loadKind } from './kinds/registry.ts';
import { KINDS, kindEntry, recipeKindOf } from './kinds/table.ts';
import { checkOutputPath } from './output-path.ts';
import { MAX_JSON_DEPTH } from './reader.ts';
import { didYouMean } from './suggest.ts';
import { parseWith } from './zod-issues.ts';

export interface ValidateOptions {
  /** Adds what only generation needs: a recipe (E010) of a kind that can be generated (E016). Default false. */
  readonly forGeneration?: boolean;
  /** The text that the value was read from, for lines and columns. */
  readonly text?: string;
  /** The file that the value was read from; only repeated in the issues. */
  readonly file?: string;
}

export interface Validation {
  readonly ok: boolean;
  readonly errors: readonly Issue[];
  readonly warnings: readonly Issue[];
  /** The parsed spec; only when `ok`. */
  readonly spec?: Spec;
  /** The recipe with parsed parameters, also when something else about the document is wrong. */
  readonly recipe?: Recipe;
}

/** Validates a document, loading the module of its kind when that is needed. */
export async function validateDocument(value: unknown, options: ValidateOptions = {}): Promise<Validation> {
  const kind = recipeKindOf(value);
  return validateWith(value, kind === undefined ? undefined : await loadKind(kind), options);
}

/** As {@link validateDocument} with the kind's module at hand; `undefined` leaves `recipe.params` unchecked. */
export function validateWith(
  value: unknown,
  module: KindModule<unknown> | undefined,
  options: ValidateOptions = {},
): Validation {
  const findings = new FindingList();
  if (!resemblesSpec(value)) {
    findings.error('E018', [], 'this is not a spec: it has none of the members that every spec has', {
      expected: `an object with ${REQUIRED.join(', ')}`,
      found: describe(value),
    });
    return { ok: false, ...findings.sorted(value, options) };
  }
  // Values of other sources than text can be nested without end, and parsing them is recursive.
  if (isNestedBeyond(value, MAX_JSON_DEPTH)) {
    findings.error('E018', [], 'the document is nested too deeply', {
      expected: `at most ${MAX_JSON_DEPTH} levels`,
      found: `more than ${MAX_JSON_DEPTH}`,
    });
    return { ok: false, ...findings.sorted(value, options) };
  }
  const envelope = parseWith(envelopeSchema, value, [], envelopeCode);
  if (!envelope.ok) {
    for (const { issue, steps } of envelope.issues) findings.add(issue, steps);
  }
  checkEnvelope(value, findings);
  checkRecipe(value, options.forGeneration ?? false, findings);
  const params = module && checkParams(value, module, findings);
  if (envelope.ok && !findings.hasErrors) {
    const spec = assemble(envelope.value as Record<string, unknown>, params);
    if (module?.check && params !== undefined) module.check(params, spec, findings);
    if (!findings.hasErrors) {
      const { warnings } = findings.sorted(value, options);
      return { ok: true, errors: [], warnings, spec, ...(spec.recipe && { recipe: spec.recipe }) };
    }
  } else if (module?.check && params !== undefined) {
    // The envelope has errors, the parameters parse: their rules are told all the same.
    module.check(params, lenientEnvelope(value), findings);
  }
  const recipe = module && params !== undefined ? { kind: module.kind, params } : undefined;
  return { ok: false, ...findings.sorted(value, options), ...(recipe && { recipe }) };
}

/** Whether a JSON value has more than `levels` arrays and objects in each other. */
function isNestedBeyond(value: unknown, levels: number): boolean {
  let layer: unknown[] = [value];
  for (let depth = 0; layer.length > 0; depth++) {
    layer = layer.filter((member) => typeof member === 'object' && member !== null);
    if (layer.length > 0 && depth >= levels) return true;
    layer = layer.flatMap((member) => Object.values(member as object));
  }
  return false;
}

const REQUIRED = ['spec_version', 'asset_id', 'asset_type', 'license', 'seed', 'outputs'] as const;

function resemblesSpec(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return REQUIRED.some((key) => Object.hasOwn(value, key)) || Object.hasOwn(value, 'recipe');
}

const FIELD_CODES: Readonly<Record<string, string>> = {
  spec_version: 'E001',
  asset_id: 'E002',
  asset_type: 'E003',
  seed: 'E004',
};

function envelopeCode(path: readonly PathStep[]): string {
  if (path.length === 1 && path[0] === 'outputs') return 'E005';
  const [field] = path;
  const known = path.length === 1 && typeof field === 'string' && Object.hasOwn(FIELD_CODES, field);
  return known ? FIELD_CODES[field]! : 'E018';
}

function checkRecipe(document: Record<string, unknown>, forGeneration: boolean, findings: FindingList): void {
  const { recipe } = document;
  if (recipe === undefined || recipe === null) {
    if (forGeneration) {
      findings.error('E010', ['recipe'], 'a recipe is needed to generate', {
        expected: 'an object',
        found: describe(recipe),
      });
    }
    return;
  }
  const kind = recipeKindOf(document);
  if (kind === undefined || kindEntry(kind)) return;
  const suggestion = didYouMean(
    kind,
    KINDS.map((entry) => entry.kind),
  );
  const more = {
    expected: 'one of the 29 recipe kinds',
    found: JSON.stringify(kind),
    ...(suggestion && { suggestion }),
  };
  if (forGeneration || kind.startsWith('texture.')) {
    findings.error('E016', ['recipe', 'kind'], `recipe kind ${JSON.stringify(kind)} is not supported`, more);
  } else {
    findings.warn(
      'W006',
      ['recipe', 'kind'],
      `recipe kind ${JSON.stringify(kind)} is not known and cannot be generated`,
      more,
    );
  }
}

const PARAMS = ['recipe', 'params'] as const;

function checkParams(
  document: Record<string, unknown>,
  module: KindModule<unknown>,
  findings: FindingList,
): unknown | undefined {
  const recipe = document.recipe as Record<string, unknown>;
  if (!Object.hasOwn(recipe, 'params')) return undefined;
  const raw = recipe.params;
  const isObject = typeof raw === 'object' && raw !== null && !Array.isArray(raw);
  if (isObject) module.remark?.(raw as Record<string, unknown>, findings);
  const stripped = isObject && module.strip ? module.strip(raw as Record<string, unknown>) : raw;
  const parsed = parseWith(module.params, stripped, PARAMS, () => 'E012');
  if (parsed.ok) return parsed.value;
  for (const { issue, steps } of parsed.issues) findings.add(issue, steps);
  if (!parsed.issues.every(({ unknownKey }) => unknownKey)) return undefined;
  // Nothing but unknown fields: without them the rules can be told as well.
  const known = withoutPaths(
    stripped,
    parsed.issues.map(({ steps }) => steps.slice(PARAMS.length)),
  );
  const again = parseWith(module.params, known, PARAMS, () => 'E012');
  return again.ok ? again.value : undefined;
}

/** A copy of a JSON value without the members at `paths`. */
function withoutPaths(value: unknown, paths: readonly (readonly PathStep[])[]): unknown {
  const copy = structuredClone(value);
  for (const path of paths) {
    let parent = copy as Record<PathStep, unknown>;
    for (const step of path.slice(0, -1)) parent = parent[step] as Record<PathStep, unknown>;
    delete parent[path.at(-1)!];
  }
  return copy;
}

function assemble(envelope: Record<string, unknown>, params: unknown): Spec {
  const spec = withoutNulls(envelope);
  spec.outputs = (spec.outputs as { path: string }[]).map((output) => ({
    ...withoutNulls(output),
    path: checkOutputPath(output.path).normal,
  }));
  const recipe = spec.recipe as { kind: string; params: unknown } | undefined;
  if (recipe && params !== undefined) spec.recipe = { kind: recipe.kind, params };
  return spec as unknown as Spec;
}

/** What rules may look at when the envelope itself is faulty: wrong members replaced by harmless ones. */
function lenientEnvelope(document: Record<string, unknown>): SpecEnvelope {
  const outputs = Array.isArray(document.outputs) ? document.outputs : [];
  return {
    spec_version: 1,
    asset_id: typeof document.asset_id === 'string' ? document.asset_id : '',
    asset_type: ASSET_TYPES.includes(document.asset_type as AssetType) ? (document.asset_type as AssetType) : 'audio',
    license: '',
    seed: typeof document.seed === 'number' ? document.seed : 0,
    outputs: outputs.filter(
      (output) => typeof output === 'object' && output !== null && typeof output.path === 'string',
    ),
  };
}

function withoutNulls(object: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([, member]) => member !== null && member !== undefined));
}
