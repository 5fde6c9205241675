import { describe, expect, it } from 'vitest';
import { SCHEMA } from '../../test/facts.ts';
import { EVALUATORS, outcome } from '../../test/outcome.ts';
import { FACT_SETS } from '../../test/random/differential.ts';
import { Random } from '../../test/random/prng.ts';
import { Programs } from '../../test/random/programs.ts';
import { parse } from '../language/parser.ts';
import { print } from '../language/printer.ts';
import type { RecSchema } from '../schema.ts';
import { estimateCost } from './cost.ts';

describe('estimates', () => {
  it.each<[string, number, number | 'unbounded']>([
    ['1', 0, 0],
    ['tex.width > 1 ? 1 : tex.height', 4, 6],
    ['sum(a in lods: sum(b in lods: b.tris))', 2, 2 + 8 * (1 + 2 + 8 * 3)],
    ['count(x in filter(l in lods: l.tris > 1): true)', 3, 3 + 8 * 4 + 8],
    ['len(name)', 2, 2],
    ['lower(concat(name, name, name))', 19, 19 + 2 + 2],
    ['glob(name, name)', 18, 18 + 62],
    ['[tex.width, 1][0]', 6, 6],
    ['max(1,2,3,4,5,6,7,8,9)', 0, 0],
  ])('of %s are %s to %s', (source, min, max) => {
    expect(estimateCost(parse(source), SCHEMA)).toEqual({ min, max });
  });

  it('have no upper end where a list has no bound', () => {
    expect(estimateCost(parse('count(x in xs: true) > 1'))).toEqual({ min: 3, max: 'unbounded' });
    expect(estimateCost(parse('1 in xs'))).toEqual({ min: 2, max: 'unbounded' });
  });

  it('contain what evaluations without error cost', () => {
    const bounded: RecSchema = {
      type: 'rec',
      fields: {
        ...SCHEMA.fields,
        sizes: { type: 'list', max: 700, of: { type: 'int' } },
        report: { type: 'rec', fields: { ok: { type: 'bool' } } },
        signed: { type: 'bool' },
        nothing: { type: 'int', optional: true },
      },
    };
    const random = new Random(3);
    const programs = new Programs(random);
    let compared = 0;
    for (let i = 0; i < 15_000; i++) {
      const expr = programs.program();
      const { min, max } = estimateCost(expr, bounded);
      const { error, ops } = outcome(EVALUATORS.compiled!, expr, random.pick(FACT_SETS));
      if (error !== undefined) continue;
      compared++;
      if (ops < min || (max !== 'unbounded' && ops > max)) expect.fail(`${print(expr)}: ${ops} not in ${min}..${max}`);
    }
    expect(compared).toBeGreaterThan(4000);
  });
});
