/** What programs of other projects read in our pictures: `pngcheck`, where it is on the PATH, fast-png and pngjs. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateDocument } from '@speccade/spec';
import { textureBackend } from '@speccade/texture';
import { readPng } from '@speccade/texture/analysis';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { samples } from '../../packages/png/test/pictures.ts';
import { readPng as plainRead } from '../../packages/png/test/read-png.ts';
import { flatSpecs } from '../flat/_specs.ts';

const folder = new URL('./', import.meta.url);
const textures = readdirSync(folder)
  .filter((file) => file.endsWith('.json') && file !== 'hashes.json')
  .map((file) => [file.slice(0, -5), JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as unknown] as const);
const documents = [...textures, ...Object.entries(flatSpecs()).map(([name, spec]) => [`flat ${name}`, spec] as const)];

const hasPngcheck = spawnSync('pngcheck', ['--version']).error === undefined;
if (!hasPngcheck) console.log('pngcheck is not on the PATH: skipped');

async function picturesOf(document: unknown): Promise<Uint8Array[]> {
  const { spec } = await validateDocument(document, { forGeneration: true });
  const artifacts = await textureBackend.generate(spec!, {});
  return artifacts.filter(({ format }) => format === 'png').map(({ bytes }) => bytes);
}

/** What fast-png reads, as red, green, blue and alpha from 0 to 65535. */
function foreign(bytes: Uint8Array): Uint16Array {
  const { width, height, channels, data, white } = readPng(bytes);
  const rgba = new Uint16Array(4 * width * height).fill(65535);
  const scale = 65535 / white;
  for (let k = 0; k < width * height; k++) {
    for (let c = 0; c < 3; c++) rgba[4 * k + c] = data[k * channels + (channels > 2 ? c : 0)]! * scale;
    if (channels % 2 === 0) rgba[4 * k + 3] = data[k * channels + channels - 1]! * scale;
  }
  return rgba;
}

/** Whether pngjs reads these values from 0 to 65535; it gives 8 bits of them. */
function readByPngjs(bytes: Uint8Array, rgba: Uint16Array): boolean {
  const { data } = PNG.sync.read(Buffer.from(bytes));
  return data.length === rgba.length && data.every((value, k) => Math.abs(value - rgba[k]! / 257) < 0.51);
}

/** Whether two lists of samples are the same; far faster on millions of them than `toEqual`. */
const same = (a: Uint16Array, b: Uint16Array): boolean =>
  Buffer.compare(
    Buffer.from(a.buffer, a.byteOffset, a.byteLength),
    Buffer.from(b.buffer, b.byteOffset, b.byteLength),
  ) === 0;

function expectClean(pictures: readonly Uint8Array[]): void {
  const place = mkdtempSync(join(tmpdir(), 'speccade-foreign-'));
  try {
    const paths = pictures.map((bytes, index) => {
      const path = join(place, `${index}.png`);
      writeFileSync(path, bytes);
      return path;
    });
    const { status, stdout, stderr } = spawnSync('pngcheck', paths, { encoding: 'utf8' });
    expect(status, stdout + stderr).toBe(0);
    expect(stdout + stderr).not.toMatch(/warning/i);
    expect(stdout.match(/^OK: /gm) ?? stdout).toHaveLength(pictures.length);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

describe.each(documents)('%s', (_name, document) => {
  it('is the same to fast-png, to pngjs and to a plain reader', async () => {
    for (const bytes of await picturesOf(document)) {
      const rgba = Uint16Array.from(plainRead(bytes).flat());
      expect(same(foreign(bytes), rgba)).toBe(true);
      expect(readByPngjs(bytes, rgba)).toBe(true);
    }
  });

  it.skipIf(!hasPngcheck)('is read by pngcheck without a warning', async () => {
    const pictures = await picturesOf(document);
    if (pictures.length > 0) expectClean(pictures);
  });
});

describe('pictures of every kind', () => {
  it.each(samples())('fast-png and pngjs read what was encoded: $name', ({ bytes, rgba, width, height }) => {
    const read = readPng(bytes);
    expect([read.width, read.height]).toEqual([width, height]);
    expect(same(foreign(bytes), rgba)).toBe(true);
    expect(readByPngjs(bytes, rgba)).toBe(true);
  });

  it.skipIf(!hasPngcheck)('pngcheck reads all of them without a warning', () => {
    expectClean(samples().map(({ bytes }) => bytes));
  });

  it.skipIf(!hasPngcheck)('pngcheck finds a byte that is wrong', () => {
    const bytes = samples()[0]!.bytes.slice();
    bytes[60]! ^= 1;
    expect(() => expectClean([bytes])).toThrow();
  });
});
