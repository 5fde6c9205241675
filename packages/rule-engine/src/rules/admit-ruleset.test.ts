import { describe, expect, it } from 'vitest';
import { SCHEMA } from '../../test/facts.ts';
import { makeFacts } from '../facts.ts';
import { readSchema } from '../schema.ts';
import { type AdmitRulesetOptions, admitRuleset } from './admit-ruleset.ts';
import { executeRuleset } from './execute.ts';

const document = (rule: object, more: object = {}) => ({
  format: 'speccade.ruleset/1',
  id: 'test',
  rules: [{ id: 'a', category: 'limit', ...rule }],
  ...more,
});
const codes = (doc: unknown, options?: AdmitRulesetOptions) =>
  admitRuleset(doc, options).findings.map(({ code, expr }) => (expr ? `${code} ${expr}` : code));

describe('admission of a ruleset', () => {
  it('gives a frozen ruleset with defaults and a hash', () => {
    const { ok, ruleset, findings } = admitRuleset(document({ require: 'tex.width <= 2048px' }), { schema: SCHEMA });
    expect([ok, findings]).toEqual([true, []]);
    expect(ruleset).toMatchObject({
      id: 'test',
      engine_version: '1.0.0',
      version_hash: expect.stringMatching(/^blake3:[0-9a-f]{64}$/),
      rules: [{ id: 'a', priority: 0, severity: 'error', enforcement: 'hard', message: '' }],
    });
    expect(Object.isFrozen(ruleset) && Object.isFrozen(ruleset!.rules) && Object.isFrozen(ruleset!.rules[0])).toBe(
      true,
    );
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a list', []],
    ['a text', 'rules'],
    ['no rules', { format: 'speccade.ruleset/1', id: 'test' }],
    ['another format', document({}, { format: 'speccade.ruleset/2' })],
    ['an unknown field', document({}, { rule: [] })],
    ['an id with capitals', document({}, { id: 'Test' })],
    ['a raised limit', document({}, { limits: { integer_ops: 10_001 } })],
    ['an unknown limit', document({}, { limits: { time: 1 } })],
    ['a limit that is no integer', document({}, { limits: { integer_ops: '1' } })],
    ['a rule that is a text', document({}, { rules: ['x'] })],
    [
      '1,025 rules',
      document({}, { rules: Array.from({ length: 1025 }, (_, i) => ({ id: `r${i}`, category: 'limit' })) }),
    ],
    ['two rules of one id', document({}, { rules: [1, 2].map(() => ({ id: 'a', category: 'limit' })) })],
    ['an unknown category', document({ category: 'other' })],
    ['no category', document({ category: undefined })],
    ['a prototype’s category', document({ category: 'toString' })],
    ['an unknown severity', document({ severity: 'fatal' })],
    ['an unknown enforcement', document({ enforcement: 'maybe' })],
    ['a priority out of range', document({ priority: 1001 })],
    ['a misspelt field', document({ requires: 'true' })],
    ['a mutation of facts', document({ then: [{ op: 'set', path: 'tex.width', value: 1 }] })],
    ['a mutation of a prototype', document({ then: [{ op: 'set', path: 'derived', value: 1 }] })],
    ['a mutation too deep', document({ then: [{ op: 'set', path: 'derived.a.b.c.d.e', value: 1 }] })],
    ['a mutation without a value', document({ then: [{ op: 'set', path: 'derived.a' }] })],
    ['an unknown mutation', document({ then: [{ op: 'delete', path: 'derived.a', value: 1 }] })],
    ['a tag elsewhere', document({ then: [{ op: 'tag', path: 'derived.a', value: '"x"' }] })],
    ['17 mutations', document({ then: Array(17).fill({ op: 'tag', path: 'tags', value: '"x"' }) })],
    ['a brace that is alone', document({ message: 'a { b' })],
    ['a computed placeholder', document({ message: '{1 + 1}' })],
    ['a derived placeholder', document({ message: '{derived.a}' })],
    ['a message beyond 1,024 characters', document({ message: 'x'.repeat(1025) })],
    ['an unsound schema', document({}, { facts: { type: 'int' } })],
  ])('refuses %s', (_, doc) => {
    const { ok, ruleset, findings } = admitRuleset(doc);
    expect([ok, ruleset]).toEqual([false, undefined]);
    expect(findings.some(({ code, severity }) => code === 'E_RULESET' && severity === 'error')).toBe(true);
  });

  it.each<[object, string[]]>([
    [{ require: '1 +' }, ['E_SYNTAX require']],
    [{ when: 'tex.width', require: 'kind' }, ['E_TYPE when', 'E_TYPE require']],
    [{ require: 'f(1)' }, ['E_UNKNOWN_FUNCTION require']],
    [{ require: 'abs(1, 2) > 1' }, ['E_ARITY require']],
    [{ require: { k: 'int', v: 1 } }, ['E_SYNTAX require']],
    [{ then: [{ op: 'add', path: 'score.a', value: '"x"' }] }, ['E_TYPE then[0]']],
    [{ otherwise: [{ op: 'tag', path: 'tags', value: '1' }] }, ['E_TYPE otherwise[0]']],
    [{ message: '{tex.wdth}' }, ['E_UNKNOWN_FACT message']],
    [{ message: '{lods}' }, ['E_TYPE message']],
  ])('says in which part %j is wrong', (rule, wanted) => {
    expect(codes(document(rule), { schema: SCHEMA })).toEqual(wanted);
  });

  it('finds everything wrong at once', () => {
    const rules = [
      { id: 'a', category: 'x', require: '1 +' },
      { id: 'B', category: 'limit', priority: 'high' },
    ];
    expect(codes(document({}, { id: 5, rules })).length).toBeGreaterThanOrEqual(5);
  });

  it('carries what a condition proves into requirement and mutations', () => {
    const rule = {
      when: 'has(tex.depth)',
      require: 'tex.depth > 0',
      then: [{ op: 'set', path: 'derived.d', value: 'tex.depth' }],
    };
    expect(codes(document(rule), { schema: SCHEMA, strict: true })).toEqual([]);
    expect(codes(document({ ...rule, when: 'true' }), { schema: SCHEMA })).toEqual([
      'W_MAY_BE_ABSENT require',
      'W_MAY_BE_ABSENT then[0]',
    ]);
  });

  it('refuses rules that cannot stay in their budget, and warns of those that may not', () => {
    const schema = readSchema({ type: 'rec', fields: { xs: { type: 'list', max: 4096, of: { type: 'int' } } } });
    const rule = { require: 'sum(x in xs: x + 1) > 0' };
    expect(codes(document(rule), { schema })).toEqual(['W_COST']);
    expect(codes(document(rule), { schema, strict: true })).toEqual(['E_COST']);
    expect(codes(document({ require: 'isqrt(16) == 4' }, { limits: { integer_ops: 16 } }))).toEqual(['E_COST']);
    expect(codes(document({ require: 'isqrt(16) == 4' }, { limits: { integer_ops: 17 } }))).toEqual([]);
  });

  it('warns of hard rules on what differs from run to run', () => {
    const schema = readSchema({ type: 'rec', fields: { gen_ms: { type: 'int', volatile: true } } });
    expect(codes(document({ require: 'gen_ms < 5s' }), { schema })).toEqual(['W_VOLATILE require']);
    expect(codes(document({ require: 'gen_ms < 5s', enforcement: 'soft' }), { schema })).toEqual([]);
  });

  it('is the only way to something that runs', () => {
    const { ruleset } = admitRuleset(document({}));
    expect(() => executeRuleset({ ...ruleset! } as never, makeFacts({}))).toThrow(TypeError);
    expect(() => executeRuleset(undefined as never, makeFacts({}))).toThrow(TypeError);
    const schema = readSchema({ type: 'rec', fields: { derived: { type: 'int' } } });
    expect(codes(document({}), { schema })).toEqual(['E_SHADOW']);
    expect(() => executeRuleset(ruleset!, makeFacts({ score: 1 }))).toThrow('cannot be a fact');
  });
});
