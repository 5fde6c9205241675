import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CanonicalError, canonicalize, MAX_CANONICAL_DEPTH } from './canonical.ts';

function double(hex: string): number {
  return new DataView(BigUint64Array.of(BigInt(`0x${hex}`)).buffer).getFloat64(0, true);
}

describe('numbers of RFC 8785, appendix B', () => {
  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('%s is %s', (hex, text) => {
    expect(canonicalize(double(hex))).toBe(text);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('%s is refused', (value) => {
    expect(() => canonicalize(value)).toThrow(CanonicalError);
  });
});

describe('documents of RFC 8785', () => {
  it('writes the sample of section 3.2.2', () => {
    const sample = String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`;
    const expected = String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`;
    expect(canonicalize(JSON.parse(sample))).toBe(expected);
  });

  it('sorts the keys of section 3.2.3 by UTF-16 code units', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
    const sorted = Object.keys(JSON.parse(canonicalize(Object.fromEntries(keys.map((key) => [key, key])))));
    // An integer-like key comes first in any JavaScript object, so the order is read off the text.
    expect(sorted).toHaveLength(7);
    const text = canonicalize(Object.fromEntries(keys.map((key) => [key, 0])));
    expect(text).toBe('{"\\r":0,"1":0,"\u0080":0,"\u00f6":0,"\u20ac":0,"\ud83d\ude00":0,"\ufb33":0}');
  });

  it('escapes control characters as section 3.2.2.2 says', () => {
    expect(canonicalize('\u0000\u0001\b\t\n\u000b\f\r\u001f"\\/\u007f\u2028')).toBe(
      '"\\u0000\\u0001\\b\\t\\n\\u000b\\f\\r\\u001f\\"\\\\/\u007f\u2028"',
    );
  });

  it.each(['\ud800', 'a\udc00b', '\udc00\ud800'])('refuses lone surrogates (%j)', (text) => {
    expect(() => canonicalize(text)).toThrow(CanonicalError);
    expect(() => canonicalize({ [text]: 1 })).toThrow(CanonicalError);
  });
});

describe('what is no JSON', () => {
  it('leaves out undefined members, refuses undefined items and other types', () => {
    expect(canonicalize({ a: undefined, b: 1 })).toBe('{"b":1}');
    for (const value of [[undefined], () => 0, Symbol('x'), 1n, undefined, new Date(0), new Map([[1, 2]]), /x/]) {
      expect(() => canonicalize(value)).toThrow(CanonicalError);
    }
  });

  it('refuses nesting beyond the limit instead of overflowing', () => {
    let deep: unknown = 1;
    for (let i = 0; i < MAX_CANONICAL_DEPTH + 1; i++) deep = [deep];
    expect(() => canonicalize(deep)).toThrow(/nested deeper/);
  });
});

describe('properties', () => {
  it('is idempotent: canonicalize(x) = canonicalize(parse(canonicalize(x)))', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        const once = canonicalize(JSON.parse(json));
        expect(canonicalize(JSON.parse(once))).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  it('ignores the order of keys and white space', () => {
    const shuffled = (value: unknown, order: () => number): unknown => {
      if (Array.isArray(value)) return value.map((item) => shuffled(item, order));
      if (typeof value !== 'object' || value === null) return value;
      const entries = Object.entries(value).map((entry) => [order(), entry] as const);
      entries.sort(([a], [b]) => a - b);
      return Object.fromEntries(entries.map(([, [key, member]]) => [key, shuffled(member, order)]));
    };
    fc.assert(
      fc.property(fc.jsonValue(), fc.infiniteStream(fc.nat()), (value, stream) => {
        const other = shuffled(value, () => stream.next().value as number);
        expect(canonicalize(JSON.parse(JSON.stringify(other, null, 3)))).toBe(canonicalize(value));
      }),
      { numRuns: 300 },
    );
  });

  it('gives different values different texts', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const same = JSON.stringify(JSON.parse(canonicalize(a))) === JSON.stringify(JSON.parse(canonicalize(b)));
        expect(canonicalize(a) === canonicalize(b)).toBe(same);
      }),
    );
  });
});
