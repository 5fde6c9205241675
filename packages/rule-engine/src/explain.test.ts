import { describe, expect, it } from 'vitest';
import { FACT_SETS } from '../test/random/differential.ts';
import { Random } from '../test/random/prng.ts';
import { Programs } from '../test/random/programs.ts';
import { explainRule, printExplanation, replayExplanation } from './explain.ts';
import { type Facts, makeFacts } from './facts.ts';
import { admitRuleset } from './rules/admit-ruleset.ts';
import { executeRuleset } from './rules/execute.ts';
import { fromJson, toJson } from './value.ts';

const ruleset = (...rules: object[]) => {
  const all = rules.map((rule, i) => ({ id: `r${i}`, category: 'limit', ...rule }));
  const { ruleset, findings } = admitRuleset({ format: 'speccade.ruleset/1', id: 'test', rules: all });
  if (!ruleset) throw new Error(JSON.stringify(findings));
  return ruleset;
};
const FACTS = makeFacts({
  kind: 'texture',
  tex: { width: 4096, height: 1024 },
  lods: [{ tris: 8000 }, { tris: 14_000 }],
  other: 1,
});
const explain = (require: string, facts = FACTS) => explainRule(ruleset({ require }), 'r0', facts);

describe('clauses', () => {
  it.each<[string, string[]]>([
    ['tex.width <= 2048', ['tex.width = 4096 > 2048']],
    ['tex.height <= 2048 && tex.width <= 2048', ['tex.width = 4096 > 2048']],
    ['tex.height > 2048 || tex.width < 5', ['tex.height = 1024 <= 2048', 'tex.width = 4096 >= 5']],
    ['!(tex.width > 2048)', ['tex.width = 4096 > 2048']],
    ['all(l in lods: l.tris <= 10K)', ['lods[1].tris = 14000 > 10000']],
    ['any(l in lods: l.tris < 1K)', ['lods[0].tris = 8000 >= 1000', 'lods[1].tris = 14000 >= 1000']],
    ['kind in ["audio", "music"]', ['kind = "texture" not in ["audio", "music"]']],
    ['let a = tex.width * 2; a < 5', ['a = 8192 >= 5']],
    ['has(tex.depth)', ['has(tex.depth) is false']],
    ['kind == "texture" ? tex.width < 5 : true', ['kind = "texture" == "texture"', 'tex.width = 4096 >= 5']],
    ['tex.width * tex.height <= 5', ['tex.width * tex.height = 4194304 > 5']],
    ['5 >= tex.width', ['5 < tex.width = 4096']],
    ['glob(kind, "a*")', ['glob(kind, "a*") is false']],
    ['tex.width > 5', ['tex.width = 4096 > 5']],
  ])('of %s', (require, wanted) => {
    expect(explain(require).clauses.map(({ text }) => text)).toEqual(wanted);
  });
});

describe('patches', () => {
  it.each<[string, unknown]>([
    ['tex.width <= 2048', [['/tex/width', 2048]]],
    ['tex.width < 2048', [['/tex/width', 2047]]],
    ['tex.width >= 8192', [['/tex/width', 8192]]],
    ['8192 < tex.width', [['/tex/width', 8193]]],
    ['tex.width == 5', [['/tex/width', 5]]],
    ['!(tex.width > 2048)', [['/tex/width', 2048]]],
    ['tex.width < 2 * 10', [['/tex/width', 19]]],
    ['all(l in lods: l.tris <= 10K)', [['/lods/1/tris', 10_000]]],
    ['tex.width != 4096', []],
    ['kind == "audio"', []],
    ['let a = tex.width; a < 5', []],
    ['tex.width * 2 < 5', []],
    ['tex.width > 9223372036854775807', []],
    ['tex.width >= 9223372036854775807', [['/tex/width', { $int: '9223372036854775807' }]]],
  ])('of %s', (require, wanted) => {
    expect(explain(require).patches.map(({ path, value }) => [path, value])).toEqual(wanted);
  });

  it('turn the clause they are for', () => {
    for (const require of [
      'tex.width <= 2048',
      '8192 < tex.width',
      'all(l in lods: l.tris <= 10K)',
      'tex.height > tex.width',
    ]) {
      const rules = ruleset({ require });
      const { path, value } = explainRule(rules, 'r0', FACTS).patches[0]!;
      const data = toJson(FACTS) as Record<string, never>;
      const names = path.slice(1).split('/');
      const parent = names.slice(0, -1).reduce((at, name) => at[name] as never, data);
      Object.assign(parent, { [names.at(-1)!]: value });
      expect(executeRuleset(rules, makeFacts(fromJson(data))).status).toBe('pass');
    }
  });
});

describe('an explanation', () => {
  it('reads as text', () => {
    const rules = ruleset({ require: 'tex.width <= 2048', message: 'too wide: {tex.width}' });
    expect(printExplanation(explainRule(rules, 'r0', FACTS))).toBe(
      'r0: fail, too wide: 4096\n  require: tex.width <= 2048\n  because tex.width = 4096 > 2048\n  would hold with /tex/width = 2048',
    );
    const failing = explainRule(ruleset({ require: 'tex.width / 0 > 1' }), 'r0', FACTS);
    expect(printExplanation(failing)).toContain('because of E_DIV_BY_ZERO: division by zero (require at 0)');
  });

  it('holds the facts that the rule reads, and no others', () => {
    const rules = ruleset(
      { category: 'derive', then: [{ op: 'set', path: 'derived.n', value: 'other + 1' }] },
      { when: 'kind == "texture"', require: 'derived.n == 3', message: '{tex.width}' },
    );
    const explanation = explainRule(rules, 'r1', FACTS);
    expect(explanation).toMatchObject({ status: 'fail', clauses: [{ text: 'derived.n = 2 != 3' }], scope: 'rule' });
    expect(explanation.facts).toEqual({ kind: 'texture', derived: { n: 2 }, tex: { width: 4096 } });
    expect(explainRule(ruleset({ when: 'kind == "audio"' }), 'r0', FACTS)).toMatchObject({
      status: 'skip',
      part: 'when',
      clauses: [{ text: 'kind = "texture" != "audio"' }],
    });
    expect(() => explainRule(rules, 'r9', FACTS)).toThrow(RangeError);
  });

  it('replays to the same verdict, also through JSON', () => {
    const set = (value: number) => ({ category: 'derive', then: [{ op: 'set', path: 'derived.n', value }] });
    const rules = ruleset(
      set(1),
      set(2),
      { require: 'has(derived.n)' },
      { require: 'tex.width / 0 > 1' },
      { require: 'tex.width > 1', then: [{ op: 'add', path: 'score.a', value: 'nothing' }] },
      { when: 'has(nothing.at)' },
    );
    const replayed = rules.rules.map(({ id }) => {
      const explanation = explainRule(rules, id, FACTS);
      const again = replayExplanation(rules, JSON.parse(JSON.stringify(explanation)));
      expect([id, again]).toEqual([id, explanation.status]);
      return explanation.status;
    });
    expect(replayed).toEqual(['error', 'error', 'fail', 'error', 'error', 'skip']);
  });

  it('replays 1,000 random rules to the same verdict, its clauses deciding it', () => {
    const random = new Random(9);
    const programs = new Programs(random);
    const seen = { pass: 0, fail: 0, error: 0, skip: 0 };
    for (let i = 0; i < 1000; i++) {
      const { ruleset: rules } = admitRuleset({
        format: 'speccade.ruleset/1',
        id: 'test',
        rules: [{ id: 'a', category: 'limit', require: programs.program() }],
      });
      if (!rules) continue;
      const facts: Facts = random.pick(FACT_SETS);
      const explanation = explainRule(rules, 'a', facts);
      expect(explanation.status).toBe(executeRuleset(rules, facts).results[0]!.status);
      expect(replayExplanation(rules, explanation)).toBe(explanation.status);
      expect(explanation.clauses.length > 0).toBe(explanation.status !== 'error');
      seen[explanation.status]++;
    }
    expect(seen.pass > 50 && seen.fail > 50 && seen.error > 20).toBe(true);
  });
});
