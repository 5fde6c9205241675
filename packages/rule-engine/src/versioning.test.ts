import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { blake3 } from '@noble/hashes/blake3.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import { VECTOR_FILES } from '../test/vectors/run.ts';
import { admitRuleset } from './rules/admit-ruleset.ts';
import { canonicalRuleset, computeVersionHash, ENGINE_VERSION, engineFingerprint } from './versioning.ts';

const root = new URL('..', import.meta.url);

type Lock = Record<string, { fingerprint: string; vectors: string }>;
const lock: Lock = JSON.parse(readFileSync(new URL('engine.lock.json', root), 'utf8'));

const rule = (id: string, more: object = {}) => ({ id, category: 'limit', require: 'x <= 2K', ...more });
const ruleset = (rules: object[], more: object = {}) =>
  admitRuleset({ format: 'speccade.ruleset/1', id: 'test', rules, ...more }).ruleset!;
const hash = (...args: Parameters<typeof ruleset>) => ruleset(...args).version_hash;

describe('engine.lock.json', () => {
  const advice = 'the meaning of rules has changed: raise ENGINE_VERSION and add a line to engine.lock.json';

  it('has the fingerprint of this version', () => {
    expect(engineFingerprint(), advice).toBe(lock[ENGINE_VERSION]?.fingerprint);
  });

  it('has the hash of this version’s vectors', () => {
    const state = blake3.create();
    for (const name of VECTOR_FILES) state.update(readFileSync(new URL(`vectors/${name}`, root)));
    expect(`blake3:${bytesToHex(state.digest())}`, advice).toBe(lock[ENGINE_VERSION]?.vectors);
  });

  it('keeps the lines of earlier versions', () => {
    let committed: Lock = {};
    try {
      const text = execFileSync('git', ['show', 'HEAD:./engine.lock.json'], {
        cwd: root,
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      committed = JSON.parse(text.toString());
    } catch {
      console.log('no committed engine.lock.json to compare with');
    }
    const { [ENGINE_VERSION]: _, ...earlier } = committed;
    expect(lock).toMatchObject(earlier);
  });
});

describe('the version hash', () => {
  const base = hash([rule('a'), rule('b', { when: 'y > 1' })]);

  it('is BLAKE3 over the domain and both parts behind their lengths', () => {
    const one = ruleset([rule('a')]);
    const canonical = canonicalRuleset(one);
    const be = (n: number) => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
    const engine = utf8ToBytes(ENGINE_VERSION);
    const domain = utf8ToBytes('speccade.rules.version.v1\0');
    const bytes = Uint8Array.from([...domain, ...be(engine.length), ...engine, ...be(canonical.length), ...canonical]);
    expect(one.version_hash).toBe(`blake3:${bytesToHex(blake3(bytes))}`);
    expect(new TextDecoder().decode(canonical)).toBe(
      '{"facts_schema":null,"format":"speccade.ruleset/1","id":"test","limits":{},"rules":[{"category":"limit","enforcement":"hard","id":"a","message":"","otherwise":[],"priority":0,"require":{"k":"bin","l":{"k":"ref","n":"x"},"op":"<=","r":{"k":"int","v":"2000"}},"severity":"error","then":[],"when":{"k":"bool","v":true}}]}',
    );
  });

  it.each<[string, string]>([
    ['order of rules', hash([rule('b', { when: 'y > 1' }), rule('a')])],
    [
      'layout, comments and units',
      hash([rule('a', { require: '( x<=2000 ) # at most' }), rule('b', { when: 'y > 1' })]),
    ],
    ['defaults written out', hash([rule('a', { priority: 0, severity: 'error' }), rule('b', { when: 'y > 1' })])],
    ['help', hash([rule('a', { help: 'https://example.org' }), rule('b', { when: 'y > 1' })])],
    ['the author’s version', hash([rule('a'), rule('b', { when: 'y > 1' })], { version: 7 })],
    ['limits at their defaults', hash([rule('a'), rule('b', { when: 'y > 1' })], { limits: { integer_ops: 10_000 } })],
    [
      'JSON trees for texts',
      hash([
        rule('a', { require: JSON.parse(JSON.stringify(ruleset([rule('a')]).rules[0]!.require)) }),
        rule('b', { when: 'y > 1' }),
      ]),
    ],
  ])('does not depend on %s', (_, other) => {
    expect(other).toBe(base);
  });

  const variants = [
    hash([rule('a', { require: 'x < 2K' }), rule('b', { when: 'y > 1' })]),
    hash([rule('a', { priority: 1 }), rule('b', { when: 'y > 1' })]),
    hash([rule('a', { category: 'quality' }), rule('b', { when: 'y > 1' })]),
    hash([rule('a', { severity: 'info' }), rule('b', { when: 'y > 1' })]),
    hash([rule('a', { enforcement: 'soft' }), rule('b', { when: 'y > 1' })]),
    hash([rule('a', { message: 'x' }), rule('b', { when: 'y > 1' })]),
    hash([rule('a', { then: [{ op: 'set', path: 'derived.a', value: 1 }] }), rule('b', { when: 'y > 1' })]),
    hash([rule('a', { otherwise: [{ op: 'set', path: 'derived.a', value: 1 }] }), rule('b', { when: 'y > 1' })]),
    hash([rule('a')]),
    hash([rule('a'), rule('b', { when: 'y > 1' })], { id: 'other' }),
    hash([rule('a'), rule('b', { when: 'y > 1' })], { limits: { integer_ops: 9999 } }),
    hash([rule('a'), rule('b', { when: 'y > 1' })], { facts: 'a.schema/1' }),
    computeVersionHash(ruleset([rule('a'), rule('b', { when: 'y > 1' })]), '1.0.1'),
  ];
  it('depends on everything else', () => {
    expect(new Set([base, ...variants]).size).toBe(variants.length + 1);
  });
});
