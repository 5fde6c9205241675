/** Syntax tree to its one canonical text: minimal parentheses, one space around binary operators, integers without units. */

import type { Expr } from './ast.ts';

/** How tightly a node holds together, as the levels of the grammar. */
const LEVEL = { expr: 0, cond: 1, or: 2, and: 3, rel: 4, add: 5, mul: 6, unary: 7, post: 8 } as const;

function levelOf(node: Expr): number {
  switch (node.k) {
    case 'let':
      return LEVEL.expr;
    case 'if':
      return LEVEL.cond;
    case 'or':
      return LEVEL.or;
    case 'and':
      return LEVEL.and;
    case 'bin':
      if (node.op === '+' || node.op === '-') return LEVEL.add;
      return node.op === '*' || node.op === '/' || node.op === '%' ? LEVEL.mul : LEVEL.rel;
    case 'neg':
    case 'not':
    case 'def':
      return LEVEL.unary;
    default:
      return LEVEL.post;
  }
}

/** The text of a tree; `parse` gives the same tree again where its nesting is within the parser's limit. */
export function print(node: Expr): string {
  return at(node, LEVEL.expr);
}

/** The text of `node` where the grammar wants at least `level`. */
function at(node: Expr, level: number): string {
  const text = bare(node);
  return levelOf(node) < level ? `(${text})` : text;
}

function bare(node: Expr): string {
  switch (node.k) {
    case 'int':
      return node.v;
    case 'bool':
      return String(node.v);
    case 'str':
      return quote(node.v);
    case 'list':
      return `[${node.xs.map(print).join(', ')}]`;
    case 'ref':
      return node.n;
    case 'sel':
      return `${at(node.e, LEVEL.post)}.${node.f}`;
    case 'idx':
      return `${at(node.e, LEVEL.post)}[${print(node.x)}]`;
    case 'def':
      return `${at(node.e, LEVEL.post)} ?? ${at(node.d, LEVEL.unary)}`;
    case 'has':
      return `has(${print(node.e)})`;
    case 'neg':
      // A minus before digits would be read as part of the literal.
      return node.e.k === 'int' && !node.e.v.startsWith('-') ? `-(${node.e.v})` : `-${digitsApart(node.e)}`;
    case 'not':
      return `!${at(node.e, LEVEL.unary)}`;
    case 'and':
      return `${at(node.l, LEVEL.and)} && ${at(node.r, LEVEL.rel)}`;
    case 'or':
      return `${at(node.l, LEVEL.or)} || ${at(node.r, LEVEL.and)}`;
    case 'bin': {
      const level = levelOf(node);
      const left = level === LEVEL.rel ? LEVEL.add : level;
      return `${at(node.l, left)} ${node.op} ${at(node.r, level + 1)}`;
    }
    case 'if':
      return `${at(node.c, LEVEL.or)} ? ${print(node.a)} : ${print(node.b)}`;
    case 'let':
      return `let ${node.n} = ${at(node.e, LEVEL.cond)}; ${print(node.b)}`;
    case 'call':
      return `${node.f}(${node.a.map(print).join(', ')})`;
    case 'mac':
      return `${node.m}(${node.v} in ${at(node.l, LEVEL.add)}: ${print(node.b)})`;
  }
}

/** An operand of a minus whose text may begin with digits, as `5[0]` does. */
function digitsApart(node: Expr): string {
  const text = at(node, LEVEL.unary);
  return /^[0-9]/.test(text) ? `(${text})` : text;
}

/** A string literal. Control characters are escaped, all else stands as it is. */
export function quote(text: string): string {
  let quoted = '"';
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (character === '"' || character === '\\') quoted += `\\${character}`;
    else if (character === '\n') quoted += '\\n';
    else if (character === '\t') quoted += '\\t';
    else if (code < 0x20 || code === 0x7f) quoted += `\\u{${code.toString(16)}}`;
    else quoted += character;
  }
  return `${quoted}"`;
}
