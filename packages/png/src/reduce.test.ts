import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readChunks, readPng } from '../test/read-png.ts';
import { encodePng, encodeSmallestPng, type PngImage } from './index.ts';

const typeOf = (bytes: Uint8Array) => readChunks(bytes)[0]!.data[9];

function rgba(width: number, height: number, color: (k: number) => readonly number[]): PngImage {
  const data = Uint8Array.from(Array.from({ length: width * height }, (_, k) => color(k)).flat());
  return { width, height, colorType: 'rgba', data };
}

test('pictures of few colours, of every colour type, come back pixel for pixel and are never larger', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(['gray', 1], ['gray-alpha', 2], ['rgb', 3], ['rgba', 4]),
      fc.integer({ min: 1, max: 24 }),
      fc.integer({ min: 1, max: 24 }),
      fc.array(fc.constantFrom(0, 1, 128, 255), { minLength: 4, maxLength: 12 }),
      fc.infiniteStream(fc.nat(11)),
      ([colorType, samples], width, height, values, stream) => {
        const pick = () => values[(stream.next().value as number) % values.length]!;
        const data = Uint8Array.from({ length: width * height * Number(samples) }, pick);
        const image = { width, height, colorType, data } as PngImage;
        const smallest = encodeSmallestPng(image);
        expect(readPng(smallest)).toEqual(readPng(encodePng(image)));
        expect(smallest.length).toBeLessThanOrEqual(encodePng(image).length);
      },
    ),
    { numRuns: 150 },
  );
});

test('few colours get a palette, transparent ones first', () => {
  const flag = rgba(64, 64, (k) => (k % 7 < 3 ? [250, 0, 9, 255] : k % 5 === 0 ? [0, 0, 0, 0] : [3, 200, 9, 255]));
  const bytes = encodeSmallestPng(flag);
  expect(typeOf(bytes)).toBe(3);
  const chunks = readChunks(bytes);
  expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);
  expect(chunks[2]!.data).toEqual(Uint8Array.of(0));
  expect(bytes.length).toBeLessThan(encodePng(flag).length);
});

test('what says nothing is left out', () => {
  const noise = (k: number, c: number) => (Math.imul(k * 4 + c + 1, 0x9e3779b1) >>> 13) & 255;
  const color = rgba(40, 40, (k) => [noise(k, 0), noise(k, 1), noise(k, 2), 255]);
  expect(typeOf(encodeSmallestPng(color))).toBe(2);
  const gray = rgba(200, 200, (k) => [noise(k, 0), noise(k, 0), noise(k, 0), noise(k, 1)]);
  expect(typeOf(encodeSmallestPng(gray))).toBe(4);
  const all = rgba(40, 40, (k) => [0, 1, 2, 3].map((c) => noise(k, c)));
  expect(encodeSmallestPng(all)).toEqual(encodePng(all));
});

test('what does not fit together is refused', () => {
  expect(() => encodeSmallestPng({ width: 2, height: 2, colorType: 'rgba', data: new Uint8Array(3) })).toThrow(
    RangeError,
  );
});
