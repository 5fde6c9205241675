/**
 * Text to syntax tree, by recursive descent with one token of look-ahead. Linear in the source; its recursion is bounded
 * by the nesting limit, so that no text can exhaust the stack.
 */

import { RuleError, type RuleErrorCode } from '../error.ts';
import {
  type BinaryOp,
  COMPARISONS,
  type Expr,
  isPath,
  MACROS,
  MAX_AST_DEPTH,
  MAX_AST_NODES,
  MAX_NESTING,
  type MacroName,
  placed,
  RESERVED,
} from './ast.ts';
import { type Token, tokenize } from './lexer.ts';

/**
 * The syntax tree of an expression.
 *
 * @param source at most 16,384 UTF-16 units; 2,048 nodes, 64 levels of nesting.
 * @throws RuleError with the place of the first fault: E_SYNTAX, E_LITERAL, E_UNIT, E_INT_RANGE, E_SOURCE_SIZE,
 * E_AST_SIZE, E_AST_DEPTH, E_NESTING. TypeError when `source` is not a string.
 */
export function parse(source: string): Expr {
  if (typeof source !== 'string') throw new TypeError('source must be a string');
  return new Parser(tokenize(source)).whole();
}

interface Parsed {
  readonly node: Expr;
  readonly start: number;
  /** Height of the tree. */
  readonly depth: number;
}

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;
  #nodes = 0;
  #nesting = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Expr {
    const { node } = this.#expr();
    if (this.#token.type !== 'end') throw this.#unexpected('an operator or the end');
    return node;
  }

  get #token(): Token {
    return this.#tokens[this.#at]!;
  }

  #is(text: string): boolean {
    const { type, text: found } = this.#token;
    return found === text && (type === 'sign' || type === 'name');
  }

  #take(text: string): boolean {
    if (!this.#is(text)) return false;
    this.#at++;
    return true;
  }

  #expect(text: string): void {
    if (!this.#take(text)) throw this.#unexpected(`"${text}"`);
  }

  #fail(code: RuleErrorCode, message: string, token = this.#token): RuleError {
    return new RuleError(code, message, { start: token.start, end: token.end });
  }

  #unexpected(wanted: string): RuleError {
    return this.#fail('E_SYNTAX', `expected ${wanted}`);
  }

  /** A finished node; it ends where the last token taken ended. */
  #node(node: Expr, start: number, children: readonly Parsed[], unit?: string): Parsed {
    const end = this.#tokens[this.#at - 1]!.end;
    let depth = 0;
    for (const child of children) if (child.depth > depth) depth = child.depth;
    depth += 1;
    if (++this.#nodes > MAX_AST_NODES) {
      throw new RuleError('E_AST_SIZE', `an expression has at most ${MAX_AST_NODES} nodes`, { start, end });
    }
    if (depth > MAX_AST_DEPTH) {
      throw new RuleError('E_AST_DEPTH', `an expression is at most ${MAX_AST_DEPTH} nodes deep`, { start, end });
    }
    return { node: placed(node, start, end, unit), start, depth };
  }

  #nested<T>(parse: () => T): T {
    if (++this.#nesting > MAX_NESTING) throw this.#fail('E_NESTING', `nested more than ${MAX_NESTING} deep`);
    const result = parse();
    this.#nesting--;
    return result;
  }

  #expr(): Parsed {
    if (!this.#is('let')) return this.#conditional();
    const { start } = this.#token;
    this.#at++;
    const name = this.#name();
    this.#expect('=');
    const e = this.#conditional();
    this.#expect(';');
    const b = this.#nested(() => this.#expr());
    return this.#node({ k: 'let', n: name, e: e.node, b: b.node }, start, [e, b]);
  }

  #name(): string {
    const { type, text } = this.#token;
    if (type !== 'name') throw this.#unexpected('a name');
    if (RESERVED.includes(text)) throw this.#fail('E_SYNTAX', `"${text}" is reserved`);
    this.#at++;
    return text;
  }

  #conditional(): Parsed {
    const c = this.#or();
    if (!this.#take('?')) return c;
    return this.#nested(() => {
      const a = this.#expr();
      this.#expect(':');
      const b = this.#expr();
      return this.#node({ k: 'if', c: c.node, a: a.node, b: b.node }, c.start, [c, a, b]);
    });
  }

  #or(): Parsed {
    let l = this.#and();
    while (this.#take('||')) {
      const r = this.#and();
      l = this.#node({ k: 'or', l: l.node, r: r.node }, l.start, [l, r]);
    }
    return l;
  }

  #and(): Parsed {
    let l = this.#relation();
    while (this.#take('&&')) {
      const r = this.#relation();
      l = this.#node({ k: 'and', l: l.node, r: r.node }, l.start, [l, r]);
    }
    return l;
  }

  #relation(): Parsed {
    const l = this.#sum();
    const op = this.#relationOp();
    return op === undefined ? l : this.#binary(op, l, this.#sum());
  }

  #relationOp(): BinaryOp | undefined {
    const { type, text } = this.#token;
    if (type === 'sign' && (COMPARISONS as readonly string[]).includes(text)) {
      this.#at++;
      return text as BinaryOp;
    }
    if (this.#take('in')) return 'in';
    if (this.#take('not')) {
      this.#expect('in');
      return 'not in';
    }
    return undefined;
  }

  #binary(op: BinaryOp, l: Parsed, r: Parsed): Parsed {
    return this.#node({ k: 'bin', op, l: l.node, r: r.node }, l.start, [l, r]);
  }

  #sum(): Parsed {
    let l = this.#product();
    for (;;) {
      const op = this.#take('+') ? '+' : this.#take('-') ? '-' : undefined;
      if (op === undefined) return l;
      l = this.#binary(op, l, this.#product());
    }
  }

  #product(): Parsed {
    let l = this.#unary();
    for (;;) {
      const op = this.#take('*') ? '*' : this.#take('/') ? '/' : this.#take('%') ? '%' : undefined;
      if (op === undefined) return l;
      l = this.#binary(op, l, this.#unary());
    }
  }

  #unary(): Parsed {
    const { start } = this.#token;
    const k = this.#is('-') ? 'neg' : this.#is('!') ? 'not' : undefined;
    if (k === undefined) return this.#postfix(this.#primary());
    this.#at++;
    if (k === 'neg' && this.#token.type === 'int') return this.#postfix(this.#integer(start, true));
    const e = this.#nested(() => this.#unary());
    return this.#node({ k, e: e.node }, start, [e]);
  }

  #postfix(base: Parsed): Parsed {
    const e = this.#steps(base);
    const { start, end } = this.#token;
    if (!this.#take('??')) return e;
    if (!isPath(e.node)) throw new RuleError('E_SYNTAX', '"??" stands after a fact only', { start, end });
    const d = this.#nested(() => this.#unary());
    return this.#node({ k: 'def', e: e.node, d: d.node }, base.start, [e, d]);
  }

  /** Fields and indices. */
  #steps(base: Parsed): Parsed {
    let e = base;
    for (;;) {
      if (this.#take('.')) {
        const { type, text } = this.#token;
        if (type !== 'name') throw this.#unexpected('a field name');
        this.#at++;
        e = this.#node({ k: 'sel', e: e.node, f: text }, base.start, [e]);
      } else if (this.#take('[')) {
        const x = this.#nested(() => this.#expr());
        this.#expect(']');
        e = this.#node({ k: 'idx', e: e.node, x: x.node }, base.start, [e, x]);
      } else {
        return e;
      }
    }
  }

  #integer(start: number, negative: boolean): Parsed {
    const { value, unit, end } = this.#token;
    this.#at++;
    if (!negative && value! > 9_223_372_036_854_775_807n) {
      throw new RuleError('E_INT_RANGE', 'not a 64-bit integer', { start, end });
    }
    return this.#node({ k: 'int', v: (negative ? -value! : value!).toString() }, start, [], unit);
  }

  #primary(): Parsed {
    const token = this.#token;
    const { type, text, start } = token;
    if (type === 'int') return this.#integer(start, false);
    if (type === 'str') {
      this.#at++;
      return this.#node({ k: 'str', v: text }, start, []);
    }
    if (type === 'name') return this.#named(text, start);
    if (this.#take('(')) {
      const inner = this.#nested(() => this.#expr());
      this.#expect(')');
      return { ...inner, start };
    }
    if (this.#take('[')) {
      const xs = this.#nested(() => this.#sequence(']'));
      return this.#node({ k: 'list', xs: Object.freeze(xs.map((x) => x.node)) }, start, xs);
    }
    throw this.#unexpected('a value');
  }

  #named(text: string, start: number): Parsed {
    if (text === 'true' || text === 'false') {
      this.#at++;
      return this.#node({ k: 'bool', v: text === 'true' }, start, []);
    }
    if (text === 'has') {
      this.#at++;
      this.#expect('(');
      return this.#nested(() => {
        const inner = this.#token;
        const e = this.#steps(this.#reference(inner.start));
        this.#expect(')');
        return this.#node({ k: 'has', e: e.node }, start, [e]);
      });
    }
    const next = this.#tokens[this.#at + 1]!;
    if (next.type !== 'sign' || next.text !== '(') return this.#reference(start);
    if ((MACROS as readonly string[]).includes(text)) return this.#macro(text as MacroName, start);
    const f = this.#name();
    this.#at++;
    const a = this.#nested(() => {
      if (this.#is(')')) throw this.#unexpected('an argument');
      return this.#sequence(')');
    });
    return this.#node({ k: 'call', f, a: Object.freeze(a.map((one) => one.node)) }, start, a);
  }

  #reference(start: number): Parsed {
    return this.#node({ k: 'ref', n: this.#name() }, start, []);
  }

  #macro(m: MacroName, start: number): Parsed {
    this.#at += 2;
    return this.#nested(() => {
      const v = this.#name();
      this.#expect('in');
      const l = this.#sum();
      this.#expect(':');
      const b = this.#expr();
      this.#expect(')');
      return this.#node({ k: 'mac', m, v, l: l.node, b: b.node }, start, [l, b]);
    });
  }

  /** Expressions between commas up to `close`; only a list may be empty or end with a comma. */
  #sequence(close: ')' | ']'): Parsed[] {
    const items: Parsed[] = [];
    while (!(close === ']' && this.#is(close))) {
      items.push(this.#expr());
      if (!this.#take(',')) break;
    }
    this.#expect(close);
    return items;
  }
}
