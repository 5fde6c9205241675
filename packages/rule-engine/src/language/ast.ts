/**
 * The syntax tree of an expression, which is also its JSON form. Nodes are frozen.
 *
 * Where a node stands in its source is no part of it: two texts that mean the same have the same tree and hash. Places
 * and the units of literals are kept beside it, by identity.
 */

export type ArithmeticOp = '+' | '-' | '*' | '/' | '%';
export type ComparisonOp = '==' | '!=' | '<' | '<=' | '>' | '>=';
export type BinaryOp = ArithmeticOp | ComparisonOp | 'in' | 'not in';
export type MacroName = 'all' | 'any' | 'count' | 'sum' | 'min_of' | 'max_of' | 'map' | 'filter';

/** An integer literal; `v` is canonical decimal, because JSON numbers end at 2^53. */
export type IntNode = { readonly k: 'int'; readonly v: string };
export type StrNode = { readonly k: 'str'; readonly v: string };
export type BoolNode = { readonly k: 'bool'; readonly v: boolean };
export type ListNode = { readonly k: 'list'; readonly xs: readonly Expr[] };
/** A name: a fact or what a `let` or a macro binds. */
export type RefNode = { readonly k: 'ref'; readonly n: string };
export type SelNode = { readonly k: 'sel'; readonly e: Expr; readonly f: string };
export type IdxNode = { readonly k: 'idx'; readonly e: Expr; readonly x: Expr };
/** `e ?? d` */
export type DefNode = { readonly k: 'def'; readonly e: Expr; readonly d: Expr };
export type HasNode = { readonly k: 'has'; readonly e: Expr };
export type UnaryNode = { readonly k: 'neg' | 'not'; readonly e: Expr };
export type BinNode = { readonly k: 'bin'; readonly op: BinaryOp; readonly l: Expr; readonly r: Expr };
export type LogicNode = { readonly k: 'and' | 'or'; readonly l: Expr; readonly r: Expr };
/** `c ? a : b` */
export type IfNode = { readonly k: 'if'; readonly c: Expr; readonly a: Expr; readonly b: Expr };
/** `let n = e; b` */
export type LetNode = { readonly k: 'let'; readonly n: string; readonly e: Expr; readonly b: Expr };
export type CallNode = { readonly k: 'call'; readonly f: string; readonly a: readonly Expr[] };
/** `m(v in l: b)` */
export type MacNode = {
  readonly k: 'mac';
  readonly m: MacroName;
  readonly v: string;
  readonly l: Expr;
  readonly b: Expr;
};

export type Expr =
  | IntNode
  | StrNode
  | BoolNode
  | ListNode
  | RefNode
  | SelNode
  | IdxNode
  | DefNode
  | HasNode
  | UnaryNode
  | BinNode
  | LogicNode
  | IfNode
  | LetNode
  | CallNode
  | MacNode;

export const ARITHMETIC: readonly ArithmeticOp[] = ['+', '-', '*', '/', '%'];
export const COMPARISONS: readonly ComparisonOp[] = ['==', '!=', '<', '<=', '>', '>='];
export const BINARY_OPS: readonly BinaryOp[] = [...ARITHMETIC, ...COMPARISONS, 'in', 'not in'];
export const MACROS: readonly MacroName[] = ['all', 'any', 'count', 'sum', 'min_of', 'max_of', 'map', 'filter'];

/** Words that cannot name a fact or a binding. After a dot they are plain field names. */
export const RESERVED: readonly string[] = ['true', 'false', 'in', 'not', 'let', 'has'];

/** UTF-16 units of a source. */
export const MAX_SOURCE_LENGTH = 16_384;
export const MAX_AST_NODES = 2048;
/** Chains of left-associative operators count too: evaluators walk them recursively. */
export const MAX_AST_DEPTH = 1024;
/** Parentheses, brackets, calls, unary operators, conditionals and `let`s around a place of the text. */
export const MAX_NESTING = 64;
/** UTF-16 units of a string value. */
export const MAX_STRING_LENGTH = 4096;
/** Elements of a list value. */
export const MAX_LIST_LENGTH = 4096;

interface Place {
  readonly start: number;
  readonly end: number;
  readonly unit?: string | undefined;
}

const places = new WeakMap<Expr, Place>();

/** Freezes a node and notes where it stands. */
export function placed<T extends Expr>(node: T, start: number, end: number, unit?: string): T {
  places.set(node, { start, end, unit });
  return Object.freeze(node);
}

/** Where a parsed node stands in its source, in UTF-16 units; undefined for nodes that were not parsed. */
export function spanOf(node: Expr): { start: number; end: number } | undefined {
  const place = places.get(node);
  return place && { start: place.start, end: place.end };
}

/** The unit that a parsed integer literal was written with. */
export function unitOf(node: Expr): string | undefined {
  return places.get(node)?.unit;
}

/** Whether a node is a name followed by fields and indices. */
export function isPath(node: Expr): boolean {
  let at = node;
  while (at.k === 'sel' || at.k === 'idx') at = at.e;
  return at.k === 'ref';
}

/** Whether a node is a literal or a list of such: it costs nothing to evaluate. */
export function isConstant(node: Expr): boolean {
  switch (node.k) {
    case 'int':
    case 'str':
    case 'bool':
      return true;
    case 'list':
      return node.xs.every(isConstant);
    default:
      return false;
  }
}

/** The direct operands of a node, in order of evaluation. */
export function operands(node: Expr): readonly Expr[] {
  switch (node.k) {
    case 'int':
    case 'str':
    case 'bool':
    case 'ref':
      return [];
    case 'list':
      return node.xs;
    case 'sel':
    case 'has':
    case 'neg':
    case 'not':
      return [node.e];
    case 'idx':
      return [node.e, node.x];
    case 'def':
      return [node.e, node.d];
    case 'bin':
    case 'and':
    case 'or':
      return [node.l, node.r];
    case 'if':
      return [node.c, node.a, node.b];
    case 'let':
      return [node.e, node.b];
    case 'call':
      return node.a;
    case 'mac':
      return [node.l, node.b];
  }
}

/** Whether a text is a name: an ASCII letter or `_`, then letters, digits and `_`. */
export function isIdentifier(text: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(text);
}
