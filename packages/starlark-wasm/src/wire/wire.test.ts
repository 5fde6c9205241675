import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { decodeJson, decodeWire } from './decode.ts';
import { encodeWire } from './encode.ts';
import { StarlarkFloat, StarlarkHandle, type StarlarkInput } from './value.ts';

test.each([
  ['1', 1, 1n],
  ['-7', -7, -7n],
  ['9007199254740993', 9007199254740993n, 9007199254740993n],
])('int %s', (text, auto, big) => {
  expect(decodeJson(text)).toBe(auto);
  expect(decodeJson(text, { ints: 'bigint' })).toBe(big);
});

test.each(['1.0', '-0.0', '1e+16', '1.5e-07', '123456.789'])('float %s', (text) => {
  expect(decodeJson(text)).toBe(Number(text));
  expect(decodeJson(text, { ints: 'bigint' })).toBe(Number(text));
  const marked = decodeJson(text, { wholeFloats: 'marked' });
  expect(marked).toEqual(Number.isInteger(Number(text)) ? new StarlarkFloat(Number(text)) : Number(text));
});

test.each(['', '[', '[1', '[1,]', '{', '{"a"}', '{"a":1', 'nul', '1 2', '"a', '01x', '~', '@1"list"', '--1', '"\\x"'])(
  'malformed %s',
  (text) => {
    expect(() => decodeJson(text)).toThrow(SyntaxError);
  },
);

test('the notation for builtins', () => {
  const owner = {};
  const got = decodeWire('[~,@3"dict",NaN,-Infinity]', {}, (id, type) => new StarlarkHandle(id, type, owner));
  expect(got).toEqual([undefined, new StarlarkHandle(3, 'dict', owner), Number.NaN, Number.NEGATIVE_INFINITY]);
  expect(encodeWire([new StarlarkHandle(3, 'dict', owner)], owner)).toBe('[@3]');
  expect(() => encodeWire(new StarlarkHandle(3, 'dict', owner), {})).toThrow(TypeError);
});

describe('what is written is read back', () => {
  const { value } = fc.letrec<{ value: StarlarkInput }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constant(null),
      fc.boolean(),
      fc.integer(),
      fc.bigInt(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.string({ unit: 'binary' }),
      fc.array(tie('value')),
      fc.dictionary(fc.string({ unit: 'grapheme' }), tie('value')).map((o) => ({ ...o })),
    ),
  }));

  /** Ints as bigints and floats as numbers, whatever they were written from. */
  const exact = (x: StarlarkInput): unknown => {
    if (typeof x === 'number') return Number.isInteger(x) && !Object.is(x, -0) ? BigInt(x) : x;
    if (Array.isArray(x)) return x.map(exact);
    if (x === null || typeof x !== 'object') return x;
    return new Map(Object.entries(x).map(([key, item]) => [key, exact(item as StarlarkInput)]));
  };

  it('for any value', () => {
    fc.assert(
      fc.property(value, (x) => {
        expect(decodeJson(encodeWire(x), { ints: 'bigint', dicts: 'map' })).toEqual(exact(x));
      }),
    );
  });
});

test('nesting that would overflow the engine is refused', () => {
  let deep: StarlarkInput = 1;
  for (let i = 0; i < 201; i++) deep = [deep];
  expect(() => encodeWire(deep)).toThrow(RangeError);
});
