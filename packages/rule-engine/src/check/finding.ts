/** What is wrong, or doubtful, in rules that nothing has run yet. */

import { RuleError, type RuleErrorCode, type RulePart } from '../error.ts';
import { type Expr, spanOf } from '../language/ast.ts';

export type WarningCode = 'W_UNIT' | 'W_MAY_BE_ABSENT' | 'W_VOLATILE' | 'W_COST';

export interface Finding {
  readonly severity: 'error' | 'warning';
  readonly code: RuleErrorCode | WarningCode;
  readonly message: string;
  readonly rule?: string;
  readonly expr?: RulePart;
  /** UTF-16 offsets into the source of the expression. */
  readonly start?: number;
  readonly end?: number;
}

export function finding(severity: Finding['severity'], code: Finding['code'], message: string, at?: Expr): Finding {
  return { severity, code, message, ...(at && spanOf(at)) };
}

/** A thrown error as a finding. @throws what is no `RuleError`. */
export function findingOf(error: unknown): Finding {
  if (!(error instanceof RuleError)) throw error;
  const { code, message, start, end } = error;
  return { severity: 'error', code, message, ...(start !== undefined && { start, end: end ?? start }) };
}
