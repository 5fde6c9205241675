/** Runs random programs in every evaluator and collects where they differ. */
import { makeFacts } from '../../src/facts.ts';
import { print } from '../../src/language/printer.ts';
import { FACTS } from '../facts.ts';
import { EVALUATORS, outcome, watchedOutcome } from '../outcome.ts';
import { Random } from './prng.ts';
import { Programs } from './programs.ts';

const LONG = Array.from({ length: 700 }, (_, i) => (i * 37) % 500);

export const FACT_SETS = [
  makeFacts({ ...FACTS, sizes: [3, 1, 2], report: { ok: true } }),
  makeFacts({ ...FACTS, sizes: LONG, signed: false, lods: [], big: -(2n ** 63n), name: 'Ünïcode😀' }),
  makeFacts({ tex: { width: 1 }, kind: '', sizes: [2n ** 62n, 2n ** 62n, 5], lods: [{ tris: 1 }, {}] }),
];

export interface Comparison {
  readonly disagreements: string[];
  readonly values: number;
  readonly errors: ReadonlyMap<string, number>;
}

export function checkPrograms(count: number, seed: number): Comparison {
  const random = new Random(seed);
  const programs = new Programs(random);
  const disagreements: string[] = [];
  const errors = new Map<string, number>();
  let values = 0;
  for (let i = 0; i < count && disagreements.length < 5; i++) {
    const expr = programs.program();
    const facts = random.pick(FACT_SETS);
    const model = watchedOutcome(EVALUATORS.model!, expr, facts);
    const compiled = watchedOutcome(EVALUATORS.compiled!, expr, facts);
    const { at: _, events: __, ...plain } = model;
    const fast = outcome(EVALUATORS.compiled!, expr, facts);
    if (JSON.stringify(model) !== JSON.stringify(compiled))
      disagreements.push(`seed ${seed}, ${i}, watched: ${print(expr)}`);
    if (JSON.stringify(plain) !== JSON.stringify(fast)) disagreements.push(`seed ${seed}, ${i}, plain: ${print(expr)}`);
    if (model.error === undefined) values++;
    else {
      const { code } = model.error as { code: string };
      errors.set(code, (errors.get(code) ?? 0) + 1);
    }
  }
  return { disagreements, values, errors };
}
