import { expect, it } from 'vitest';
import { pathFlaw, pathsFlaw } from './artifact-path.ts';

it.each(['a', 'sounds/laser.wav', '.hidden/..x', 'é.wav', `${'é'.repeat(127)}`, 'con.wav', 'a b/c. ', 'a?'])(
  'allows %j',
  (path) => expect(pathFlaw(path)).toBeNull(),
);

it.each([
  ['', 'empty'],
  ['/a', 'absolute'],
  ['a\\b', 'character'],
  ['c:/a', 'drive'],
  ['a\u0000', 'character'],
  ['e\u0301', 'normalization'],
  ['\ud800', 'well-formed'],
  ['a/', 'segment'],
  ['a/../b', 'segment'],
  ['é'.repeat(128), 'longer'],
])('refuses %j', (path, reason) => expect(pathFlaw(path)).toContain(reason));

it('tells names apart by more than letter case', () => {
  expect(pathsFlaw(['a/b', 'a/c'])).toBeNull();
  expect(pathsFlaw(['a/b', 'A/B'])).toContain('twice');
  expect(pathsFlaw(['straße', 'STRASSE'])).toContain('twice');
});
