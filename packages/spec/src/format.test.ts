import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatJson } from './format.ts';
import { referenceCanonicalize } from './reference-hash.ts';

it('sorts keys, indents by two and ends with a newline', () => {
  expect(formatJson('{"b":[1e2,{}],"a":{"d":[],"c":"\\u00e9"}}')).toBe(
    '{\n  "a": {\n    "c": "é",\n    "d": []\n  },\n  "b": [\n    100,\n    {}\n  ]\n}\n',
  );
});

it('changes no value, not even of an integer that no double holds', () => {
  expect(formatJson('[9007199254740993, 12345678901234567890123, 1.50, -0]')).toBe(
    '[\n  9007199254740993,\n  12345678901234567890123,\n  1.5,\n  0\n]\n',
  );
  fc.assert(
    fc.property(fc.json(), (json) => {
      fc.pre(!json.includes('__proto__'));
      const formatted = formatJson(json);
      expect(JSON.parse(formatted)).toEqual(JSON.parse(json));
      expect(formatJson(formatted)).toBe(formatted);
      expect(referenceCanonicalize(formatted)).toBe(referenceCanonicalize(json));
    }),
  );
});

it('refuses what is not JSON, and repeated keys', () => {
  expect(() => formatJson('{')).toThrow(/not valid JSON/);
  expect(() => formatJson('{"a":1,"a":2}')).toThrow(/twice/);
});
