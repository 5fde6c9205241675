import { parse, print } from '@speccade/rule-engine';
import { expect, it } from 'vitest';
import { formatExpression } from './format-expression.ts';

it.each([
  ['audio.peak_mdb<=-0.3dB', 'audio.peak_mdb <= -0.3dB'],
  ['  a+1_000 *( 2 )', 'a + 1_000 * 2'],
  ['all( l in lods:l.tris<=10K )', 'all(l in lods: l.tris <= 10K)'],
  ['x in [44.1kHz , 48kHz] ', 'x in [44.1kHz, 48kHz]'],
  ['( a ) && "# no comment" == b', 'a && "# no comment" == b'],
  ['a  <  5 # why', 'a  <  5 # why'],
  ['- 5 + -  3', '-5 + -3'],
])('%s becomes %s', (text, expected) => {
  expect(formatExpression(text)).toBe(expected);
  expect(print(parse(formatExpression(text)))).toBe(print(parse(text)));
  expect(formatExpression(expected)).toBe(expected);
});
