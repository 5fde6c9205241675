import { canonicalize } from '@speccade/spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INPUT } from '../test/samples.ts';
import { keyFor } from './key.ts';
import { CacheKeyDomainError, type CacheKeyInput } from './key-input.ts';

const hash = fc.stringMatching(/^[0-9a-f]{64}$/);
// Few short texts, so that components often swap values and borrow from their neighbours.
const word = fc.oneof(
  fc.constantFrom('', 'a', 'b', 'ab', 'a|b', '"', ','),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const wellFormed = word.filter((text) => text.isWellFormed());
const anyInput: fc.Arbitrary<CacheKeyInput> = fc.record({
  v: fc.constant(2 as const),
  asset: fc.record({ id: wellFormed, type: wellFormed }),
  recipe: hash,
  seed: fc.integer({ min: 0, max: 0xffff_ffff }),
  outputs: fc.array(fc.record({ kind: wellFormed, format: wellFormed, path: wellFormed }), { maxLength: 2 }),
  backend: fc.record({ id: wellFormed, version: wellFormed }),
  stdlib: fc.option(wellFormed),
  budget: fc.record({ name: wellFormed, sha256: hash }),
  inputs: fc.uniqueArray(fc.record({ uri: wellFormed, sha256: hash }), { maxLength: 3, selector: ({ uri }) => uri }),
  options: fc.dictionary(wellFormed, fc.oneof(wellFormed, fc.boolean(), fc.maxSafeInteger()), { maxKeys: 3 }),
});

describe('keyFor', () => {
  it('gives the check value', () => {
    const key = keyFor(INPUT);
    expect(key.full).toBe('3bf47f67007852e3eed716ba54302e94090db8e91d9984e23d37089488659a23');
    expect(key.prefix).toBe('3bf47f67007852e3');
  });

  it('gives different keys for different inputs, and equal ones for equal inputs', () => {
    const same = (a: CacheKeyInput, b: CacheKeyInput): boolean =>
      canonicalize(keyFor(a).input) === canonicalize(keyFor(b).input);
    fc.assert(
      fc.property(anyInput, anyInput, (a, b) => (keyFor(a).full === keyFor(b).full) === same(a, b)),
      { numRuns: 300 },
    );
    // One component borrowed from another input: the likeliest way for two texts to run together.
    fc.assert(
      fc.property(anyInput, anyInput, fc.constantFrom(...Object.keys(INPUT)), (a, b, name) => {
        const c = { ...a, [name]: b[name as keyof CacheKeyInput] } as CacheKeyInput;
        return (keyFor(a).full === keyFor(c).full) === same(a, c);
      }),
      { numRuns: 300 },
    );
  });

  it('takes the source of an output in where there is one, and changes no key where there is none', () => {
    const [output] = INPUT.outputs;
    const withSource = (source: string | undefined) => keyFor({ ...INPUT, outputs: [{ ...output!, source }] }).full;
    expect(withSource(undefined)).toBe(keyFor(INPUT).full);
    expect(new Set([withSource(undefined), withSource('albedo'), withSource('normal')]).size).toBe(3);
  });

  it('does not depend on the order of members or of inputs', () => {
    const inputs = [
      { uri: 'b.wav', sha256: '1'.repeat(64) },
      { uri: 'a.wav', sha256: '2'.repeat(64) },
    ];
    const key = keyFor({ ...INPUT, inputs, options: { x: 1, a: 'b' } });
    const reversed = Object.fromEntries(Object.entries(INPUT).reverse()) as unknown as CacheKeyInput;
    expect(keyFor({ ...reversed, inputs: [...inputs].reverse(), options: { a: 'b', x: 1 } }).full).toBe(key.full);
    expect(keyFor(key.input).full).toBe(key.full);
  });

  it('ignores members it does not know', () => {
    expect(keyFor({ ...INPUT, note: 1 } as CacheKeyInput).full).toBe(keyFor(INPUT).full);
  });

  it.each([
    ['recipe', { recipe: 'A'.repeat(64) }],
    ['seed', { seed: -1 }],
    ['seed', { seed: 0.5 }],
    ['seed', { seed: 2 ** 32 }],
    ['budget.sha256', { budget: { name: 'a', sha256: '' } }],
    ['options.x', { options: { x: 0.5 } }],
    ['options.x', { options: { x: Number.NaN } }],
    ['asset.id', { asset: { id: '\ud800', type: 'audio' } }],
    ['inputs[0].sha256', { inputs: [{ uri: 'a', sha256: 'b' }] }],
    ['outputs[0].path', { outputs: [{ kind: 'primary', format: 'wav', path: undefined as unknown as string }] }],
    [
      'inputs.uri',
      {
        inputs: [
          { uri: 'a', sha256: '1'.repeat(64) },
          { uri: 'a', sha256: '2'.repeat(64) },
        ],
      },
    ],
  ])('refuses a wrong %s', (component, wrong) => {
    const attempt = (): unknown => keyFor({ ...INPUT, ...wrong });
    expect(attempt).toThrow(CacheKeyDomainError);
    expect(attempt).toThrow(component);
  });
});
