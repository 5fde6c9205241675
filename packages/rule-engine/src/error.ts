/** What can be wrong with rules and what can go wrong in them, as data. */

import { RuleBudgetExceeded } from './budget/exceeded.ts';
import type { BudgetCounter } from './budget/limits.ts';
import { type Expr, spanOf } from './language/ast.ts';

/** Found before anything is evaluated. */
export type StaticErrorCode =
  | 'E_SYNTAX'
  | 'E_LITERAL'
  | 'E_UNIT'
  | 'E_INT_RANGE'
  | 'E_SOURCE_SIZE'
  | 'E_AST_SIZE'
  | 'E_AST_DEPTH'
  | 'E_NESTING'
  | 'E_TYPE'
  | 'E_ARITY'
  | 'E_UNKNOWN_FUNCTION'
  | 'E_UNKNOWN_FACT'
  | 'E_SHADOW'
  | 'E_COST'
  | 'E_RULESET';

/** Raised by an evaluation. */
export type EvaluationErrorCode =
  | 'E_ABSENT'
  | 'E_TYPE'
  | 'E_INT_OVERFLOW'
  | 'E_DIV_BY_ZERO'
  | 'E_DOMAIN'
  | 'E_EMPTY'
  | 'E_STRING_SIZE'
  | 'E_PARSE_INT'
  | 'E_CONFLICT'
  | 'E_BUDGET'
  | 'E_INTERNAL';

export type RuleErrorCode = StaticErrorCode | EvaluationErrorCode;

/** Which expression of a rule an error is in: `then[0]` is the value of its first mutation. */
export type RulePart = 'when' | 'require' | 'message' | `then[${number}]` | `otherwise[${number}]`;

/** An error as data. Offsets are UTF-16 code units into the source of the expression. */
export interface ErrorData {
  readonly code: RuleErrorCode;
  readonly message: string;
  readonly rule?: string;
  readonly expr?: RulePart;
  readonly start?: number;
  readonly end?: number;
  /** For `E_BUDGET`. */
  readonly which?: BudgetCounter;
  readonly limit?: number;
  readonly observed?: number;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** An error of a rule, at a place in its text where that is known. */
export class RuleError extends Error {
  override readonly name = 'RuleError';
  readonly code: RuleErrorCode;
  readonly start: number | undefined;
  readonly end: number | undefined;
  /** The node that failed, for traces. */
  readonly node: Expr | undefined;

  constructor(code: RuleErrorCode, message: string, at?: Expr | Span) {
    super(message);
    this.code = code;
    const span = at && ('k' in at ? spanOf(at) : at);
    this.node = at && 'k' in at ? at : undefined;
    this.start = span?.start;
    this.end = span?.end;
  }

  toJSON(): ErrorData {
    return errorData(this);
  }
}

/**
 * Anything thrown by an evaluation, as data. What is neither a {@link RuleError} nor a {@link RuleBudgetExceeded} is a
 * fault of the engine: `E_INTERNAL`, without its text, which may differ between hosts.
 */
export function errorData(error: unknown, rule?: string, expr?: RulePart): ErrorData {
  const where = { ...(rule !== undefined && { rule }), ...(expr !== undefined && { expr }) };
  if (error instanceof RuleError) {
    const { code, message, start, end } = error;
    return Object.freeze({ code, message, ...where, ...(start !== undefined && { start, end: end ?? start }) });
  }
  if (error instanceof RuleBudgetExceeded) {
    const { message, which, limit, observed } = error;
    return Object.freeze({ code: 'E_BUDGET', message, ...where, which, limit, observed });
  }
  return Object.freeze({ code: 'E_INTERNAL', message: 'the engine failed', ...where });
}
