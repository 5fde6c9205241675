/** What a value must have to be a document at all: S004 to S006. Everything else is for the validation of specs. */
import type { Issue } from '@speccade/spec';
import { ASSET_TYPES, describe, ENGINE_TARGETS, MAX_SEED, OUTPUT_FORMATS, OUTPUT_KINDS } from '@speccade/spec';
import { StarlarkFloat, type StarlarkValue } from '@speccade/starlark-wasm';
import { typeName } from './library/define.ts';

type Dict = { readonly [key: string]: StarlarkValue };
type Test = (value: StarlarkValue) => boolean;

/** Fields by name; `required` ones must be there, all others may be None. */
type Shape = Readonly<Record<string, { readonly expected: string; readonly test: Test; readonly required?: true }>>;

const isDict: Test = (value) => typeName(value) === 'dict';
const isText: Test = (value) => typeof value === 'string';
const isList: Test = (value) => Array.isArray(value);
const isU32: Test = (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_SEED;
const among =
  (choices: readonly string[]): Test =>
  (value) =>
    choices.includes(value as string);
const listOf =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(test);

const DOCUMENT: Shape = {
  spec_version: { expected: 'an int from 0 to 4294967295', test: isU32, required: true },
  asset_id: { expected: 'a string', test: isText, required: true },
  asset_type: { expected: `one of ${ASSET_TYPES.join(', ')}`, test: among(ASSET_TYPES), required: true },
  license: { expected: 'a string', test: isText, required: true },
  seed: { expected: 'an int from 0 to 4294967295', test: isU32, required: true },
  outputs: { expected: 'a list', test: isList, required: true },
  description: { expected: 'a string', test: isText },
  style_tags: { expected: 'a list of strings', test: listOf(isText) },
  engine_targets: { expected: `a list of ${ENGINE_TARGETS.join(', ')}`, test: listOf(among(ENGINE_TARGETS)) },
  migration_notes: { expected: 'a list of strings', test: listOf(isText) },
  variants: { expected: 'a list', test: isList },
  recipe: { expected: 'a dict', test: isDict },
  compat: { expected: '"reference"', test: among(['reference']) },
};

const OUTPUT: Shape = {
  kind: { expected: `one of ${OUTPUT_KINDS.join(', ')}`, test: among(OUTPUT_KINDS), required: true },
  format: { expected: `one of ${OUTPUT_FORMATS.join(', ')}`, test: among(OUTPUT_FORMATS), required: true },
  path: { expected: 'a string', test: isText, required: true },
  source: { expected: 'a string', test: isText },
};

const RECIPE: Shape = {
  kind: { expected: 'a string', test: isText, required: true },
  params: { expected: 'a value', test: () => true, required: true },
};

/** Findings about the result of a script, floats marked. */
export function checkShape(value: StarlarkValue, file: string): Issue[] {
  const error = (code: string, path: string, message: string): Issue => ({
    code,
    severity: 'error',
    path,
    message,
    file,
  });
  if (!isDict(value)) return [error('S004', '', `spec must return a dict, got ${typeName(value)}`)];
  const document = value as Dict;
  const large = outOfRange(value, '');
  if (large)
    return [error('S005', large.path, `cannot convert to JSON: cannot represent int ${large.value} as JSON number`)];
  const issues: Issue[] = [];
  const check = (dict: Dict, shape: Shape, at: string): void => {
    for (const [key, { expected, test, required }] of Object.entries(shape)) {
      const found = dict[key];
      if (found === undefined ? !required : (found === null && !required) || test(found)) continue;
      const what = found instanceof StarlarkFloat ? `the float ${found.value}` : describe(found);
      issues.push(error('S006', at + key, `invalid spec: expected ${expected}, found ${what}`));
    }
    for (const key of Object.keys(dict)) {
      if (!Object.hasOwn(shape, key)) issues.push(error('S006', at + key, 'invalid spec: unknown field'));
    }
  };
  check(document, DOCUMENT, '');
  const { outputs, recipe } = document;
  if (Array.isArray(outputs)) {
    for (const [i, output] of outputs.entries()) {
      if (isDict(output)) check(output as Dict, OUTPUT, `outputs[${i}].`);
      else issues.push(error('S006', `outputs[${i}]`, `invalid spec: expected a dict, found ${describe(output)}`));
    }
  }
  if (recipe !== undefined && isDict(recipe)) check(recipe as Dict, RECIPE, 'recipe.');
  return issues;
}

const [MIN, MAX] = [-(1n << 63n), (1n << 64n) - 1n];

/** The first int that readers of JSON do not know. */
function outOfRange(value: StarlarkValue, path: string): { readonly path: string; readonly value: bigint } | undefined {
  if (typeof value === 'bigint') return value < MIN || value > MAX ? { path, value } : undefined;
  if (typeof value !== 'object' || value === null || value instanceof StarlarkFloat) return undefined;
  for (const [key, item] of Object.entries(value)) {
    const found = outOfRange(
      item as StarlarkValue,
      Array.isArray(value) ? `${path}[${key}]` : path ? `${path}.${key}` : key,
    );
    if (found) return found;
  }
  return undefined;
}
