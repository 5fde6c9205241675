import { expect, it } from 'vitest';
import { pathFlaw, pathsFlaw } from './artifact-path.ts';

it.each(['a', 'sounds/laser.wav', '.hidden/..x', 'é.wav', `${'é'.repeat(127)}`, 'consonant.wav', 'a b/c'])(
  'allows %j',
  (path) => expect(pathFlaw(path)).toBeNull(),
);

it.each([
  ['', 'empty'],
  ['/a', 'absolute'],
  ['a\\b', 'character'],
  ['c:/a', 'character'],
  ['a\u0000', 'character'],
  ['a?', 'character'],
  ['e\u0301', 'normalization'],
  ['\ud800', 'well-formed'],
  ['a/', 'segment'],
  ['a/../b', 'segment'],
  ['a. ', 'ends'],
  ['COM1.wav', 'device'],
  ['é'.repeat(128), 'longer'],
])('refuses %j', (path, reason) => expect(pathFlaw(path)).toContain(reason));

it('tells names apart by more than letter case', () => {
  expect(pathsFlaw(['a/b', 'a/c'])).toBeNull();
  expect(pathsFlaw(['a/b', 'A/B'])).toContain('twice');
  expect(pathsFlaw(['straße', 'STRASSE'])).toContain('twice');
});
