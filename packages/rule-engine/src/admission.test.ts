import { expect, it } from 'vitest';
import { admit } from './admission.ts';
import { makeFacts } from './facts.ts';
import { admitRuleset } from './rules/admit-ruleset.ts';

const { ruleset } = admitRuleset({
  format: 'speccade.ruleset/1',
  id: 'test',
  rules: [
    { id: 'size', category: 'derive', then: [{ op: 'set', path: 'derived.twice', value: 'n * 2' }] },
    { id: 'clean', category: 'admission', require: '!dirty', message: 'there are changes' },
    { id: 'known', category: 'admission', enforcement: 'advisory', require: 'derived.twice < 100' },
    { id: 'later', category: 'limit', require: 'n < 10', otherwise: [{ op: 'tag', path: 'tags', value: '"big"' }] },
  ],
});
const run = (facts: object) => admit({ ruleset: ruleset!, facts: makeFacts(facts) });

it('admits a subject that no admission rule refuses, whatever later rules say', () => {
  const { admitted, reasons, results, mutations, state } = run({ n: 20, dirty: false });
  expect([admitted, reasons]).toEqual([true, []]);
  expect(results.map(({ status }) => status)).toEqual(['pass', 'pass', 'pass', 'fail']);
  expect(mutations).toHaveLength(2);
  expect(state).toEqual({ derived: { twice: 40 }, score: {}, tags: ['big'] });
});

it.each([
  [{ n: 20, dirty: true }, ['clean: there are changes']],
  [{ n: 50, dirty: false }, ['known: failed']],
  [{ n: 20 }, ['clean: the fact is absent']],
  [{ n: 20, dirty: 0 }, ['clean: a boolean is needed, not an integer']],
])('refuses %j, runs nothing later and changes nothing', (facts, reasons) => {
  const { admitted, reasons: found, results, mutations, state } = run(facts);
  expect([admitted, found]).toEqual([false, reasons]);
  expect(results.at(-1)).toMatchObject({
    rule_id: 'later',
    status: 'skip',
    reason: 'not_admitted',
    budget: { integer_ops: 0 },
  });
  expect(mutations).toEqual([]);
  expect(state).toEqual({ derived: {}, score: {}, tags: [] });
});
