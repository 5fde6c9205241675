/** Messages of rules: text with facts in it, `{tex.width}`; `{{` and `}}` are braces. */

import { RuleError } from '../error.ts';
import type { Facts } from '../facts.ts';
import { type Expr, isPath } from '../language/ast.ts';
import { parse } from '../language/parser.ts';
import { selectElement, selectField } from '../operators.ts';
import type { Value } from '../value.ts';

export type MessagePart = string | Expr;

/** UTF-16 units of a message template. */
export const MAX_MESSAGE_LENGTH = 1024;
/** UTF-16 units of an interpolated string; longer ones are cut. */
const MAX_INSERT = 80;

/**
 * The parts of a template.
 *
 * @throws RuleError E_RULESET with the offset of what is wrong: a brace alone, or between braces something other than a
 * fact with fields and constant indices.
 */
export function parseMessage(template: string): MessagePart[] {
  if (template.length > MAX_MESSAGE_LENGTH) {
    throw new RuleError('E_RULESET', `a message has at most ${MAX_MESSAGE_LENGTH} characters`);
  }
  const parts: MessagePart[] = [];
  let text = '';
  for (let at = 0; at < template.length; at++) {
    const character = template[at]!;
    if (character !== '{' && character !== '}') {
      text += character;
    } else if (template[at + 1] === character) {
      text += character;
      at++;
    } else {
      const end = character === '{' ? template.indexOf('}', at) : -1;
      if (end < 0) throw new RuleError('E_RULESET', 'a brace stands alone', { start: at, end: at + 1 });
      parts.push(text, placeholder(template.slice(at + 1, end), at + 1));
      text = '';
      at = end;
    }
  }
  parts.push(text);
  return parts.filter((part) => part !== '');
}

function placeholder(source: string, offset: number): Expr {
  const wrong = (what: string) => new RuleError('E_RULESET', what, { start: offset, end: offset + source.length });
  let expr: Expr;
  try {
    expr = parse(source);
  } catch {
    throw wrong('a placeholder is a fact');
  }
  let root = expr;
  while (root.k === 'sel' || root.k === 'idx') {
    if (root.k === 'idx' && root.x.k !== 'int') throw wrong('an index of a placeholder is a number');
    root = root.e;
  }
  if (!isPath(expr) || root.k !== 'ref') throw wrong('a placeholder is a fact');
  if (root.n === 'derived' || root.n === 'score') throw wrong('a placeholder is a fact, not something derived');
  return expr;
}

/** The text of a message. What is absent, or is no integer, boolean or string, shows as `<absent>`. */
export function renderMessage(parts: readonly MessagePart[], facts: Facts): string {
  return parts.map((part) => (typeof part === 'string' ? part : insert(lookUp(part, facts)))).join('');
}

function insert(value: Value | undefined): string {
  if (typeof value === 'string') return shorten(value);
  return value === undefined || typeof value === 'object' ? '<absent>' : String(value);
}

function shorten(text: string): string {
  if (text.length <= MAX_INSERT) return text;
  const cut = text.slice(0, MAX_INSERT - 1);
  return `${cut.isWellFormed() ? cut : cut.slice(0, -1)}…`;
}

function lookUp(path: Expr, facts: Facts): Value | undefined {
  try {
    return find(path, facts);
  } catch {
    // Only a value of another type ends here: a message must not fail its rule.
    return undefined;
  }
}

function find(path: Expr, facts: Facts): Value | undefined {
  switch (path.k) {
    case 'ref':
      return facts[path.n];
    case 'sel':
      return selectField(find(path.e, facts), path.f, path);
    case 'idx':
      return selectElement(find(path.e, facts), path.x.k === 'int' ? Number(path.x.v) : -1, path);
    default:
      return undefined;
  }
}
