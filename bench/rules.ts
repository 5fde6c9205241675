/**
 * Rules: evaluations per second of the same four rules on the same facts in several engines, what listeners and traces
 * cost, and how the time of a ruleset grows.
 */
import { Environment } from '@marcbachmann/cel-js';
import {
  admitRuleset,
  BudgetTracker,
  compileExpr,
  evaluateExpr,
  executeRuleset,
  type Facts,
  freshBudget,
  makeFacts,
  parse,
} from '@speccade/rule-engine';
import jsonLogic from 'json-logic-js';
import { Engine } from 'json-rules-engine';
import { median } from './bundle.ts';
import { printRows, type Row } from './row.ts';
import { FACT_SETS, RULES } from './rules/cases.ts';

const RUNS = 9;
/** Of one engine in one turn. */
const MILLISECONDS = 60;

/** Evaluates rule `r` on fact set `f`. */
type Evaluate = (r: number, f: number) => boolean | Promise<boolean>;

const facts = FACT_SETS.map((set) => makeFacts(set));
const asts = RULES.map(({ srl }) => parse(srl));
const compiled = asts.map(compileExpr);

function celEngine(): Evaluate {
  const cel = new Environment({ unlistedVariablesAreDyn: true });
  const programs = RULES.map((rule) => cel.parse(rule.cel));
  const sets = FACT_SETS.map((set) => bigints(set) as Record<string, unknown>);
  return (r, f) => programs[r]!(sets[f]!) as boolean;
}

/** The facts as that engine wants them: its integers are bigints. */
function bigints(value: unknown): unknown {
  if (typeof value === 'number') return BigInt(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(bigints);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, bigints(one)]));
}

function jsonRulesEngine(): Evaluate {
  const engines = RULES.map(({ conditions }) => {
    const engine = new Engine([{ conditions, event: { type: 'pass' } }]);
    engine.addOperator('timesThreeBelow', (a: number, b: number) => a * 3 < b);
    engine.addOperator('allTrisAtMost', (list: { tris: number }[], b: number) => list.every(({ tris }) => tris <= b));
    return engine;
  });
  return async (r, f) => (await engines[r]!.run(FACT_SETS[f]!)).events.length > 0;
}

const listener = () => {};

const ENGINES: readonly (readonly [name: string, evaluate: Evaluate])[] = [
  ['compiled', (r, f) => compiled[r]!(facts[f]!, freshBudget()) as boolean],
  ['interpreted', (r, f) => evaluateExpr(asts[r]!, facts[f]!, freshBudget()) as boolean],
  ['compiled, tracker', (r, f) => compiled[r]!(facts[f]!, new BudgetTracker()) as boolean],
  [
    'compiled, tracker with a listener',
    (r, f) => {
      const tracker = new BudgetTracker();
      tracker.subscribe(listener);
      return compiled[r]!(facts[f]!, tracker) as boolean;
    },
  ],
  ['@marcbachmann/cel-js', celEngine()],
  ['json-logic-js', (r, f) => jsonLogic.apply(RULES[r]!.logic as never, FACT_SETS[f]!) as boolean],
  ['json-rules-engine', jsonRulesEngine()],
];

/** Evaluations per second. */
async function speed(evaluate: Evaluate): Promise<number> {
  let count = 0;
  const started = performance.now();
  let elapsed = 0;
  const isAsync = evaluate(0, 0) instanceof Promise;
  while (elapsed < MILLISECONDS) {
    for (let i = 0; i < 16; i++) {
      for (let r = 0; r < RULES.length; r++) {
        for (let f = 0; f < FACT_SETS.length; f++) {
          const result = isAsync ? await evaluate(r, f) : evaluate(r, f);
          if (result !== RULES[r]!.expected[f]) throw new Error(`rule ${r} on facts ${f}: ${result}`);
          count++;
        }
      }
    }
    elapsed = performance.now() - started;
  }
  return (count / elapsed) * 1000;
}

/** Milliseconds for a ruleset of `rules` rules on `sets` fact sets. */
function rulesetTime(rules: number, sets: number, traced: boolean): number {
  const document = {
    format: 'speccade.ruleset/1',
    id: 'bench',
    rules: Array.from({ length: rules }, (_, i) => ({
      id: `r-${i}`,
      category: 'limit',
      require: RULES[i % RULES.length]!.srl,
    })),
  };
  const ruleset = admitRuleset(document).ruleset!;
  const options = traced ? { onTrace: () => {} } : {};
  const run = (one: Facts) => executeRuleset(ruleset, one, options);
  const started = performance.now();
  for (let i = 0; i < sets; i++) run(facts[i % facts.length]!);
  return performance.now() - started;
}

export async function run(): Promise<Row[]> {
  for (const [, evaluate] of ENGINES) await speed(evaluate);
  const speeds = ENGINES.map(() => [] as number[]);
  // In turns, so that a change of the machine's speed meets all of them.
  for (let i = 0; i < RUNS; i++)
    for (const [e, [, evaluate]] of ENGINES.entries()) speeds[e]!.push(await speed(evaluate));
  const [ours, ...others] = speeds.map((values) => median(values)) as [number, ...number[]];
  const rows: Row[] = [{ name: 'compiled', ours: ours / 1000, unit: 'k rules/s' }];
  for (const [i, baseline] of others.entries()) {
    const name = `compiled, against ${ENGINES[i + 1]![0]}`;
    rows.push({ name, ours: ours / 1000, baseline: baseline / 1000, ratio: ours / baseline, unit: 'k rules/s' });
  }
  const times = (rules: number, sets: number, traced = false) =>
    median(Array.from({ length: 5 }, () => rulesetTime(rules, sets, traced)));
  times(100, 100, true);
  const plain = times(100, 200);
  const traced = times(100, 200, true);
  rows.push({
    name: 'ruleset with traces, against without',
    ours: traced,
    baseline: plain,
    ratio: traced / plain,
    unit: 'ms',
  });
  for (const [name, grown] of [
    ['1000 rules on 100 fact sets, against 100 on 100', () => times(1000, 100)],
    ['100 rules on 1000 fact sets, against 100 on 100', () => times(100, 1000)],
  ] as const) {
    const [time, base] = [grown(), times(100, 100)];
    rows.push({ name, ours: time, baseline: base, ratio: time / base, unit: 'ms' });
  }
  return rows;
}

if (import.meta.main) printRows('Rules', await run());
