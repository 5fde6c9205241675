/**
 * What a cache key is made from, version 2: everything that can change the bytes of an output and nothing that cannot.
 * Description, tags and licence of a spec are left out on purpose, so that editing them keeps the hit.
 */
import { SpeccadeError } from '@speccade/spec';

export interface CacheKeyInput {
  readonly v: 2;
  /** Ids are in the key because they can end up inside files (song titles, node names). */
  readonly asset: { readonly id: string; readonly type: string };
  /** BLAKE3 of kind and params, 64 lower-case hex digits. */
  readonly recipe: string;
  /** Effective seed, after variant derivation: an integer from 0 to 2^32 - 1. */
  readonly seed: number;
  /** Declared outputs, in declared order. `source` is there only where the spec gives one. */
  readonly outputs: readonly {
    readonly kind: string;
    readonly format: string;
    readonly path: string;
    readonly source?: string | undefined;
  }[];
  /** `version` is the semantic version, plus `+` and a build id for builds that are not releases. */
  readonly backend: { readonly id: string; readonly version: string };
  readonly stdlib: string | null;
  /** `sha256` is that of the resolved profile, so that editing a profile changes the key. */
  readonly budget: { readonly name: string; readonly sha256: string };
  /** Files the spec refers to, by spec-relative URI; in any order, {@link normalizeKeyInput} sorts them. */
  readonly inputs: readonly { readonly uri: string; readonly sha256: string }[];
  /** Only options that change bytes; numbers are safe integers. */
  readonly options: Readonly<Record<string, string | number | boolean>>;
}

/** Thrown for key components outside the domain on which keys are unique. */
export class CacheKeyDomainError extends SpeccadeError {
  /** Name of the offending component, such as `recipe` or `inputs[2].sha256`. */
  readonly component: string;
  constructor(component: string, expected: string) {
    super('CACHE_KEY_DOMAIN', `cache key component ${component} must be ${expected}`);
    this.name = 'CacheKeyDomainError';
    this.component = component;
  }
}

const HASH = /^[0-9a-f]{64}$/;

/** Whether `value` is 64 lower-case hex digits. */
export function isHash(value: unknown): value is string {
  return typeof value === 'string' && HASH.test(value);
}

/**
 * The input with exactly the known members and `inputs` sorted by URI (UTF-16 code units).
 * Throws {@link CacheKeyDomainError} for anything else than the documented domains, also for a URI given twice.
 */
export function normalizeKeyInput(input: CacheKeyInput): CacheKeyInput {
  if (input.v !== 2) throw new CacheKeyDomainError('v', '2');
  const { seed } = input;
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffff_ffff) {
    throw new CacheKeyDomainError('seed', 'an integer from 0 to 4294967295');
  }
  return {
    v: 2,
    asset: { id: text(input.asset.id, 'asset.id'), type: text(input.asset.type, 'asset.type') },
    recipe: hash(input.recipe, 'recipe'),
    seed,
    outputs: input.outputs.map((output, i) => ({
      kind: text(output.kind, 'outputs.kind', i),
      format: text(output.format, 'outputs.format', i),
      path: text(output.path, 'outputs.path', i),
      ...(output.source !== undefined && { source: text(output.source, 'outputs.source', i) }),
    })),
    backend: { id: text(input.backend.id, 'backend.id'), version: text(input.backend.version, 'backend.version') },
    stdlib: input.stdlib === null ? null : text(input.stdlib, 'stdlib'),
    budget: { name: text(input.budget.name, 'budget.name'), sha256: hash(input.budget.sha256, 'budget.sha256') },
    inputs: sortedInputs(input.inputs),
    options: checkedOptions(input.options),
  };
}

function sortedInputs(inputs: CacheKeyInput['inputs']): CacheKeyInput['inputs'] {
  const sorted = inputs
    .map((file, i) => ({ uri: text(file.uri, 'inputs.uri', i), sha256: hash(file.sha256, 'inputs.sha256', i) }))
    .sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0));
  for (let i = 1; i < sorted.length; i++) {
    if (sorted[i]!.uri === sorted[i - 1]!.uri) throw new CacheKeyDomainError('inputs.uri', 'unique');
  }
  return sorted;
}

function checkedOptions(options: CacheKeyInput['options']): CacheKeyInput['options'] {
  for (const [name, value] of Object.entries(options)) {
    text(name, 'options');
    if (typeof value === 'string') text(value, `options.${name}`);
    else if (typeof value !== 'boolean' && !Number.isSafeInteger(value)) {
      throw new CacheKeyDomainError(`options.${name}`, 'a string, a boolean or a safe integer');
    }
  }
  return options;
}

function text(value: string, component: string, index?: number): string {
  if (typeof value !== 'string' || !value.isWellFormed()) {
    throw new CacheKeyDomainError(indexed(component, index), 'well-formed text');
  }
  return value;
}

function hash(value: string, component: string, index?: number): string {
  if (!isHash(value)) throw new CacheKeyDomainError(indexed(component, index), '64 lower-case hex digits');
  return value;
}

function indexed(component: string, index: number | undefined): string {
  return index === undefined ? component : component.replace('.', `[${index}].`);
}
