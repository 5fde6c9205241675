import { describe, expect, it } from 'vitest';
import { BudgetTracker } from './budget.ts';
import {
  type BudgetTracker as BudgetStruct,
  compileExpr,
  evaluateExpr,
  executeRuleset,
  MAX_ARG_COUNT,
  MAX_CALL_DEPTH,
  MAX_INTEGER_OPS,
  RuleBudgetExceeded,
} from './engine.ts';
import { makeFacts } from './facts.ts';
import type { Expr } from './language/ast.ts';
import { parse } from './language/parser.ts';
import { admitRuleset } from './rules/admit-ruleset.ts';

const NO_FACTS = makeFacts({});
const literal = (): BudgetStruct => ({ integer_ops: 0, call_depth: 0, current_arg_count: 0 });

/** A balanced tree of additions: 2^depth - 1 of them. */
const additions = (depth: number): Expr =>
  depth === 0 ? { k: 'int', v: '1' } : { k: 'bin', op: '+', l: additions(depth - 1), r: additions(depth - 1) };

const nested = (depth: number) => parse(`${'abs('.repeat(depth)}1${')'.repeat(depth)}`);
const call = (count: number) => parse(`max(${Array(count).fill('1').join(', ')})`);

const EVALUATORS = {
  evaluateExpr,
  compileExpr: (expr: Expr, facts: typeof NO_FACTS, budget: BudgetStruct) => compileExpr(expr)(facts, budget),
};

describe.each(Object.entries(EVALUATORS))('%s', (_, evaluate) => {
  const exceeded = (expr: Expr, budget: BudgetStruct = literal()) => {
    try {
      return evaluate(expr, NO_FACTS, budget);
    } catch (error) {
      if (!(error instanceof RuleBudgetExceeded)) throw error;
      const { which, limit, observed } = error;
      return { which, limit, observed };
    }
  };

  it('allows 10,000 operations and refuses the next', () => {
    const budget = literal();
    budget.integer_ops = MAX_INTEGER_OPS - 1;
    expect(exceeded(parse('1 + 1'), budget)).toBe(2);
    expect(budget.integer_ops).toBe(MAX_INTEGER_OPS);
    expect(exceeded(additions(13))).toBe(8192);
    expect(exceeded(additions(14))).toEqual({ which: 'integer_ops', limit: 10_000, observed: 10_001 });
  });

  it('allows 16 nested calls and refuses the next', () => {
    expect(exceeded(nested(MAX_CALL_DEPTH))).toBe(1);
    expect(exceeded(nested(MAX_CALL_DEPTH + 1))).toEqual({ which: 'call_depth', limit: 16, observed: 17 });
  });

  it('allows 8 arguments and refuses the next', () => {
    expect(exceeded(call(MAX_ARG_COUNT))).toBe(1);
    expect(exceeded(call(MAX_ARG_COUNT + 1))).toEqual({ which: 'arg_count', limit: 8, observed: 9 });
  });

  it.each([literal, () => new BudgetTracker()])('unwinds the depth on errors, in both forms of the budget', (make) => {
    const budget = make();
    for (let i = 0; i < 40; i++) {
      expect(() => evaluate(parse('abs(max(1, 2 / 0))'), NO_FACTS, budget)).toThrow('division by zero');
      expect(budget).toMatchObject({ call_depth: 0, current_arg_count: 0, integer_ops: i + 1 });
    }
  });

  it('leaves the counters of an exceeded budget as they were observed', () => {
    for (const budget of [literal(), new BudgetTracker()]) {
      expect(() => evaluate(nested(17), NO_FACTS, budget)).toThrow(RuleBudgetExceeded);
      expect(budget).toMatchObject({ call_depth: 17, current_arg_count: 1 });
    }
  });

  it('takes facts from makeFacts only', () => {
    expect(() => evaluate(parse('1'), {} as never, literal())).toThrow(TypeError);
  });

  it.each([
    ['max_of_all(1)', 'E_UNKNOWN_FUNCTION'],
    ['constructor(1)', 'E_UNKNOWN_FUNCTION'],
    ['abs(1, 2)', 'E_ARITY'],
    ['let a = 1; let a = 2; a', 'E_SHADOW'],
    ['all(x in [1]: any(x in [2]: true))', 'E_SHADOW'],
  ])('refuses %s before it charges anything', (source, code) => {
    const budget = literal();
    expect(() => evaluate(parse(source), NO_FACTS, budget)).toThrow(expect.objectContaining({ code }));
    expect(budget).toEqual(literal());
  });
});

it('refuses trees that would exhaust the stack', () => {
  let deep: Expr = { k: 'int', v: '1' };
  for (let i = 0; i < 100_000; i++) deep = { k: 'neg', e: deep };
  expect(() => evaluateExpr(deep, NO_FACTS, literal())).toThrow(expect.objectContaining({ code: 'E_AST_DEPTH' }));
  expect(() => compileExpr(deep)).toThrow(expect.objectContaining({ code: 'E_AST_DEPTH' }));
});

describe('rules', () => {
  const ruleset = (rules: object[]) => {
    const { ruleset, findings } = admitRuleset({ format: 'speccade.ruleset/1', id: 'test', rules });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    return ruleset!;
  };

  it('have a budget each: what one uses up is not missing from the next', () => {
    // 3 ticks an element, 2 for the macro and 1 for the comparison.
    const require = 'count(x in xs: x >= 0) >= 0';
    const facts = makeFacts({ xs: Array.from({ length: 3332 }, (_, i) => i) });
    const rules = ['a', 'b', 'c'].map((id) => ({ id, category: 'limit', require }));
    const { results } = executeRuleset(ruleset(rules), facts);
    expect(results.map(({ status, budget }) => [status, budget.integer_ops])).toEqual(Array(3).fill(['pass', 9999]));
  });

  it('are not reached by the exhausted budget of another', () => {
    const facts = makeFacts({ xs: Array.from({ length: 4000 }, (_, i) => i) });
    const { results, status } = executeRuleset(
      ruleset([
        { id: 'a', category: 'limit', require: 'count(x in xs: x >= 0) > 0' },
        { id: 'b', category: 'limit', require: 'len(xs) == 4000' },
      ]),
      facts,
    );
    expect(results).toMatchObject([
      {
        status: 'error',
        error: { code: 'E_BUDGET', rule: 'a', expr: 'require', which: 'integer_ops', limit: 10_000, observed: 10_001 },
      },
      { status: 'pass', budget: { integer_ops: 3 } },
    ]);
    expect(status).toBe('error');
  });
});
