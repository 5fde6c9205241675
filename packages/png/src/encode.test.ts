import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync, crc32 as zlibCrc32 } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesPerPixel, crc32, encodePng, type PngColorType, type PngImage } from './index.ts';

const COLOR_TYPES: PngColorType[] = ['gray', 'gray-alpha', 'rgb', 'rgba', 'palette'];
const CODES: Record<number, PngColorType> = { 0: 'gray', 2: 'rgb', 3: 'palette', 4: 'gray-alpha', 6: 'rgba' };

interface Decoded {
  width: number;
  height: number;
  colorType: PngColorType;
  data: Uint8Array;
  palette?: Uint8Array;
  transparency?: Uint8Array;
  filters: number[];
  order: string[];
}

/** A reader that shares nothing with the writer: node's zlib and its CRC, and the unfiltering of clause 9.2. */
function decode(bytes: Uint8Array): Decoded {
  expect([...bytes.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks = new Map<string, Uint8Array>();
  let at = 8;
  while (at < bytes.length) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    expect(view.getUint32(at + 8 + length)).toBe(zlibCrc32(bytes.subarray(at + 4, at + 8 + length)));
    chunks.set(type, bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const header = chunks.get('IHDR')!;
  const size = new DataView(header.buffer, header.byteOffset);
  const [width, height] = [size.getUint32(0), size.getUint32(4)];
  expect([...header.subarray(10)]).toEqual([0, 0, 0]);
  const colorType = CODES[header[9]!]!;
  const depth = header[8]!;
  const colors = (chunks.get('PLTE')?.length ?? 768) / 3;
  expect(depth).toBe(colors <= 2 ? 1 : colors <= 4 ? 2 : colors <= 16 ? 4 : 8);
  const pixel = { gray: 1, rgb: 3, palette: 1, 'gray-alpha': 2, rgba: 4 }[colorType];
  const raw = inflateSync(chunks.get('IDAT')!);
  const stride = Math.ceil((width * pixel * depth) / 8);
  expect(raw.length).toBe((stride + 1) * height);
  const data = new Uint8Array(stride * height);
  const filters: number[] = [];
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)]!;
    filters.push(filter);
    for (let x = 0; x < stride; x++) {
      const a = x >= pixel ? data[y * stride + x - pixel]! : 0;
      const b = y > 0 ? data[(y - 1) * stride + x]! : 0;
      const c = x >= pixel && y > 0 ? data[(y - 1) * stride + x - pixel]! : 0;
      const p = a + b - c;
      const [da, db, dc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
      const nearest = da <= db && da <= dc ? a : db <= dc ? b : c;
      data[y * stride + x] = raw[y * (stride + 1) + 1 + x]! + [0, a, b, Math.floor((a + b) / 2), nearest][filter]!;
    }
  }
  const order = [...chunks.keys()];
  return {
    width,
    height,
    colorType,
    data: depth === 8 ? data : unpack(data, width, height, depth),
    palette: chunks.get('PLTE'),
    transparency: chunks.get('tRNS'),
    filters,
    order,
  };
}

/** Indices of `depth` bits, the leftmost the highest, each in a byte of its own. */
function unpack(rows: Uint8Array, width: number, height: number, depth: number): Uint8Array {
  const stride = Math.ceil((width * depth) / 8);
  return Uint8Array.from({ length: width * height }, (_, i) => {
    const bit = (i % width) * depth;
    const byte = rows[Math.floor(i / width) * stride + (bit >> 3)]!;
    return (byte >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
  });
}

const image: fc.Arbitrary<PngImage> = fc
  .record({
    width: fc.integer({ min: 1, max: 24 }),
    height: fc.integer({ min: 1, max: 24 }),
    colorType: fc.constantFrom(...COLOR_TYPES),
    colors: fc.oneof(fc.integer({ min: 1, max: 256 }), fc.constantFrom(1, 2, 3, 4, 5, 16, 17)),
    level: fc.integer({ min: 0, max: 9 }),
    smooth: fc.boolean(),
  })
  .chain(({ width, height, colorType, colors, level, smooth }) => {
    const size = width * height * bytesPerPixel(colorType);
    const top = colorType === 'palette' ? colors - 1 : 255;
    const bytes = (length: number, max = 255) => fc.uint8Array({ minLength: length, maxLength: length, max });
    return fc.record(
      {
        width: fc.constant(width),
        height: fc.constant(height),
        colorType: fc.constant(colorType),
        level: fc.constant(level),
        data: bytes(size, top).map((data) => (smooth ? data.map((v, i) => (i * 3 + (v & 3)) % (top + 1)) : data)),
        ...(colorType === 'palette' && {
          palette: bytes(colors * 3),
          transparency: fc.uint8Array({ maxLength: colors }),
        }),
      },
      {
        requiredKeys: [
          'width',
          'height',
          'colorType',
          'data',
          ...(colorType === 'palette' ? (['palette'] as const) : []),
        ],
      },
    ) as fc.Arbitrary<PngImage>;
  });

test('images of every colour type come back pixel for pixel', () => {
  fc.assert(
    fc.property(image, (input) => {
      const { width, height, colorType, data, palette, transparency } = decode(encodePng(input));
      expect({ width, height, colorType }).toEqual({
        width: input.width,
        height: input.height,
        colorType: input.colorType,
      });
      expect(data).toEqual(input.data);
      expect(palette).toEqual(input.palette);
      expect(transparency).toEqual(input.transparency?.length ? input.transparency : undefined);
    }),
    { numRuns: 300 },
  );
});

/** Integer-only test picture: a ramp, a checkerboard and a multiplicative noise in turn. */
function picture(colorType: PngColorType, width = 61, height = 47): PngImage {
  const pixel = bytesPerPixel(colorType);
  const data = new Uint8Array(width * height * pixel);
  for (let i = 0, v = 1; i < data.length; i++) {
    const x = Math.floor(i / pixel) % width;
    const y = Math.floor(i / pixel / width);
    v = Math.imul(v, 1664525) + 1013904223;
    data[i] = y < 16 ? x * 4 + (i % pixel) * 20 : y < 32 ? ((x ^ y) & 4) * 60 : v >>> 24;
  }
  return {
    width,
    height,
    colorType,
    data,
    ...(colorType === 'palette' && { palette: ramp(256), transparency: Uint8Array.of(0, 128) }),
  };
}

function ramp(colors: number): Uint8Array {
  return Uint8Array.from({ length: colors * 3 }, (_, i) => (i * 7) & 255);
}

const GOLDEN: Record<PngColorType, string> = {
  gray: 'd5c964a6563e9d3bbb7512166dabe0a356d4076a44c39f5f61ebca57404f7fca',
  'gray-alpha': '6013a2f3ee94242b9ac6ef2b128fec8139f421abee8c1eb5ad67ec48adbabd4f',
  rgb: '9779e440364053d0f6f0f2f9676327563131b93fe1e32b013a8bcf952ce3cce8',
  rgba: '8860f8c189629d0dc5f9baa29f4705139791d3b5185fed07a9eef4386dcf3aee',
  palette: '14e477c773fcd02fa4f370b3ea3ba902bb68bae9567dcab69be295291cb437b7',
};

test.each(COLOR_TYPES)('the bytes of the %s picture never change', (colorType) => {
  expect(
    createHash('sha256')
      .update(encodePng(picture(colorType)))
      .digest('hex'),
  ).toBe(GOLDEN[colorType]);
});

test('chunks stand in the order that the format asks for', () => {
  expect(decode(encodePng(picture('palette'))).order).toEqual(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);
  expect(decode(encodePng(picture('rgb'))).order).toEqual(['IHDR', 'IDAT', 'IEND']);
});

test('rows get the filter with the smallest sum, palette rows none', () => {
  const rows = [
    [10, 10, 10, 10],
    [10, 10, 10, 10],
    [0, 0, 0, 0],
    [40, 80, 120, 160],
  ].flat();
  const { filters } = decode(encodePng({ width: 4, height: 4, colorType: 'gray', data: Uint8Array.from(rows) }));
  expect(filters).toEqual([1, 2, 0, 1]);
  expect(new Set(decode(encodePng(picture('palette'))).filters)).toEqual(new Set([0]));
  expect(new Set(decode(encodePng(picture('rgb'))).filters).size).toBeGreaterThan(2);
});

function pngcheckWorks(): boolean {
  try {
    execFileSync('pngcheck', ['-h'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    return (error as { code?: string }).code !== 'ENOENT';
  }
}

test.skipIf(!pngcheckWorks())('pngcheck finds nothing to complain about', () => {
  const folder = mkdtempSync(join(tmpdir(), 'png-'));
  try {
    for (const colorType of COLOR_TYPES) {
      const path = join(folder, `${colorType}.png`);
      writeFileSync(path, encodePng(picture(colorType)));
      expect(execFileSync('pngcheck', [path], { encoding: 'utf8' })).toMatch(/^OK: /);
    }
    for (const colors of [1, 2, 3, 4, 5, 16, 17]) {
      const data = picture('palette').data.map((index) => index % colors);
      const path = join(folder, `${colors}-colors.png`);
      writeFileSync(path, encodePng({ ...picture('palette'), data, palette: ramp(colors), transparency: undefined }));
      expect(execFileSync('pngcheck', [path], { encoding: 'utf8' })).toMatch(/^OK: /);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('crc32 agrees with zlib on any part of any bytes', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(100), (bytes, start) => {
      expect(crc32(bytes, Math.min(start, bytes.length))).toBe(zlibCrc32(bytes.subarray(start)));
    }),
  );
});

test('what does not fit together is refused', () => {
  const data = new Uint8Array(4);
  const good: PngImage = { width: 2, height: 2, colorType: 'gray', data };
  const palette = new Uint8Array(3);
  expect(() => encodePng({ ...good, width: 3 })).toThrow(RangeError);
  expect(() => encodePng({ ...good, width: 0, data: new Uint8Array(0) })).toThrow(RangeError);
  expect(() => encodePng({ ...good, height: 1.5 })).toThrow(RangeError);
  expect(() => encodePng({ ...good, level: 10 })).toThrow(RangeError);
  expect(() => encodePng({ ...good, width: '2' as never })).toThrow(TypeError);
  expect(() => encodePng({ ...good, colorType: 'cmyk' as never })).toThrow(TypeError);
  expect(() => encodePng({ ...good, data: [0, 0, 0, 0] as never })).toThrow(TypeError);
  expect(() => encodePng({ ...good, palette })).toThrow(TypeError);
  expect(() => encodePng({ ...good, colorType: 'palette' })).toThrow(TypeError);
  expect(() => encodePng({ ...good, colorType: 'palette', palette: new Uint8Array(4) })).toThrow(RangeError);
  expect(() => encodePng({ ...good, colorType: 'palette', palette, transparency: new Uint8Array(2) })).toThrow(
    RangeError,
  );
  expect(() => encodePng({ ...good, colorType: 'palette', palette, data: Uint8Array.of(0, 0, 1, 0) })).toThrow(
    /data\[2\]/,
  );
});

test('filter "none" filters no row and gives the same pixels', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 12 }),
      fc.infiniteStream(fc.nat(255)),
      (width, height, stream) => {
        const data = Uint8Array.from({ length: width * height * 3 }, () => stream.next().value as number);
        const decoded = decode(encodePng({ width, height, colorType: 'rgb', data, filter: 'none' }));
        expect(decoded.filters).toEqual(new Array(height).fill(0));
        expect(decoded.data).toEqual(data);
      },
    ),
  );
  const image = { width: 1, height: 1, colorType: 'gray', data: new Uint8Array(1) } as const;
  expect(() => encodePng({ ...image, filter: 'paeth' as 'none' })).toThrow(RangeError);
});
