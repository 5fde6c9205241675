/** Vectors of whole rulesets. Outcomes are written by hand; hashes are recorded. */
import { admitRuleset } from '../../src/rules/admit-ruleset.ts';

interface Case {
  readonly name: string;
  readonly rules: readonly Record<string, unknown>[];
  readonly facts?: Record<string, unknown>;
  readonly limits?: Record<string, number>;
  readonly results: readonly Record<string, unknown>[];
  readonly state?: { derived?: unknown; score?: unknown; tags?: readonly string[] };
}

const set = (path: string, value: unknown) => ({ op: 'set', path, value });
const add = (path: string, value: unknown) => ({ op: 'add', path, value });
const tag = (value: string) => ({ op: 'tag', path: 'tags', value: JSON.stringify(value) });
const derive = (id: string, then: unknown[], more = {}) => ({ id, category: 'derive', then, ...more });
const ok = (rule_id: string) => ({ rule_id, status: 'pass' });
const error = (rule_id: string, code: string, more = {}) => ({
  rule_id,
  status: 'error',
  mutations: [],
  error: { code, ...more },
});

const CASES: readonly Case[] = [
  {
    name: 'runs categories, priorities and ids in order, whatever the order of the file',
    rules: [
      { id: 'z', category: 'limit' },
      { id: 'b', category: 'derive' },
      { id: 'a', category: 'derive' },
      { id: 'c', category: 'derive', priority: -1 },
      { id: 'y', category: 'annotate' },
      { id: 'x', category: 'admission' },
    ],
    results: ['c', 'a', 'b', 'x', 'z', 'y'].map(ok),
  },
  {
    name: 'skips a rule whose condition is false and fails one whose requirement is',
    rules: [
      { id: 'a', category: 'limit', when: 'x > 5', require: 'false' },
      { id: 'b', category: 'limit', require: 'x > 5', message: 'x is {x}, not {{5}}' },
    ],
    facts: { x: 3 },
    results: [
      { rule_id: 'a', status: 'skip' },
      { rule_id: 'b', status: 'fail', diagnostics: [{ rule_id: 'b', severity: 'error', message: 'x is 3, not {5}' }] },
    ],
  },
  {
    name: 'shows a category what earlier ones computed, and its rules nothing of each other',
    rules: [
      derive('a', [set('derived.n', 'x * 2')]),
      derive('b', [set('derived.m', 'derived.n ?? -1')]),
      { id: 'c', category: 'limit', require: 'derived.n == 6 && derived.m == -1' },
    ],
    facts: { x: 3 },
    results: ['a', 'b', 'c'].map(ok),
    state: { derived: { n: 6, m: -1 } },
  },
  {
    name: 'makes errors of all rules that set one path to different values',
    rules: [
      derive('a', [set('derived.n', 1), set('derived.other', 1)]),
      derive('b', [set('derived.n', 1)]),
      derive('c', [set('derived.n', 2)]),
      derive('d', [set('derived.m', 2)]),
    ],
    results: [...['a', 'b', 'c'].map((id) => error(id, 'E_CONFLICT')), ok('d')],
    state: { derived: { m: 2 } },
  },
  {
    name: 'lets rules agree on a value',
    rules: [derive('a', [set('derived.n', 1)]), derive('b', [set('derived.n', 1)])],
    results: [ok('a'), ok('b')],
    state: { derived: { n: 1 } },
  },
  {
    name: 'refuses to set and add to one path, and to use one as a value and a record',
    rules: [
      derive('a', [set('derived.n', 1)]),
      derive('b', [add('derived.n', 1)]),
      derive('c', [set('derived.r', 1)]),
      derive('d', [set('derived.r.s', 1)]),
    ],
    results: ['a', 'b', 'c', 'd'].map((id) => error(id, 'E_CONFLICT')),
  },
  {
    name: 'sums in order and makes an error of the rule that overflows',
    rules: [
      derive('a', [add('score.n', '9223372036854775807')]),
      derive('b', [add('score.n', 1), tag('lost')]),
      derive('c', [add('score.n', -7)]),
    ],
    results: [ok('a'), error('b', 'E_INT_OVERFLOW'), ok('c')],
    state: { score: { n: { $int: '9223372036854775800' } } },
  },
  {
    name: 'keeps nothing of a rule that fails half-way',
    rules: [derive('a', [set('derived.n', 1), set('derived.m', '1 / 0')]), derive('b', [tag('kept')])],
    results: [error('a', 'E_DIV_BY_ZERO', { expr: 'then[1]', start: 0, end: 5 }), ok('b')],
    state: { tags: ['kept'] },
  },
  {
    name: 'sorts tags by code point and keeps each once',
    rules: [
      derive('a', [tag('\u{10000}'), tag('b')]),
      { id: 'b', category: 'annotate', then: [tag('\u{FFFF}'), tag('b'), tag('B')] },
    ],
    results: [ok('a'), ok('b')],
    state: { tags: ['B', 'b', '\u{FFFF}', '\u{10000}'] },
  },
  {
    name: 'applies what a failed requirement asks for',
    rules: [{ id: 'a', category: 'quality', require: 'x < 3', otherwise: [add('score.penalty', 'x')] }],
    facts: { x: 5 },
    results: [{ rule_id: 'a', status: 'fail', mutations: [{ op: 'add', path: 'score.penalty', value: 5 }] }],
    state: { score: { penalty: 5 } },
  },
  {
    name: 'gives every rule a budget of its own, shared by its parts',
    rules: [
      { id: 'a', category: 'limit', when: 'x > 0', require: 'x > 1' },
      { id: 'b', category: 'limit', when: 'x > 0', require: 'x > 9 || x > 2' },
      { id: 'c', category: 'limit', require: 'x > 1' },
    ],
    facts: { x: 5 },
    limits: { integer_ops: 5 },
    results: [
      { rule_id: 'a', status: 'pass', budget: { integer_ops: 4, at: 4, limits: { integer_ops: 5 } } },
      error('b', 'E_BUDGET', { which: 'integer_ops', limit: 5, observed: 6, expr: 'require' }),
      { rule_id: 'c', status: 'pass', budget: { integer_ops: 2 } },
    ],
  },
  {
    name: 'refuses conditions that are no booleans',
    rules: [
      { id: 'a', category: 'limit', when: 'x' },
      { id: 'b', category: 'limit', require: 'x' },
    ],
    facts: { x: 5 },
    results: [error('a', 'E_TYPE', { expr: 'when' }), error('b', 'E_TYPE', { expr: 'require' })],
  },
  {
    name: 'adds to what an earlier category left',
    rules: [derive('a', [set('score.n', 4)]), { id: 'b', category: 'quality', then: [add('score.n', 'score.n')] }],
    results: [ok('a'), ok('b')],
    state: { score: { n: 8 } },
  },
  {
    name: 'refuses to make a record of an earlier value',
    rules: [derive('a', [set('derived.n', 4)]), { id: 'b', category: 'quality', then: [set('derived.n.m', 1)] }],
    results: [ok('a'), error('b', 'E_CONFLICT')],
    state: { derived: { n: 4 } },
  },
];

export function rulesetVectors() {
  return CASES.map(({ name, rules, facts = {}, limits, results, state }) => {
    const document = { format: 'speccade.ruleset/1', id: 'vector', ...(limits && { limits }), rules };
    const { ruleset, findings } = admitRuleset(document);
    if (!ruleset) throw new Error(`${name}: ${JSON.stringify(findings)}`);
    const { derived = {}, score = {}, tags = [] } = state ?? {};
    return { name, document, facts, hash: ruleset.version_hash, results, state: { derived, score, tags } };
  });
}
