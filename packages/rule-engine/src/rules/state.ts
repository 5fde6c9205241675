/** What rules compute, and the changes that make it. Facts never change. */

import { RuleError } from '../error.ts';
import { add } from '../int.ts';
import { isIdentifier, RESERVED } from '../language/ast.ts';
import { compareText } from '../text.ts';
import { emptyRec, isInt, isList, isRec, type Rec, type Value } from '../value.ts';
import type { MutationOp } from './ruleset.ts';

export interface RuleState {
  readonly derived: Rec;
  readonly score: Rec;
  /** Ascending by code point, each once. */
  readonly tags: readonly string[];
}

/** A change of state. */
export interface Mutation {
  readonly op: MutationOp;
  readonly path: string;
  readonly value: Value;
}

/** The state before any rule has run. */
export const EMPTY_STATE: RuleState = Object.freeze({
  derived: Object.freeze(emptyRec()),
  score: Object.freeze(emptyRec()),
  tags: Object.freeze([]),
});

/** Whether a text names a place of the state: `derived` or `score` and 1 to 4 names. */
export function isStatePath(path: string): boolean {
  const [root, ...names] = path.split('.');
  return (
    (root === 'derived' || root === 'score') &&
    names.length >= 1 &&
    names.length <= 4 &&
    names.every((name) => isIdentifier(name) && !RESERVED.includes(name))
  );
}

/**
 * The state after a list of mutations, in their order.
 *
 * @throws RuleError E_TYPE for a value that its operation does not take, E_INT_OVERFLOW for a sum, E_CONFLICT for a path
 * that leads through a value or ends at a record. Nothing is applied then.
 */
export function applyMutations(state: RuleState, mutations: readonly Mutation[]): RuleState {
  const draft = new StateDraft(state);
  draft.apply(mutations);
  return draft.finish();
}

/** A state under change, as leaves by path: what a category does is linear in its mutations. */
export class StateDraft {
  readonly #leaves = new Map<string, Value>();
  /** Paths of records. */
  readonly #records = new Set<string>();
  readonly #tags: Set<string>;

  constructor(state: RuleState) {
    this.#flatten('derived', state.derived);
    this.#flatten('score', state.score);
    this.#tags = new Set(state.tags);
  }

  /** Applies all of the mutations, or none of them and throws as {@link applyMutations}. */
  apply(mutations: readonly Mutation[]): void {
    const values = new Map<string, Value>();
    const tags: string[] = [];
    for (const { op, path, value } of mutations) {
      checkMutationValue(op, value);
      if (op === 'tag') {
        tags.push(value as string);
        continue;
      }
      this.#place(path);
      const before = values.get(path) ?? this.#leaves.get(path);
      values.set(path, op === 'set' ? value : sum(before, value));
    }
    for (const [path, value] of values) this.#set(path, value);
    for (const tag of tags) this.#tags.add(tag);
  }

  finish(): RuleState {
    const root: Record<string, Value> = { derived: emptyRec(), score: emptyRec() };
    for (const [path, value] of this.#leaves) {
      const names = path.split('.');
      let record = root;
      for (const name of names.slice(0, -1)) record = (record[name] ??= emptyRec()) as Record<string, Value>;
      record[names.at(-1)!] = value;
    }
    freezeRecords(root.derived as Rec);
    freezeRecords(root.score as Rec);
    const tags = Object.freeze([...this.#tags].sort(compareText));
    return Object.freeze({ derived: root.derived as Rec, score: root.score as Rec, tags });
  }

  #flatten(path: string, value: Value): void {
    if (typeof value !== 'object' || !isRec(value)) {
      this.#leaves.set(path, value);
      return;
    }
    this.#records.add(path);
    for (const name of Object.keys(value)) this.#flatten(`${path}.${name}`, value[name]!);
  }

  #place(path: string): void {
    if (!isStatePath(path)) throw new RuleError('E_TYPE', `${path} is no place in the state`);
    if (this.#records.has(path)) throw new RuleError('E_CONFLICT', `${path} is a record`);
    for (const prefix of prefixes(path)) {
      if (this.#leaves.has(prefix)) throw new RuleError('E_CONFLICT', `${prefix} is a value`);
    }
  }

  #set(path: string, value: Value): void {
    this.#leaves.set(path, value);
    for (const prefix of prefixes(path)) this.#records.add(prefix);
  }
}

/** `derived`, `derived.a` for `derived.a.b`. */
export function prefixes(path: string): string[] {
  const names = path.split('.');
  return names.slice(1).map((_, i) => names.slice(0, i + 1).join('.'));
}

/** Values are scalars and lists of scalars: lists of lists could multiply what they share when they are written out. */
export function checkMutationValue(op: MutationOp, value: Value): void {
  const scalar = (one: Value) => typeof one !== 'object';
  const good =
    op === 'add'
      ? isInt(value)
      : op === 'tag'
        ? typeof value === 'string'
        : isList(value)
          ? value.every(scalar)
          : scalar(value);
  if (good) return;
  const wanted = { add: 'an integer', tag: 'a string', set: 'a scalar or a list of scalars' }[op];
  throw new RuleError('E_TYPE', `${op} takes ${wanted}`);
}

function sum(before: Value | undefined, value: Value): Value {
  if (before === undefined) return value;
  if (!isInt(before) || !isInt(value)) throw new RuleError('E_TYPE', 'add needs an integer to add to');
  return add(before, value);
}

function freezeRecords(record: Rec): void {
  for (const value of Object.values(record)) if (typeof value === 'object' && isRec(value)) freezeRecords(value);
  Object.freeze(record);
}
