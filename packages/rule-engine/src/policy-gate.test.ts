import { describe, expect, it } from 'vitest';
import { makeFacts } from './facts.ts';
import { evaluateGate, type Gate } from './policy-gate.ts';
import { admitRuleset } from './rules/admit-ruleset.ts';
import { executeRuleset } from './rules/execute.ts';
import { dayNumber, type Waiver } from './waivers.ts';

const { ruleset } = admitRuleset({
  format: 'speccade.ruleset/1',
  id: 'test',
  rules: (['hard', 'soft', 'advisory'] as const).map((enforcement) => ({
    id: enforcement,
    category: 'limit',
    enforcement,
    severity: enforcement === 'advisory' ? 'warning' : 'error',
    require: `${enforcement} < 10`,
    otherwise: [{ op: 'add', path: 'score.points', value: 1 }],
    message: `${enforcement} is {${enforcement}}`,
  })),
});
const GOOD = { hard: 1, soft: 1, advisory: 1 };
const run = (facts: object) => executeRuleset(ruleset!, makeFacts({ ...GOOD, ...facts }));
const decide = (facts: object, gate?: Gate, waivers: Waiver[] = [], day?: number) =>
  evaluateGate(run(facts), gate, waivers, { subject: 'sounds/laser', day });

describe('the gate', () => {
  it.each<[object, string, string[]]>([
    [{}, 'allow', []],
    [{ hard: 20 }, 'deny', ['hard is 20']],
    [{ soft: 20 }, 'deny', ['soft is 20']],
    [{ advisory: 20 }, 'warn', ['advisory is 20']],
    [{ advisory: 'x' }, 'deny', ['E_TYPE: a string and an integer have no order']],
    [{ soft: 20, advisory: 20 }, 'deny', ['soft is 20', 'advisory is 20'].sort()],
  ])('on %j is %s', (facts, decision, messages) => {
    const verdict = decide(facts);
    expect(verdict.decision).toBe(decision);
    expect(verdict.reasons.map(({ message }) => message).sort()).toEqual(messages);
  });

  it.each<[string, object, string]>([
    ['true', {}, 'allow'],
    ['passed == 3 && hard_fails == 0', {}, 'allow'],
    ['warnings == 0', { advisory: 20 }, 'deny'],
    ['true', { hard: 20 }, 'deny'],
    ['(score.points ?? 0) < 1', { advisory: 20 }, 'deny'],
    ['(score.points ?? 0) < 1', {}, 'allow'],
    ['advisory_fails + soft_fails + errors + skipped == 0', {}, 'allow'],
    // Whatever cannot be evaluated denies.
    ['score.points < 1', {}, 'deny'],
    ['1 / 0 == 1', {}, 'deny'],
    ['1', {}, 'deny'],
    ['true &&', {}, 'deny'],
    ['f(1)', {}, 'deny'],
    ['unknown', {}, 'deny'],
    [{ k: 'nonsense' } as never, {}, 'deny'],
    ['let a = 1; let a = 2; true', {}, 'deny'],
  ])('with the expression %s on %j is %s', (expression, facts, decision) => {
    expect(decide(facts, { expression }).decision).toBe(decision);
  });

  it('has a budget of its own for the expression', () => {
    expect(decide({}, { expression: 'isqrt(16) == 4', max_ops: 16 })).toMatchObject({
      decision: 'deny',
      reasons: [{ rule: 'gate', message: 'E_BUDGET: integer_ops budget exceeded: 17 > 16' }],
    });
    expect(decide({}, { expression: 'isqrt(16) == 4', max_ops: 17 }).decision).toBe('allow');
    expect(decide({}, { expression: 'true', max_ops: 10_001 }).decision).toBe('deny');
  });
});

describe('waivers', () => {
  const day = dayNumber('2026-05-07');
  const waiver = (more: Partial<Waiver> = {}): Waiver => ({
    rule: 'soft',
    subject: 'sounds/*',
    reason: 'agreed',
    expires: day,
    ...more,
  });

  it.each<[string, Waiver, number | undefined, string, string]>([
    ['that hold', waiver(), day, 'allow', 'waived'],
    ['on their last day', waiver({ expires: day }), day, 'allow', 'waived'],
    ['after it', waiver(), day + 1, 'deny', 'expired'],
    ['where the day is not known', waiver(), undefined, 'deny', 'expired'],
    ['of another subject', waiver({ subject: 'music/*' }), day, 'deny', 'unused'],
    ['of another rule', waiver({ rule: 'other' }), day, 'deny', 'unused'],
    ['without a reason', waiver({ reason: ' ' }), day, 'deny', 'unused'],
    ['with no reason at all', waiver({ reason: undefined as never }), day, 'deny', 'unused'],
    ['without an end', waiver({ expires: undefined as never }), day, 'deny', 'expired'],
  ])('%s', (_, one, on, decision, report) => {
    const verdict = decide({ soft: 20 }, undefined, [one], on);
    expect(verdict.decision).toBe(decision);
    expect({ waived: verdict.waived, unused: verdict.unused, expired: verdict.expired }).toEqual({
      waived: [],
      unused: [],
      expired: [],
      [report]: [one],
    });
  });

  it('never cover hard rules or errors', () => {
    expect(decide({ hard: 20 }, undefined, [waiver({ rule: 'hard' })], day)).toMatchObject({
      decision: 'deny',
      waived: [],
    });
    expect(decide({ soft: 'x' }, undefined, [waiver()], day)).toMatchObject({ decision: 'deny', waived: [] });
  });

  it('count days as the calendar does', () => {
    for (const date of [
      '1970-01-01',
      '1969-12-31',
      '2000-02-29',
      '2026-11-21',
      '0001-01-01',
      '9999-12-31',
      '1600-03-01',
    ]) {
      expect(dayNumber(date)).toBe(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
    }
    for (const bad of ['2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-01-32', '2026-1-1', 'today', '']) {
      expect(() => dayNumber(bad)).toThrow(RangeError);
    }
  });
});
