import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as engine from '../src/index.ts';
import { runVectors, VECTOR_FILES } from './vectors/run.ts';
import { vectorFiles, vectorText } from './vectors/write.ts';

const read = (name: string) => readFileSync(new URL(`../vectors/${name}`, import.meta.url), 'utf8');
const files = Object.fromEntries(VECTOR_FILES.map((name) => [name, JSON.parse(read(name))]));

describe('the conformance vectors', () => {
  it('pass, all of them', () => {
    const { count, failures } = runVectors(engine as never, files);
    expect(failures).toEqual([]);
    expect(count).toBeGreaterThanOrEqual(600);
  });

  it('are what their sources write', () => {
    for (const [name, content] of Object.entries(vectorFiles()))
      expect(vectorText(content) === read(name), name).toBe(true);
  });

  it('would not pass if a value, a tick or an error were another', () => {
    for (const spoil of [{ value: 8 }, { ops: 3 }, { value: undefined, error: { code: 'E_TYPE' } }]) {
      const language = { ...files['language.json'], cases: [{ ...files['language.json'].cases[0], ...spoil }] };
      expect(runVectors(engine as never, { ...files, 'language.json': language }).failures).toHaveLength(2);
    }
  });
});

describe('without clocks, randomness and floating-point functions', () => {
  const FORBIDDEN = ['Math', 'Date', 'Intl', 'performance', 'crypto', 'setTimeout', 'queueMicrotask', 'fetch', 'eval'];

  it('the vectors still pass', () => {
    const host = globalThis as unknown as Record<string, unknown>;
    const kept = FORBIDDEN.map((name) => [name, Object.getOwnPropertyDescriptor(host, name)!] as const);
    // Admission hashes, and the hash floors numbers; nothing that runs afterwards does.
    const rulesets = files['rulesets.json'].cases.map(({ document, facts }: Record<string, unknown>) => ({
      ruleset: engine.admitRuleset(document).ruleset!,
      facts: engine.makeFacts(facts),
    }));
    const used: string[] = [];
    for (const name of FORBIDDEN) {
      Object.defineProperty(host, name, {
        configurable: true,
        get() {
          used.push(name);
          throw new Error(`${name} was used`);
        },
      });
    }
    let result: ReturnType<typeof runVectors>;
    try {
      expect(() => Math.abs(1)).toThrow('Math was used');
      used.length = 0;
      result = runVectors(engine as never, { ...files, 'rulesets.json': { cases: [] } });
      for (const { ruleset, facts } of rulesets) engine.executeRuleset(ruleset, facts);
    } finally {
      for (const [name, property] of kept) Object.defineProperty(host, name, property);
    }
    expect(used).toEqual([]);
    expect(result.failures).toEqual([]);
  });
});
