/** A thousand documents that mean harm, or come from a broken tool. Each gives issues, in JSON, and no file. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cli, filesIn, folderWith, soundSpec } from './harness.ts';

const encoder = new TextEncoder();
type Bytes = Uint8Array | string;

async function expectIssues(document: Bytes, root: string, extra: readonly string[] = []): Promise<void> {
  const path = join(root, 'hostile.json');
  writeFileSync(path, document);
  const { code, out, err } = await cli(
    ['generate', 'hostile.json', '-o', 'out', '--no-report', '--no-cache', '--json', ...extra],
    root,
  );
  const json = JSON.parse(out);
  expect(json.success).toBe(false);
  expect([1, 2]).toContain(code);
  expect(json.errors.length).toBeGreaterThan(0);
  for (const issue of json.errors) {
    expect(issue.code).toMatch(/^(E0\d\d|CLI_0\d\d|AUDIO_0\d\d)$/);
    expect(issue.message.length).toBeGreaterThan(0);
    expect(issue.code).not.toBe('E014');
  }
  expect(err + out).not.toMatch(/\n\s+at .+:\d+:\d+/);
  expect(filesIn(root)).toEqual(['hostile.json']);
}

const good = soundSpec('good');
const nested = (depth: number) =>
  JSON.stringify(good).replace('"params":{', `"params":{"deep":${'['.repeat(depth)}${']'.repeat(depth)},`);
const withPath = (path: string) => JSON.stringify({ ...good, outputs: [{ kind: 'primary', format: 'wav', path }] });
const withText = (from: string, to: string) => JSON.stringify(good).replace(from, to);

const HAND_MADE: Record<string, Bytes> = {
  empty: '',
  'white space': ' \n\t ',
  'a lone bracket': '[',
  'a bare word': 'spec',
  'not an object': '[1,2,3]',
  null: 'null',
  'an empty object': '{}',
  'deep nesting': nested(127),
  'nesting beyond the limit': nested(100_000),
  'a million brackets': '['.repeat(1_000_000),
  'a million keys': `{${Array.from({ length: 1_000_000 }, (_, i) => `"k${i}":0`).join(',')}}`,
  'unknown keys in a spec': JSON.stringify({
    ...good,
    ...Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`k${i}`, i])),
  }),
  'a huge exponent': withText('"seed":7', '"seed":1e400'),
  'a huge integer': withText('"seed":7', `"seed":${'9'.repeat(400)}`),
  'an integer of 10,000 digits': withText('"seed":7', `"seed":1${'0'.repeat(10_000)}`),
  'minus zero point something': withText('"seed":7', '"seed":-0.5'),
  __proto__: withText('"seed":7', '"seed":7,"__proto__":{"seed":1}'),
  constructor: withText('"seed":7', '"seed":7,"constructor":{"prototype":{}}'),
  'toString as kind': withText('"audio_v1"', '"toString"'),
  '__proto__ as kind': withText('"audio_v1"', '"__proto__"'),
  'hasOwnProperty as type': withText('"noise_burst"', '"hasOwnProperty"'),
  'duplicate keys with a bad last one': withText('"seed":7', '"seed":7,"seed":"x"'),
  'invalid UTF-8': Uint8Array.of(...encoder.encode('{"a":"'), 0xc3, 0x28, ...encoder.encode('"}')),
  'UTF-16': Uint8Array.from(Buffer.from('\ufeff{"a":1}', 'utf16le')),
  'a lone surrogate': withText('"A test sound"', '"\\ud800"'),
  'a control character': withText('A test sound', 'A\u0007test'),
  'a truncated document': JSON.stringify(good).slice(0, -40),
  'trailing garbage': `${JSON.stringify(good)}x`,
  'two documents': JSON.stringify(good) + JSON.stringify(good),
  'a file over the size limit': `{"a":"${'x'.repeat(11 * 1024 * 1024)}"}`,
  'a path upwards': withPath('../../evil.wav'),
  'a path upwards inside': withPath('a/../../evil.wav'),
  'an absolute path': withPath('/tmp/evil.wav'),
  'a drive letter': withPath('C:evil.wav'),
  'a backslash': withPath('..\\evil.wav'),
  'a NUL in a path': withPath('evil\u0000.wav'),
  'a newline in a path': withPath('evil\n.wav'),
  'an over-long name': withPath(`${'n'.repeat(400)}.wav`),
  'an over-long path': withPath(`${'n/'.repeat(900)}e.wav`),
  'an empty path': withPath(''),
  'only dots': withPath('././.'),
  'the output folder itself': withPath('./'),
  'a wrong extension': withPath('evil.exe'),
  'a variant that escapes': JSON.stringify({ ...good, variants: [{ variant_id: '../../up', seed_offset: 1 }] }),
  'an asset id that escapes': JSON.stringify({ ...good, asset_id: '../../up' }),
  'an asset id with a NUL': JSON.stringify({ ...good, asset_id: 'a\u0000b' }),
  'an over-long asset id': JSON.stringify({ ...good, asset_id: 'a'.repeat(5000) }),
  'ten thousand layers': JSON.stringify({
    ...good,
    recipe: {
      kind: 'audio_v1',
      params: {
        duration_seconds: 1,
        layers: Array.from(
          { length: 10_000 },
          () => (good.recipe as { params: { layers: unknown[] } }).params.layers[0],
        ),
      },
    },
  }),
  'a duration of a million years': withText('"duration_seconds":0.1', '"duration_seconds":3e13'),
  'a duration of nothing': withText('"duration_seconds":0.1', '"duration_seconds":0'),
  'a duration below zero': withText('"duration_seconds":0.1', '"duration_seconds":-1e300'),
  'an enormous sample rate': withText('"duration_seconds":0.1', '"duration_seconds":0.1,"sample_rate":4294967295'),
};

describe('hand-made documents', () => {
  it.each(Object.entries(HAND_MADE))('%s', async (_name, document) => {
    await expectIssues(document, folderWith());
  });
});

/** Values of every JSON type, some of them at the edge of what numbers and strings can be. */
const junk = fc.oneof(
  { depthSize: 'small' },
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    '',
    'x',
    [],
    {},
    0,
    -1,
    1e308,
    -1e308,
    5e-324,
    2 ** 53,
    4294967296,
    '../x',
    '\u0000',
    'NaN',
  ),
  fc.jsonValue(),
);

/** Every place in a document, as a path. */
function places(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([key, member]) =>
      places(member, [...path, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}

function replaced(value: unknown, path: readonly (string | number)[], by: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return by;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string | number, unknown>;
  copy[step] = replaced(copy[step], rest, by);
  return copy;
}

describe('generated documents', () => {
  // A changed document may happen to be valid: then it must generate, and only below the output folder.
  it('950 of them give issues or a result, never a crash or a stray file', async () => {
    const root = folderWith();
    const where = places(good);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...where), junk, fc.nat(), fc.nat(20), async (path, value, cut, mode) => {
        let text = JSON.stringify(replaced(good, path, value));
        if (mode === 0) text = text.slice(0, cut % text.length);
        if (mode === 1)
          text =
            text.slice(0, cut % text.length) + String.fromCharCode(cut % 128) + text.slice((cut + 1) % text.length);
        writeFileSync(join(root, 'hostile.json'), text);
        const { code, out, err } = await cli(
          ['generate', 'hostile.json', '-o', 'out', '--no-report', '--no-cache', '--budget', 'strict', '--json'],
          root,
        );
        const json = JSON.parse(out);
        expect(json.success).toBe(code === 0);
        expect(json.errors.length > 0).toBe(code !== 0);
        expect(json.errors.map((issue: { code: string }) => issue.code)).not.toContain('E014');
        expect(err + out).not.toMatch(/\n\s+at .+:\d+:\d+/);
        expect(filesIn(root).filter((name) => name !== 'hostile.json' && !name.startsWith('out/'))).toEqual([]);
        expect(filesIn(root).filter((name) => name.endsWith('.tmp'))).toEqual([]);
      }),
      { numRuns: 950 },
    );
    expect(readFileSync(join(root, 'hostile.json')).length).toBeGreaterThan(0);
    // A busy machine is no failure.
  }, 180_000);
});
