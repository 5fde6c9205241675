/** How time grows, as exponents over growing inputs, and that no text or fact finds a slow way. */
import { describe, expect, it } from 'vitest';
import { freshBudget, RuleBudgetExceeded } from '../src/budget.ts';
import { compileExpr, executeRuleset } from '../src/engine.ts';
import { makeFacts } from '../src/facts.ts';
import { parse } from '../src/language/parser.ts';
import { admitRuleset } from '../src/rules/admit-ruleset.ts';
import { containsText } from '../src/text.ts';

/** The least of several times: what the machine does beside is only ever added. */
function fastest(work: () => unknown, runs = 7): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < runs; i++) {
    const started = performance.now();
    work();
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

/** Quadratic work has an exponent of 2; linear work under load has been seen up to 1.4. */
const LINEAR = 1.5;

/** The least slope of a few measurements: load on the machine can bend one, but not make quadratic work look linear. */
function exponent(sizes: readonly number[], work: (size: number) => () => unknown): number {
  let least = slope(sizes, work);
  for (let again = 0; again < 3 && least >= LINEAR; again++) least = Math.min(least, slope(sizes, work));
  return least;
}

/** The slope of log(time) over log(size). */
function slope(sizes: readonly number[], work: (size: number) => () => unknown): number {
  const points = sizes.map((size) => [Math.log(size), Math.log(fastest(work(size)))] as const);
  const mean = (axis: 0 | 1) => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const covariance = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return covariance / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}

const rules = (count: number) =>
  admitRuleset({
    format: 'speccade.ruleset/1',
    id: 'test',
    rules: Array.from({ length: count }, (_, i) => ({
      id: `r${i}`,
      category: i % 2 ? 'limit' : 'derive',
      // Two of five pass, at every size.
      require: `tex.width <= ${1198 + (i % 5)} && kind == "texture"`,
      then: [{ op: 'set', path: `derived.r${i}`, value: 'tex.width' }],
      otherwise: [{ op: 'add', path: 'score.sum', value: 1 }],
    })),
  }).ruleset!;
const factSet = (i: number) => makeFacts({ kind: 'texture', tex: { width: 1200 + i, height: i } });

it('tells quadratic work from linear', () => {
  const work = (size: number) => () => {
    let sum = 0;
    for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) sum = (sum + i * j) | 0;
    return sum;
  };
  work(2000)();
  expect(exponent([500, 1000, 2000, 4000], work)).toBeGreaterThan(LINEAR);
});

describe('the time of a ruleset', () => {
  it('is linear in its rules', () => {
    const facts = factSet(1);
    const work = (count: number) => {
      const ruleset = rules(count);
      return () => {
        for (let i = 0; i < 5; i++) executeRuleset(ruleset, facts);
      };
    };
    work(1000)();
    expect(exponent([125, 250, 500, 1000], work)).toBeLessThan(LINEAR);
  });

  it('is linear in fact sets', () => {
    const ruleset = rules(20);
    const sets = Array.from({ length: 1000 }, (_, i) => factSet(i));
    const work = (count: number) => () => sets.slice(0, count).map((facts) => executeRuleset(ruleset, facts));
    work(1000)();
    expect(exponent([125, 250, 500, 1000], work)).toBeLessThan(LINEAR);
  });
});

describe('the time of parsing', () => {
  it('is linear in the text', () => {
    const work = (count: number) => {
      const source = `[${Array.from({ length: count }, (_, i) => `"text ${i}"`).join(', ')}]`;
      return () => {
        for (let i = 0; i < 5; i++) parse(source);
      };
    };
    work(1000)();
    expect(exponent([100, 200, 400, 800], work)).toBeLessThan(LINEAR);
  });
});

describe('what a budget pays for', () => {
  const run = (source: string, facts: object) => {
    const evaluate = compileExpr(parse(source));
    const made = makeFacts(facts);
    return fastest(() => {
      try {
        evaluate(made, freshBudget());
      } catch (error) {
        if (!(error instanceof RuleBudgetExceeded)) throw error;
      }
    }, 3);
  };
  const a = 'a'.repeat(4095);
  const many = Array.from({ length: 4000 }, (_, i) => `${a.slice(0, 4000)}${i}`);

  it.each<[string, string, object]>([
    ['globs of stars', 'any(x in xs: glob(x, p))', { xs: Array(100).fill('a'.repeat(100)), p: `${'*a'.repeat(40)}b` }],
    ['one large glob', 'glob(x, p)', { x: 'a'.repeat(800), p: `${'a*'.repeat(300)}b` }],
    [
      'searches that almost match',
      'any(x in xs: contains(x, p))',
      { xs: Array(140).fill(a), p: `${'a'.repeat(2000)}b` },
    ],
    ['long texts that differ at their end', 'x in xs', { x: `${a.slice(0, 4000)}x`, xs: many }],
    ['order of long texts', 'count(x in xs: x < p) > 0', { xs: many.slice(0, 2000), p: `${a.slice(0, 4000)}x` }],
    ['nested loops', 'sum(x in xs: sum(y in xs: x * y))', { xs: Array.from({ length: 4096 }, (_, i) => i) }],
    ['powers', 'sum(x in xs: pow(1, 63))', { xs: Array(4096).fill(1) }],
    ['roots of large numbers', 'sum(x in xs: isqrt(x) % 2)', { xs: Array(4096).fill(2n ** 63n - 1n) }],
  ])('is done soon: %s', (_, source, facts) => {
    // The bound of one rule; the slowest of these takes a tenth of it.
    expect(run(source, facts)).toBeLessThan(250);
  });

  it('searches in linear time', () => {
    const work = (count: number) => {
      const [text, needle] = ['a'.repeat(count), `${'a'.repeat(count / 2)}b`];
      return () => {
        for (let i = 0; i < 20; i++) containsText(text, needle);
      };
    };
    work(4096)();
    expect(exponent([1024, 2048, 4096, 8192], work)).toBeLessThan(LINEAR);
  });
});
