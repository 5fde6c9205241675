import { expect, test } from 'vitest';
import { ARROWS, checkArrows, importsOf, readUnits, type Unit } from './check-arrows.ts';

const workspace = (...names: string[]) => Object.fromEntries(names.map((name) => [`@speccade/${name}`, 'workspace:*']));

function unit(directory: string, declared: string[], text: string, field = 'dependencies'): Unit {
  return { directory, manifest: { [field]: workspace(...declared) }, files: [{ path: `${directory}/src/x.ts`, text }] };
}

const messages = (...units: Unit[]) => checkArrows(units).map((p) => p.message);

test('allowed and declared imports pass', () => {
  expect(
    messages(
      unit(
        'packages/audio',
        ['spec', 'numerics'],
        "import { Pcg32 } from '@speccade/numerics'; import '@speccade/spec/kinds/audio_v1';",
      ),
      unit('packages/spec', [], "import { z } from 'zod'; import './y.ts'; export * from './kinds/kind.ts';"),
      unit('apps/cli', ['audio'], "import { backend } from '@speccade/audio';", 'devDependencies'),
    ),
  ).toEqual([]);
});

test.each([
  "import { encode } from '@speccade/audio';",
  "import type { Encoder } from '@speccade/audio';",
  "import '@speccade/audio';",
  "import * as a from '@speccade/audio/wav';",
  "export { encode } from '@speccade/audio';",
  "export * from '@speccade/audio';",
  "export type { Encoder } from '@speccade/audio';",
  "const a = await import('@speccade/audio');",
  "const a = require('@speccade/audio');",
  "let e: import('@speccade/audio').Encoder;",
])('an arrow that is not in the list fails: %s', (text) => {
  expect(messages(unit('packages/pipeline', ['spec'], text))).toEqual([
    'pipeline must not import audio',
    '@speccade/audio is not declared in packages/pipeline/package.json',
  ]);
});

test('a declared dependency that is not in the list fails even unused, in every field', () => {
  for (const field of ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies']) {
    expect(messages(unit('packages/spec', ['numerics'], '', field))).toEqual(['spec must not depend on numerics']);
  }
});

test('an allowed import has to be declared, by a package among its dependencies', () => {
  const text = "import { Pcg32 } from '@speccade/numerics';";
  const undeclared = '@speccade/numerics is not declared in packages/audio/package.json';
  expect(messages(unit('packages/audio', [], text))).toEqual([undeclared]);
  expect(messages(unit('packages/audio', ['numerics'], text, 'devDependencies'))).toEqual([undeclared]);
  expect(messages(unit('apps/cli', [], text))).toEqual(['@speccade/numerics is not declared in apps/cli/package.json']);
});

test('a path into another package fails, one inside the package does not', () => {
  expect(messages(unit('packages/audio', [], "import '../../spec/src/hash.ts';"))).toEqual([
    '../../spec/src/hash.ts leaves packages/audio',
  ]);
  expect(messages(unit('packages/audio', [], "import '../test/x.ts';"))).toEqual([]);
});

test('a package without an entry fails', () => {
  expect(messages(unit('packages/novel', [], ''))).toEqual(['novel has no entry in the list of arrows']);
});

test('problems say where they are', () => {
  expect(checkArrows([unit('packages/spec', [], "\n  import '@speccade/png';")])[0]!.at).toBe(
    'packages/spec/src/x.ts:2:10',
  );
});

test('strings and comments are not imports', () => {
  expect(importsOf('x.ts', "// import 'a'\nconst s = \"import 'b'\"; f.require; load('c');")).toEqual([]);
});

test('no arrow of the list leads in a circle or to an unknown package', () => {
  const visit = (name: string, path: string[]): void => {
    expect(path).not.toContain(name);
    expect(ARROWS).toHaveProperty([name]);
    for (const next of ARROWS[name]!) visit(next, [...path, name]);
  };
  for (const name of Object.keys(ARROWS)) visit(name, []);
});

test('the repository is read with its manifests and without its tests', () => {
  const units = readUnits(new URL('..', import.meta.url).pathname);
  expect(units.map((u) => u.directory)).toContain('packages/numerics');
  expect(units.flatMap((u) => u.files).filter((f) => f.path.endsWith('.test.ts'))).toEqual([]);
});
