import { expect, it } from 'vitest';
import { type Description, describeJson, float, floats } from './describe-json.ts';

const text = (value: Description) => new TextDecoder().decode(describeJson(value));

it('keeps the point of whole floats', () => {
  expect(text(floats([1, -0, 0.1, 1e15]))).toBe('[\n  1.0,\n  -0.0,\n  0.1,\n  1000000000000000.0\n]');
});

it('writes exponents below 1e-5 and from 1e16 on', () => {
  const numbers = [1e-6, 9.999e-6, 1e-5, 1e16, 1.5e20, -2e-9];
  expect(numbers.map((number) => text(float(number)))).toEqual([
    '1e-6',
    '9.999e-6',
    '0.00001',
    '1e+16',
    '1.5e+20',
    '-2e-9',
  ]);
});

it('leaves out what is undefined, and escapes text', () => {
  expect(text({ a: undefined, b: '\u001f"', c: [], d: {} })).toBe('{\n  "b": "\\u001f\\"",\n  "c": [],\n  "d": {}\n}');
});
