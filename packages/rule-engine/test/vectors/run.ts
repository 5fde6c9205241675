/** Runs the vector files against an implementation, wherever that lives: sources, the built package, a browser. */

export const VECTOR_FILES = ['int64.json', 'language.json', 'programs.json', 'rulesets.json', 'syntax.json'];

export interface Engine {
  readonly parse: (source: string) => unknown;
  readonly print: (expr: never) => string;
  readonly readAst: (json: unknown) => unknown;
  readonly evaluateExpr: (expr: never, facts: never, budget: never) => unknown;
  readonly compileExpr: (expr: never) => (facts: never, budget: never) => unknown;
  readonly makeFacts: (value: unknown, schema?: never) => unknown;
  readonly estimateCost: (expr: never, schema: never) => { readonly min: number; readonly max: number | 'unbounded' };
  readonly errorData: (error: unknown) => unknown;
  readonly toJson: (value: never) => unknown;
  readonly fromJson: (json: unknown) => unknown;
  readonly BudgetTracker: new () => {
    subscribe(listener: (tick: Tick) => void): () => void;
    readonly integer_ops: number;
  };
  readonly admitRuleset: (document: unknown, options?: never) => { readonly ok: boolean; readonly ruleset?: unknown };
  readonly executeRuleset: (
    ruleset: never,
    facts: never,
  ) => { readonly results: readonly unknown[]; readonly state: unknown };
}

interface Tick {
  readonly kind: string;
  readonly at: number;
  readonly cost: number;
  readonly integer_ops: number;
  readonly call_depth: number;
  readonly current_arg_count: number;
}

type Json = Record<string, unknown>;

/** Everything that differs, as text; how many cases were run is in `count`. */
export function runVectors(
  engine: Engine,
  files: Readonly<Record<string, unknown>>,
): { count: number; failures: string[] } {
  const failures: string[] = [];
  let count = 0;
  const expectSame = (name: string, found: unknown, wanted: unknown) => {
    if (text(found) !== text(wanted)) failures.push(`${name}: ${text(found)} instead of ${text(wanted)}`);
  };

  const evaluators = [
    (expr: unknown, facts: unknown, budget: unknown) =>
      engine.evaluateExpr(expr as never, facts as never, budget as never),
    (expr: unknown, facts: unknown, budget: unknown) =>
      engine.compileExpr(expr as never)(facts as never, budget as never),
  ];
  const evaluate = (which: number, expr: unknown, facts: unknown) => {
    const tracker = new engine.BudgetTracker();
    const events: string[] = [];
    tracker.subscribe((tick) => {
      const { at, kind, cost, integer_ops, call_depth, current_arg_count } = tick;
      events.push(`${at} ${kind} ${cost}: ${integer_ops} ${call_depth} ${current_arg_count}`);
    });
    try {
      const value = engine.toJson(evaluators[which]!(expr, facts, tracker) as never);
      return { value, ops: tracker.integer_ops, events };
    } catch (error) {
      return { error: engine.errorData(error) as Json, ops: tracker.integer_ops, events };
    }
  };
  const outcomes = (name: string, expr: unknown, facts: unknown, wanted: Json) => {
    for (const which of [0, 1]) {
      const { value, error, ops, events } = evaluate(which, expr, facts);
      expectSame(`${name}, ticks`, ops, wanted.ops);
      if (wanted.error) expectSame(name, error && pick(error, wanted.error as Json), wanted.error);
      else expectSame(name, error ?? value, wanted.value);
      if (Array.isArray(wanted.events)) expectSame(`${name}, events`, events, wanted.events);
      else if (wanted.events)
        expectSame(`${name}, events`, { count: events.length, last: events.at(-1) }, wanted.events);
    }
  };

  for (const file of ['language.json', 'int64.json']) {
    const { facts, schema, cases } = files[file] as { facts: unknown; schema?: unknown; cases: Json[] };
    const made = engine.makeFacts(engine.fromJson(facts), schema as never);
    for (const one of cases) {
      count++;
      const name = String(one.expr);
      const expr = engine.parse(name);
      outcomes(name, expr, made, one);
      expectSame(`${name}, printed`, engine.parse(engine.print(expr as never)), expr);
      if (one.est) {
        const { min, max } = engine.estimateCost(expr as never, schema as never);
        expectSame(`${name}, estimate`, [min, max], one.est);
      }
    }
  }
  const syntax = files['syntax.json'] as { errors: Json[]; trees: Json[] };
  for (const { source, code, start } of syntax.errors) {
    count++;
    let found: unknown;
    try {
      found = engine.parse(String(source));
    } catch (error) {
      found = pick(engine.errorData(error) as Json, { code, start });
    }
    expectSame(String(source), found, { code, start });
  }
  for (const { source, canonical, ast } of syntax.trees) {
    count++;
    expectSame(String(source), engine.parse(String(source)), ast);
    expectSame(`${source}, printed`, engine.print(ast as never), canonical);
  }
  const programs = files['programs.json'] as { facts: unknown[]; cases: Json[] };
  const made = programs.facts.map((facts) => engine.makeFacts(engine.fromJson(facts)));
  for (const one of programs.cases) {
    count++;
    const ast = engine.readAst(one.ast);
    expectSame(`${one.text}, printed`, engine.print(ast as never), one.text);
    outcomes(String(one.text), ast, made[Number(one.facts)], one);
  }
  const rulesets = files['rulesets.json'] as { cases: Json[] };
  for (const { name, document, facts, hash, results, state } of rulesets.cases) {
    count++;
    const { ruleset } = engine.admitRuleset(document);
    if (!ruleset) {
      failures.push(`${name}: not admitted`);
      continue;
    }
    expectSame(`${name}, hash`, (ruleset as Json).version_hash, hash);
    const run = engine.executeRuleset(ruleset as never, engine.makeFacts(engine.fromJson(facts)) as never);
    const found = (run.results as Json[]).map((result, i) => pick(result, (results as Json[])[i] ?? {}));
    expectSame(`${name}, results`, found, results);
    const { derived, score, tags } = run.state as Json;
    const shown = { derived: engine.toJson(derived as never), score: engine.toJson(score as never), tags };
    expectSame(`${name}, state`, shown, state);
  }
  return { count, failures };
}

/** The fields of `value` that `wanted` has, of fields that are objects too. */
function pick(value: Json, wanted: Json): Json {
  return Object.fromEntries(
    Object.entries(wanted).map(([key, one]) => {
      const found = value[key];
      const deep = isObject(found) && isObject(one);
      return [key, deep ? pick(found, one) : found];
    }),
  );
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON with sorted keys and without what is undefined. */
function text(value: unknown): string {
  return JSON.stringify(value, (_, one) =>
    isObject(one) ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1))) : one,
  );
}
