import { expect, test } from 'vitest';
import { readChunks, readPng } from '../test/read-png.ts';
import { encodePng, type PngColorType } from './index.ts';

const samples: [PngColorType, number][] = [
  ['gray', 1],
  ['gray-alpha', 2],
  ['rgb', 3],
  ['rgba', 4],
];

test.each(samples)('%s of 16 bits comes back sample for sample', (colorType, count) => {
  const [width, height] = [13, 9];
  const words = Uint16Array.from({ length: width * height * count }, (_, k) => k * 5077);
  const data = new Uint8Array(words.length * 2);
  for (const [k, word] of words.entries()) data.set([word >> 8, word & 255], 2 * k);
  const pixels = readPng(encodePng({ width, height, colorType, bitDepth: 16, data }));
  const expected = Array.from({ length: width * height }, (_, k) => {
    const [a = 0, b = 65535, c = 0, d = 65535] = words.subarray(k * count, (k + 1) * count);
    return count <= 2 ? [a, a, a, b] : [a, b, c, d];
  });
  expect(pixels).toEqual(expected);
});

test('sRGB stands between the header and the pixels, and only where asked for', () => {
  const image = { width: 1, height: 1, colorType: 'gray', data: Uint8Array.of(9) } as const;
  const types = (srgb?: boolean) => readChunks(encodePng({ ...image, srgb })).map(({ type }) => type);
  expect(types()).toEqual(['IHDR', 'IDAT', 'IEND']);
  expect(types(true)).toEqual(['IHDR', 'sRGB', 'IDAT', 'IEND']);
  expect(readChunks(encodePng({ ...image, srgb: true }))[1]!.data).toEqual(Uint8Array.of(0));
});

test('16 bits need twice the bytes and no palette', () => {
  const image = { width: 2, height: 1, colorType: 'gray', data: new Uint8Array(2) } as const;
  expect(() => encodePng({ ...image, bitDepth: 16 })).toThrow(RangeError);
  expect(() => encodePng({ ...image, bitDepth: 12 as 8 })).toThrow(RangeError);
  const palette = { colorType: 'palette', palette: new Uint8Array(3), bitDepth: 16 } as const;
  expect(() => encodePng({ ...image, ...palette })).toThrow(TypeError);
});
