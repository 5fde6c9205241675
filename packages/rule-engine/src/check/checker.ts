/** Static types. Reports everything it finds, in order of the text, and never throws for a wrong expression. */

import { acceptsCount, BUILTINS, paramType } from '../builtins.ts';
import {
  type BinNode,
  type CallNode,
  type Expr,
  type IdxNode,
  type MacNode,
  type RefNode,
  type SelNode,
  unitOf,
} from '../language/ast.ts';
import { print } from '../language/printer.ts';
import { UNITS, unitSuffix } from '../language/units.ts';
import type { RecSchema } from '../schema.ts';
import { type Finding, finding } from './finding.ts';
import { NOTHING, type Present, presentWhen, union, without } from './presence.ts';
import { ANY, BOOL, comparable, fits, INT, join, NEVER, STATE, type Type } from './type.ts';

export interface CheckOptions {
  /** Makes errors of facts that may be absent. Default: warnings. */
  readonly strict?: boolean | undefined;
  /** Type that the whole expression must have. */
  readonly expect?: 'int' | 'bool' | 'str' | undefined;
  /** Whether `derived` and `score` are there. Default: false. */
  readonly state?: boolean | undefined;
  /** Facts that are known to be present, as texts of paths. */
  readonly present?: Present | undefined;
}

export interface Analysis {
  readonly findings: readonly Finding[];
  readonly type: Type;
  /** Of every node that was reached. */
  readonly types: ReadonlyMap<Expr, Type>;
  /** Nodes that read a volatile fact. */
  readonly volatile: readonly Expr[];
}

/**
 * Every fault of an expression that shows before it runs.
 *
 * After a check without errors and warnings, evaluation can fail by arithmetic, indices, domains and budget only.
 *
 * @param schema the type of the facts; without one, facts may be anything.
 */
export function check(expr: Expr, schema?: RecSchema, options: CheckOptions = {}): Finding[] {
  return [...analyze(expr, schema, options).findings];
}

/** The check with the types it found. */
export function analyze(expr: Expr, schema: RecSchema | undefined, options: CheckOptions = {}): Analysis {
  const checker = new Checker(schema, options);
  const type = checker.infer(expr, { bound: new Map(), present: options.present ?? NOTHING });
  const { expect } = options;
  if (expect !== undefined && !fits(type, expect)) checker.mismatch(expect, type, expr);
  const { findings, types, volatile } = checker;
  return { findings, type, types, volatile };
}

interface Env {
  readonly bound: ReadonlyMap<string, Type>;
  readonly present: Present;
}

class Checker {
  readonly findings: Finding[] = [];
  readonly types = new Map<Expr, Type>();
  readonly volatile: Expr[] = [];
  readonly #schema: RecSchema | undefined;
  readonly #options: CheckOptions;

  constructor(schema: RecSchema | undefined, options: CheckOptions) {
    this.#schema = schema;
    this.#options = options;
  }

  mismatch(wanted: string, found: Type, at: Expr): void {
    this.#report('E_TYPE', `${wanted} is needed, not ${found.type}`, at);
  }

  infer(node: Expr, env: Env): Type {
    const type = this.#infer(node, env);
    this.types.set(node, type);
    return type;
  }

  #report(code: Finding['code'], message: string, at: Expr): void {
    this.findings.push(finding(code.startsWith('W_') ? 'warning' : 'error', code, message, at));
  }

  #want(wanted: 'int' | 'bool' | 'list', node: Expr, env: Env): Type {
    const type = this.infer(node, env);
    if (!fits(type, wanted)) this.mismatch(wanted, type, node);
    return type;
  }

  #infer(node: Expr, env: Env): Type {
    switch (node.k) {
      case 'int':
        return INT;
      case 'bool':
        return BOOL;
      case 'str':
        return { type: 'str', max: node.v.length };
      case 'list': {
        const of = node.xs.map((x) => this.infer(x, env)).reduce((all, one) => this.#joined(all, one, node), NEVER);
        return { type: 'list', of, max: node.xs.length };
      }
      case 'ref':
      case 'sel':
      case 'idx': {
        const { type, missing } = this.#path(node, env);
        if (missing !== undefined) {
          const code = this.#options.strict ? 'E_UNKNOWN_FACT' : 'W_MAY_BE_ABSENT';
          this.#report(code, `${missing} may be absent; ask has() first or give a default by ??`, node);
        }
        return type;
      }
      case 'def': {
        const { type } = this.#path(node.e, env);
        this.types.set(node.e, type);
        return this.#joined(type, this.infer(node.d, env), node);
      }
      case 'has':
        this.types.set(node.e, this.#path(node.e, env).type);
        return BOOL;
      case 'neg':
        this.#want('int', node.e, env);
        return INT;
      case 'not':
        this.#want('bool', node.e, env);
        return BOOL;
      case 'bin':
        return this.#binary(node, env);
      case 'and':
      case 'or': {
        this.#want('bool', node.l, env);
        const known = presentWhen(node.l, node.k === 'and');
        this.#want('bool', node.r, { ...env, present: union(env.present, known) });
        return BOOL;
      }
      case 'if': {
        this.#want('bool', node.c, env);
        const branch = (e: Expr, outcome: boolean) =>
          this.infer(e, { ...env, present: union(env.present, presentWhen(node.c, outcome)) });
        const a = branch(node.a, true);
        return this.#joined(a, branch(node.b, false), node);
      }
      case 'let': {
        const bound = this.infer(node.e, env);
        return this.infer(node.b, this.#bind(node.n, bound, env, node));
      }
      case 'call':
        return this.#call(node, env);
      case 'mac':
        return this.#macro(node, env);
    }
  }

  #joined(a: Type, b: Type, at: Expr): Type {
    const joined = join(a, b);
    if (joined === undefined) this.#report('E_TYPE', `${a.type} and ${b.type} do not go together`, at);
    return joined ?? ANY;
  }

  #bind(name: string, type: Type, env: Env, at: Expr): Env {
    const isFact = this.#root(name) !== undefined;
    if (env.bound.has(name) || isFact)
      this.#report('E_SHADOW', `${name} is ${isFact ? 'a fact' : 'bound already'}`, at);
    return { bound: new Map(env.bound).set(name, type), present: without(env.present, name) };
  }

  #root(name: string): Type | undefined {
    if (this.#options.state && (name === 'derived' || name === 'score')) return STATE;
    const fields = this.#schema?.fields;
    return fields && Object.hasOwn(fields, name) ? fields[name] : undefined;
  }

  /** The type of a path, and the first part of it that may be absent. */
  #path(node: Expr, env: Env): { type: Type; missing?: string | undefined } {
    switch (node.k) {
      case 'ref':
        return this.#reference(node, env);
      case 'sel':
        return this.#field(node, env);
      case 'idx':
        return this.#element(node, env);
      default:
        return { type: this.infer(node, env) };
    }
  }

  #reference(node: RefNode, env: Env): { type: Type; missing?: string | undefined } {
    const bound = env.bound.get(node.n);
    if (bound) return { type: bound };
    const root = this.#root(node.n);
    if (root) return this.#read(root, node, env, undefined);
    if (this.#schema) this.#report('E_UNKNOWN_FACT', `there is no fact ${node.n}`, node);
    return { type: ANY };
  }

  #field(node: SelNode, env: Env): { type: Type; missing?: string | undefined } {
    const { type: base, missing } = this.#path(node.e, env);
    this.types.set(node.e, base);
    if (!fits(base, 'rec')) {
      this.mismatch('rec', base, node.e);
      return { type: ANY, missing };
    }
    if (base.type !== 'rec') return { type: ANY, missing };
    const field = Object.hasOwn(base.fields, node.f) ? base.fields[node.f] : undefined;
    if (field) return this.#read(field, node, env, missing);
    if (base.open) return this.#read({ type: 'any', optional: true }, node, env, missing);
    this.#report('E_UNKNOWN_FACT', `there is no fact ${print(node)}`, node);
    return { type: ANY, missing };
  }

  #element(node: IdxNode, env: Env): { type: Type; missing?: string | undefined } {
    const { type: base, missing } = this.#path(node.e, env);
    this.types.set(node.e, base);
    this.#want('int', node.x, env);
    if (!fits(base, 'list')) this.mismatch('list', base, node.e);
    return { type: base.type === 'list' ? base.of : ANY, missing };
  }

  #read(type: Type, node: Expr, env: Env, missing: string | undefined): { type: Type; missing?: string | undefined } {
    if (type.volatile) this.volatile.push(node);
    if (missing !== undefined || !type.optional) return { type, missing };
    const text = print(node);
    return { type, missing: env.present.has(text) ? undefined : text };
  }

  #binary(node: BinNode, env: Env): Type {
    const { op } = node;
    const l = this.infer(node.l, env);
    const r = this.infer(node.r, env);
    this.#units(node);
    if (op === 'in' || op === 'not in') {
      if (!fits(r, 'list')) this.mismatch('list', r, node.r);
      else this.#comparison(l, r.type === 'list' ? r.of : ANY, node);
      return BOOL;
    }
    if (op === '==' || op === '!=') {
      this.#comparison(l, r, node);
      return BOOL;
    }
    if (op === '<' || op === '<=' || op === '>' || op === '>=') {
      this.#comparison(l, r, node);
      if (l.type === 'bool' || r.type === 'bool') this.#report('E_TYPE', 'bool has no order', node);
      return BOOL;
    }
    if (!fits(l, 'int')) this.mismatch('int', l, node.l);
    if (!fits(r, 'int')) this.mismatch('int', r, node.r);
    return INT;
  }

  #comparison(a: Type, b: Type, at: Expr): void {
    if (!comparable(a) || !comparable(b) || !join(a, b)) {
      this.#report('E_TYPE', `${a.type} and ${b.type} do not compare`, at);
    }
  }

  /** Holds the unit of a literal against the suffix of the fact it meets. */
  #units({ op, l, r }: BinNode): void {
    if (op === '*' || op === '/' || op === '%' || op === 'in' || op === 'not in') return;
    for (const [literal, fact] of [
      [l, r],
      [r, l],
    ] as const) {
      const unit = unitOf(literal);
      const name = fact.k === 'sel' ? fact.f : fact.k === 'ref' ? fact.n : '';
      const wanted = unitSuffix(name);
      const suffix = unit === undefined ? undefined : UNITS.get(unit)?.suffix;
      if (wanted !== undefined && suffix !== undefined && wanted !== suffix) {
        this.#report('W_UNIT', `${name} does not count in ${unit}`, literal);
      }
    }
  }

  #call(node: CallNode, env: Env): Type {
    const types = node.a.map((arg) => this.infer(arg, env));
    const builtin = BUILTINS.get(node.f);
    if (!builtin) {
      this.#report('E_UNKNOWN_FUNCTION', `there is no function ${node.f}`, node);
      return ANY;
    }
    if (!acceptsCount(builtin, types.length) || types.length > 8) {
      this.#report('E_ARITY', `${node.f} takes ${builtin.variadic ? '1 to 8' : builtin.params.length}`, node);
      return { type: builtin.result };
    }
    for (const [i, type] of types.entries()) {
      const wanted = paramType(builtin, i);
      const good = wanted === 'str or list' ? fits(type, 'str') || fits(type, 'list') : fits(type, wanted);
      if (!good) this.mismatch(wanted, type, node.a[i]!);
    }
    if (node.f === 'concat' || node.f === 'lower') return { type: 'str', ...concatenated(types) };
    return node.f === 'to_str' ? { type: 'str', max: 20 } : { type: builtin.result };
  }

  #macro(node: MacNode, env: Env): Type {
    const list = this.#want('list', node.l, env);
    const of = list.type === 'list' ? list.of : ANY;
    const body = this.infer(node.b, this.#bind(node.v, of, env, node));
    const max = list.type === 'list' && list.max !== undefined ? { max: list.max } : {};
    switch (node.m) {
      case 'map':
        return { type: 'list', of: body, ...max };
      case 'sum':
      case 'min_of':
      case 'max_of':
        if (!fits(body, 'int')) this.mismatch('int', body, node.b);
        return INT;
      default:
        if (!fits(body, 'bool')) this.mismatch('bool', body, node.b);
        if (node.m === 'filter') return { type: 'list', of, ...max };
        return node.m === 'count' ? INT : BOOL;
    }
  }
}

function concatenated(types: readonly Type[]): { max?: number } {
  let max = 0;
  for (const type of types) {
    if (type.type !== 'str' || type.max === undefined) return {};
    max += type.max;
  }
  return max <= 4096 ? { max } : {};
}
