/** Types of facts, as data: what rules are checked against, what facts must fit, and what bounds the cost of loops. */

import { RuleError } from './error.ts';
import { isIdentifier, MAX_LIST_LENGTH, MAX_STRING_LENGTH } from './language/ast.ts';

interface Common {
  /** Facts without this field are complete. */
  readonly optional?: boolean;
  /** Differs from run to run of the same subject: a hard rule that uses it is warned about. */
  readonly volatile?: boolean;
}
export type FactSchema =
  | (Common & { readonly type: 'int' | 'bool' })
  | (Common & { readonly type: 'str'; readonly max?: number })
  | (Common & { readonly type: 'list'; readonly of: FactSchema; readonly max?: number })
  | RecSchema;
export type RecSchema = Common & { readonly type: 'rec'; readonly fields: Readonly<Record<string, FactSchema>> };

const MAX_SCHEMA_DEPTH = 16;

/**
 * A frozen copy of a schema that came as JSON. Its root is a record.
 *
 * @throws RuleError E_RULESET with the path of what is wrong.
 */
export function readSchema(json: unknown): RecSchema {
  const schema = read(json, 'facts', 1);
  if (schema.type !== 'rec') throw wrong('facts', 'must be a record');
  return schema;
}

function read(json: unknown, path: string, depth: number): FactSchema {
  if (depth > MAX_SCHEMA_DEPTH) throw wrong(path, `is more than ${MAX_SCHEMA_DEPTH} levels deep`);
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw wrong(path, 'must be an object');
  const own: Readonly<Record<string, unknown>> = { ...json };
  const { type } = own;
  const common = {
    ...(flag(own, 'optional', path) && { optional: true }),
    ...(flag(own, 'volatile', path) && { volatile: true }),
  };
  const allow = (...names: string[]) => {
    for (const name of Object.keys(own)) {
      if (!['type', 'optional', 'volatile', ...names].includes(name)) throw wrong(path, `has an unknown field ${name}`);
    }
  };
  switch (type) {
    case 'int':
    case 'bool':
      allow();
      return Object.freeze({ type, ...common });
    case 'str':
      allow('max');
      return Object.freeze({ type, ...common, ...bound(own, path, MAX_STRING_LENGTH) });
    case 'list':
      allow('of', 'max');
      return Object.freeze({
        type,
        ...common,
        of: read(own.of, `${path}[]`, depth + 1),
        ...bound(own, path, MAX_LIST_LENGTH),
      });
    case 'rec': {
      allow('fields');
      const { fields } = own;
      if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) throw wrong(path, 'has no fields');
      const copy: Record<string, FactSchema> = Object.setPrototypeOf({}, null);
      for (const name of Object.keys(fields)) {
        if (!isIdentifier(name)) throw wrong(path, 'has a field that is not a name');
        copy[name] = read((fields as Record<string, unknown>)[name], `${path}.${name}`, depth + 1);
      }
      return Object.freeze({ type, ...common, fields: Object.freeze(copy) });
    }
    default:
      throw wrong(path, 'must have a type: int, bool, str, list or rec');
  }
}

function flag(own: Readonly<Record<string, unknown>>, name: string, path: string): boolean {
  const value = Object.hasOwn(own, name) ? own[name] : false;
  if (typeof value !== 'boolean') throw wrong(path, `has a ${name} that is not a boolean`);
  return value;
}

function bound(own: Readonly<Record<string, unknown>>, path: string, most: number): { max?: number } {
  if (!Object.hasOwn(own, 'max')) return {};
  const { max } = own;
  if (typeof max !== 'number' || !Number.isSafeInteger(max) || max < 0 || max > most) {
    throw wrong(path, `has a max that is not an integer from 0 to ${most}`);
  }
  return { max };
}

function wrong(path: string, what: string): RuleError {
  return new RuleError('E_RULESET', `${path} ${what}`);
}
