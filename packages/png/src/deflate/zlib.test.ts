import { constants, deflateSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adler32, zlib } from './zlib.ts';

const level = fc.integer({ min: 0, max: 9 });

function expectRoundTrip(data: Uint8Array, level: number): Uint8Array {
  const packed = zlib(data, level);
  expect(Buffer.from(inflateSync(packed)).equals(data)).toBe(true);
  return packed;
}

/** Bytes with the low `bits` bits random, multiplicatively. */
function noise(length: number, bits: number, seed = 1): Uint8Array {
  let v = seed;
  return Uint8Array.from({ length }, () => {
    v = Math.imul(v, 1664525) + 1013904223;
    return v >>> (32 - bits);
  });
}

test('whatever goes in comes out of another inflate', () => {
  const runs = fc.array(fc.tuple(fc.nat(255), fc.integer({ min: 1, max: 700 })), { maxLength: 20 });
  const repeated = fc
    .tuple(fc.uint8Array({ minLength: 1, maxLength: 400 }), fc.nat(60))
    .map(([part, times]) =>
      Uint8Array.from({ length: part.length * times }, (_, i) => part[i % part.length]! + (i >> 12)),
    );
  const data = fc.oneof(
    fc.uint8Array({ maxLength: 2000 }),
    runs.map((parts) => Uint8Array.from(parts.flatMap(([byte, length]) => new Array<number>(length).fill(byte)))),
    repeated,
    fc.tuple(fc.nat(70_000), fc.integer({ min: 1, max: 8 }), fc.nat()).map((args) => noise(...args)),
  );
  fc.assert(
    fc.property(data, level, (bytes, level) => void expectRoundTrip(bytes, level)),
    { numRuns: 300 },
  );
});

test.each([0, 1, 6, 9])('several blocks of different kinds in one stream, at level %i', (level) => {
  const parts = [noise(100_000, 8), new Uint8Array(300_000), noise(70_000, 3), noise(70_000, 8, 7), noise(70_000, 3)];
  const data = Buffer.concat(parts);
  const { length } = expectRoundTrip(data, level);
  expect(length).toBeLessThan(level === 0 ? data.length * 1.001 + 64 : 250_000);
});

test('matches reach as far back as the window', () => {
  for (const distance of [32_766, 32_767, 32_768, 32_769]) {
    const data = noise(2 * distance, 8);
    data.copyWithin(distance, 0, 1000);
    expectRoundTrip(data, 6);
  }
});

/** Small differences around 0, as filters leave them of smooth noise. */
function differences(length: number, seed = 1): Uint8Array {
  const [a, b] = [noise(length, 4, seed), noise(length, 4, seed + 5)];
  return a.map((byte, i) => byte + b[i]! - 16);
}

test.each([1, 2, 3])('noise without matches worth the name is smaller than that of zlib, at level %i', (level) => {
  const data = differences(600_000);
  const { length } = expectRoundTrip(data, level);
  expect(length).toBeLessThan(deflateSync(data, { level: 6 }).length * 0.98);
  // Nothing but literals: the best code without matches, and what describes its blocks.
  const literals = deflateSync(data, { strategy: constants.Z_HUFFMAN_ONLY }).length;
  expect(Math.abs(length / literals - 1)).toBeLessThan(0.005);
});

test.each([1, 2, 3])('matches are found again after noise, at level %i', (level) => {
  const part = differences(300_000, 3);
  const repeated = Buffer.concat([part.subarray(0, 20_000), part.subarray(0, 20_000), part.subarray(0, 20_000)]);
  const alone = expectRoundTrip(part, level).length;
  expect(expectRoundTrip(Buffer.concat([part, new Uint8Array(300_000), part]), level).length).toBeLessThan(
    alone * 2 + 8000,
  );
  // The first of them is noise as before, and further than a window before the end of what is written unseen.
  expect(expectRoundTrip(Buffer.concat([part, ...Array(20).fill(repeated)]), level).length).toBeLessThan(
    alone + 150_000,
  );
});

test('a symbol so rare that its code would be too long is lengthened', () => {
  // Frequencies like Fibonacci numbers give the deepest tree.
  const parts: Uint8Array[] = [];
  for (let symbol = 0, a = 1, b = 1; symbol < 20; symbol++, [a, b] = [b, a + b]) {
    parts.push(Uint8Array.from({ length: a }, (_, i) => (i % 2 === 0 ? symbol : (i * 7919 + symbol * 31) & 127)));
  }
  expectRoundTrip(Buffer.concat(parts), 6);
});

test('noise grows by less than a thousandth, and flat data shrinks two hundredfold', () => {
  expect(expectRoundTrip(noise(200_000, 8), 6).length).toBeLessThan(200_200);
  expect(expectRoundTrip(new Uint8Array(200_000), 6).length).toBeLessThan(1000);
});

test('adler32 gives the known sum, also where the sums are largest', () => {
  expect(adler32(new TextEncoder().encode('Wikipedia'))).toBe(0x11e60398);
  const data = new Uint8Array(100_000).fill(255);
  expect(adler32(data)).toBe(Buffer.from(zlib(data, 6)).readUInt32BE(zlib(data, 6).length - 4));
});
