/**
 * What a traced run has computed, in order of evaluation. Recorded into columns that all rules of a run share and made
 * into objects when somebody reads them, because a traced run must not take twice the time of a plain one.
 */

import { type ErrorData, errorData, RuleError, type RulePart } from '../error.ts';
import { type Expr, spanOf } from '../language/ast.ts';
import type { Value } from '../value.ts';

/** Steps of one rule that are kept. */
export const MAX_TRACE_STEPS = 1000;

/** One step: an operator, call or fact with its value, or the error that ended the evaluation. */
export interface TraceStep {
  /** From 0. */
  readonly seq: number;
  readonly expr: RulePart;
  readonly node: Expr;
  readonly value?: Value;
  readonly error?: ErrorData;
  /** Operations that the rule has been charged so far. */
  readonly ops: number;
  readonly start?: number;
  readonly end?: number;
}

export interface Trace {
  readonly steps: readonly TraceStep[];
  /** Whether there were more than {@link MAX_TRACE_STEPS}. */
  readonly truncated: boolean;
}

interface Part {
  readonly part: RulePart;
  readonly from: number;
}

interface Failure {
  readonly data: ErrorData;
  readonly node: Expr;
  readonly ops: number;
  readonly part: RulePart;
}

export class TraceRecorder {
  readonly #nodes: Expr[] = [];
  readonly #values: (Value | undefined)[] = [];
  readonly #ops: number[] = [];
  /** Where the parts of the current rule begin. */
  #parts: Part[] = [];
  #error: Failure | undefined;
  #count = 0;
  #full = 0;
  #truncated = false;

  /** Starts a rule. */
  begin(): void {
    this.#parts = [];
    this.#error = undefined;
    this.#full = this.#count + MAX_TRACE_STEPS;
    this.#truncated = false;
  }

  part(part: RulePart): void {
    this.#parts.push({ part, from: this.#count });
  }

  step(node: Expr, value: Value | undefined, ops: number): void {
    if (this.#count === this.#full) {
      this.#truncated = true;
      return;
    }
    this.#nodes[this.#count] = node;
    this.#values[this.#count] = value;
    this.#ops[this.#count++] = ops;
  }

  fail(error: unknown, root: Expr, ops: number): void {
    const node = error instanceof RuleError && error.node ? error.node : root;
    this.#error = { data: errorData(error), node, ops, part: this.#parts.at(-1)!.part };
  }

  /** The trace of the current rule, whose steps are made when they are read. */
  end(): Trace {
    const from = this.#parts[0]?.from ?? this.#count;
    const columns = { nodes: this.#nodes, values: this.#values, ops: this.#ops };
    return new RecordedTrace(columns, this.#parts, from, this.#count, this.#error, this.#truncated);
  }
}

interface Columns {
  readonly nodes: readonly Expr[];
  readonly values: readonly (Value | undefined)[];
  readonly ops: readonly number[];
}

/** A part of the columns. A class, because an accessor in a literal costs as much as the recording. */
class RecordedTrace implements Trace {
  readonly truncated: boolean;
  readonly #columns: Columns;
  readonly #parts: readonly Part[];
  readonly #from: number;
  readonly #to: number;
  readonly #error: Failure | undefined;
  #steps: readonly TraceStep[] | undefined;

  constructor(
    columns: Columns,
    parts: readonly Part[],
    from: number,
    to: number,
    error: Failure | undefined,
    truncated: boolean,
  ) {
    this.#columns = columns;
    this.#parts = parts;
    this.#from = from;
    this.#to = to;
    this.#error = error;
    this.truncated = truncated;
  }

  get steps(): readonly TraceStep[] {
    this.#steps ??= this.#make();
    return this.#steps;
  }

  #make(): readonly TraceStep[] {
    const { nodes, values, ops } = this.#columns;
    const parts = this.#parts;
    const steps: TraceStep[] = [];
    let part = -1;
    for (let i = this.#from; i < this.#to; i++) {
      while (parts[part + 1] && parts[part + 1]!.from <= i) part++;
      const node = nodes[i]!;
      const value = values[i];
      steps.push({
        seq: i - this.#from,
        expr: parts[part]!.part,
        node,
        ...(value !== undefined && { value }),
        ops: ops[i]!,
        ...spanOf(node),
      });
    }
    if (this.#error && steps.length < MAX_TRACE_STEPS) {
      const { data, node, ops: spent, part: expr } = this.#error;
      steps.push({ seq: steps.length, expr, node, error: data, ops: spent, ...spanOf(node) });
    }
    return Object.freeze(steps.map((step) => Object.freeze(step)));
  }
}
