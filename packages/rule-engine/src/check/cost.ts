/** What an expression can cost, before it runs: an interval of ticks from its text and the bounds in the schema. */

import { BUILTINS, sizeUnits } from '../builtins.ts';
import { type CallNode, type Expr, isConstant, MAX_STRING_LENGTH, type MacNode, operands } from '../language/ast.ts';
import type { RecSchema } from '../schema.ts';
import { analyze, type CheckOptions } from './checker.ts';
import type { Type } from './type.ts';

/** Ticks of an evaluation that ends without error; an error may stop it below `min`. */
export interface CostEstimate {
  readonly min: number;
  /** `unbounded` where a list has no bound. */
  readonly max: number | 'unbounded';
}

/**
 * The least and the most an expression costs.
 *
 * @param schema its `max` of lists and strings bound loops and sizes; a string without one has at most 4,096 units.
 */
export function estimateCost(expr: Expr, schema?: RecSchema, options: CheckOptions = {}): CostEstimate {
  const { types } = analyze(expr, schema, options);
  const { min, max } = new Estimate(types).of(expr);
  return { min, max: max >= UNBOUNDED ? 'unbounded' : max };
}

/** Absorbs whatever is added to it or multiplied by it. */
const UNBOUNDED = Number.MAX_SAFE_INTEGER;

interface Range {
  readonly min: number;
  readonly max: number;
}

const exactly = (cost: number): Range => ({ min: cost, max: cost });
const cap = (cost: number) => (cost < UNBOUNDED ? cost : UNBOUNDED);

function plus(...ranges: readonly Range[]): Range {
  return ranges.reduce((sum, { min, max }) => ({ min: cap(sum.min + min), max: cap(sum.max + max) }));
}

class Estimate {
  readonly #types: ReadonlyMap<Expr, Type>;

  constructor(types: ReadonlyMap<Expr, Type>) {
    this.#types = types;
  }

  of(node: Expr): Range {
    if (isConstant(node)) return exactly(0);
    const parts = operands(node).map((operand) => this.of(operand));
    const all = plus(exactly(0), ...parts);
    switch (node.k) {
      case 'list':
        return plus(all, exactly(1 + node.xs.length));
      case 'bin': {
        if (node.op !== 'in' && node.op !== 'not in') return plus(all, exactly(1));
        const length = isConstant(node.r) ? this.#bound(node.r) : 0;
        return plus(all, { min: 1 + length, max: cap(1 + this.#bound(node.r)) });
      }
      case 'and':
      case 'or':
      case 'def':
        return plus(exactly(1), parts[0]!, { min: 0, max: parts[1]!.max });
      case 'if': {
        const [c, a, b] = parts as [Range, Range, Range];
        return plus(exactly(1), c, { min: a.min < b.min ? a.min : b.min, max: a.max > b.max ? a.max : b.max });
      }
      case 'call':
        return plus(all, this.#call(node));
      case 'mac':
        return this.#macro(node, parts as [Range, Range]);
      default:
        return plus(all, exactly(1));
    }
  }

  #macro(node: MacNode, [list, body]: [Range, Range]): Range {
    const bound = this.#bound(node.l);
    const loops = bound === 0 ? 0 : cap(bound * (1 + body.max));
    return plus(exactly(1), list, { min: 0, max: loops });
  }

  #call(node: CallNode): Range {
    const builtin = BUILTINS.get(node.f);
    // Such calls fail before they are charged.
    if (!builtin || node.a.length > 8) return exactly(0);
    const base = builtin.variadic ? builtin.cost * node.a.length : builtin.cost;
    if (builtin.size === undefined) return exactly(base);
    const lengths = node.a.map((arg) => this.#units(arg));
    if (lengths.length === 1 && builtin.size === 'product') return exactly(base);
    return { min: base, max: base + (sizeUnits(builtin.size, lengths) >> 6) };
  }

  /** Most elements of a list. */
  #bound(list: Expr): number {
    const type = this.#types.get(list);
    return type?.type === 'list' && type.max !== undefined ? type.max : UNBOUNDED;
  }

  /** Most UTF-16 units of a string; a list has none to pay for. */
  #units(node: Expr): number {
    const type = this.#types.get(node);
    if (type?.type === 'list') return 0;
    return type?.type === 'str' && type.max !== undefined ? type.max : MAX_STRING_LENGTH;
  }
}
