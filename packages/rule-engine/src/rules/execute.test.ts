import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BudgetTracker } from '../budget.ts';
import type { Trace } from '../compile/trace.ts';
import { type Facts, makeFacts } from '../facts.ts';
import { admitRuleset } from './admit-ruleset.ts';
import { type ExecuteOptions, executeRuleset } from './execute.ts';
import { applyMutations, EMPTY_STATE } from './state.ts';

const ruleset = (rules: object[]) => {
  const { ruleset, findings } = admitRuleset({ format: 'speccade.ruleset/1', id: 'test', rules });
  if (!ruleset) throw new Error(JSON.stringify(findings));
  return ruleset;
};

const RULES = ruleset([
  { id: 'area', category: 'derive', then: [{ op: 'set', path: 'derived.area', value: 'w * h' }] },
  { id: 'small', category: 'limit', require: 'derived.area <= 1M', message: 'area of {w} x {h}' },
  { id: 'depth', category: 'limit', require: 'depth > 0' },
  {
    id: 'names',
    category: 'quality',
    require: 'all(n in names: glob(n, "a*"))',
    otherwise: [{ op: 'add', path: 'score.names', value: 'count(n in names: !glob(n, "a*"))' }],
  },
  { id: 'wide', category: 'annotate', when: 'w > h', then: [{ op: 'tag', path: 'tags', value: '"wide"' }] },
]);
const FACTS = makeFacts({ w: 2000, h: 1000, names: ['ab', 'b', 'c'] });
const json = (facts: Facts, options?: ExecuteOptions) =>
  JSON.stringify(executeRuleset(RULES, facts, options), (_, v) => (typeof v === 'bigint' ? `${v}n` : v));

describe('executeRuleset', () => {
  it('runs a ruleset', () => {
    const { results, state, status } = executeRuleset(RULES, FACTS);
    expect(results.map(({ rule_id, status }) => `${rule_id} ${status}`)).toEqual([
      'area pass',
      'depth error',
      'small fail',
      'names fail',
      'wide pass',
    ]);
    expect(results[2]!.diagnostics).toEqual([{ rule_id: 'small', severity: 'error', message: 'area of 2000 x 1000' }]);
    expect(state).toEqual({ derived: { area: 2_000_000 }, score: { names: 2 }, tags: ['wide'] });
    expect(status).toBe('error');
  });

  it('gives the same result twice, with listeners and traces too, whatever those do', () => {
    const plain = json(FACTS);
    let calls = 0;
    const hostile: ExecuteOptions[] = [
      {},
      { onTrace: ({ length }) => void (calls += length) },
      {
        listener: () => {
          calls++;
          throw new Error('no');
        },
      },
      { listener: () => Promise.reject(new Error(String(calls++))) },
      { listener: (tick) => Object.assign(tick, { integer_ops: calls++ }) },
      {
        listener: () => {
          // Evaluates the same ruleset within an event of itself.
          if (calls++ < 50) executeRuleset(RULES, FACTS);
        },
        onTrace: () => {},
      },
    ];
    for (const options of hostile) expect(json(FACTS, options)).toBe(plain);
    expect(calls).toBeGreaterThan(100);
  });

  it('is frozen all through', () => {
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      expect(Object.isFrozen(value)).toBe(true);
      Object.values(value).forEach(visit);
    };
    visit(executeRuleset(RULES, FACTS));
  });

  it('can be replayed from its mutations', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), fc.array(fc.constantFrom('a', 'b', 'ab')), (w, h, names) => {
        const { all_mutations, state } = executeRuleset(RULES, makeFacts({ w, h, names }));
        expect(applyMutations(EMPTY_STATE, all_mutations)).toEqual(state);
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  it('counts steps as a tracker does', () => {
    const ats: number[] = [];
    const heard = executeRuleset(RULES, FACTS, { listener: ({ at }) => ats.push(at) });
    const plain = executeRuleset(RULES, FACTS);
    expect(plain.results.map(({ budget }) => budget)).toEqual(heard.results.map(({ budget }) => budget));
    expect(ats.length).toBe(plain.results.reduce((sum, { budget }) => sum + budget.at, 0));
  });

  it('stops starting rules when the work of all of them is spent', () => {
    const run = (max_total_ops: number) =>
      executeRuleset(RULES, FACTS, { max_total_ops }).results.map(({ status, error }) => error?.code ?? status);
    expect(run(1_000)).toEqual(['pass', 'E_ABSENT', 'fail', 'fail', 'pass']);
    // The first two rules cost 3 and 1.
    expect(run(5)).toEqual(['pass', 'E_ABSENT', 'fail', 'E_BUDGET', 'E_BUDGET']);
    expect(run(4)).toEqual(['pass', 'E_ABSENT', 'E_BUDGET', 'E_BUDGET', 'E_BUDGET']);
    expect(() => run(0)).toThrow(RangeError);
  });

  it('fails rules of one category alike, however they are called', () => {
    const pair = (a: string, b: string) => {
      const rule = (id: string, value: number) => ({
        id,
        category: 'derive',
        then: [{ op: 'set', path: 'derived.x', value }],
      });
      const { results, state } = executeRuleset(ruleset([rule(a, 1), rule(b, 2)]), makeFacts({}));
      return { statuses: results.map(({ status }) => status), state };
    };
    expect(pair('a', 'b')).toEqual(pair('b', 'a'));
    expect(pair('a', 'b')).toMatchObject({ statuses: ['error', 'error'], state: { derived: {} } });
  });

  it('keeps names of prototypes as names', () => {
    const path = 'derived.__proto__.constructor';
    const rules = [
      { id: 'a', category: 'derive', then: [{ op: 'set', path, value: 7 }] },
      { id: 'b', category: 'limit', require: `${path} == 7 && !has(derived.toString)` },
    ];
    const { state, status } = executeRuleset(ruleset(rules), FACTS);
    expect([status, JSON.stringify(state.derived)]).toEqual(['pass', '{"__proto__":{"constructor":7}}']);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  it('refuses values that could multiply what they share', () => {
    const rule = {
      id: 'a',
      category: 'derive',
      then: [{ op: 'set', path: 'derived.x', value: 'map(x in names: names)' }],
    };
    expect(executeRuleset(ruleset([rule]), FACTS).results[0]!.error).toMatchObject({ code: 'E_TYPE', expr: 'then[0]' });
  });
});

describe('traces', () => {
  const traces = (rules: object[], facts = FACTS) => {
    const found = new Map<string, Trace>();
    executeRuleset(ruleset(rules), facts, { onTrace: (id, trace) => found.set(id, trace) });
    return found;
  };

  it('list what was evaluated, in order, with places and ticks', () => {
    const { steps, truncated } = traces([
      { id: 'a', category: 'limit', when: 'w > 1', require: 'w < h || h == 5' },
    ]).get('a')!;
    expect(truncated).toBe(false);
    expect(steps.map(({ seq, expr, value, ops, start, end }) => [seq, expr, value, ops, start, end])).toEqual([
      [0, 'when', 2000, 1, 0, 1],
      [1, 'when', true, 2, 0, 5],
      [2, 'require', 2000, 4, 0, 1],
      [3, 'require', 1000, 5, 4, 5],
      [4, 'require', false, 6, 0, 5],
      [5, 'require', 1000, 7, 9, 10],
      [6, 'require', false, 8, 9, 15],
      [7, 'require', false, 8, 0, 15],
    ]);
  });

  it('end with the error', () => {
    const { steps } = traces([{ id: 'a', category: 'limit', require: 'w / 0 > 1' }]).get('a')!;
    expect(steps.at(-1)).toMatchObject({ error: { code: 'E_DIV_BY_ZERO' }, start: 0, end: 5, ops: 2 });
  });

  it('keep 1,000 steps', () => {
    const facts = makeFacts({ xs: Array.from({ length: 900 }, (_, i) => i) });
    const found = traces(
      [
        { id: 'a', category: 'limit', require: 'all(x in xs: x >= 0)' },
        { id: 'b', category: 'limit', require: 'len(xs) == 900' },
      ],
      facts,
    );
    expect(found.get('a')).toMatchObject({ truncated: true, steps: { length: 1000 } });
    expect(found.get('b')).toMatchObject({ truncated: false, steps: { length: 3 } });
  });
});

it('takes trackers as it takes structs', () => {
  expect(new BudgetTracker().snapshot().limits).toEqual(executeRuleset(RULES, FACTS).results[0]!.budget.limits);
});
