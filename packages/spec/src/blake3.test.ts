import { blake3 as reference } from '@noble/hashes/blake3.js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { blake3, plainBlake3 } from './blake3.ts';
import { blake3Fast } from './wasm/kernel.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** The input of the official test vectors: the bytes 0, 1, ..., 250, 0, 1, ... */
function vector(length: number, offset = 0): Uint8Array {
  return Uint8Array.from({ length: offset + length }, (_, i) => (i - offset + 251) % 251).subarray(offset);
}

describe.each([
  ['blake3', blake3],
  ['blake3 without WebAssembly', plainBlake3],
  ['blake3 by the kernel', (data: Uint8Array) => blake3Fast(data)!],
])('%s', (_, blake3) => {
  it('gives the official hash of nothing', () => {
    expect(Buffer.from(blake3(new Uint8Array(0))).toString('hex')).toBe(
      'af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262',
    );
  });

  it('agrees with another implementation on every length around the ends of blocks, chunks and subtrees', () => {
    const ends = [0, 1, 2, 3, 4, 5, 7, 8, 16, 17, 31, 32, 33, 63, 64, 65, 129].map((chunks) => chunks * 1024);
    const lengths = ends.flatMap((end) => [-65, -64, -63, -1, 0, 1, 63, 64, 65].map((step) => end + step));
    for (const length of lengths.filter((length) => length >= 0)) {
      const input = vector(length);
      expect(Buffer.from(blake3(input)).equals(reference(input)), `${length} bytes`).toBe(true);
    }
  });

  it('agrees on every length up to three blocks, and wherever in a buffer the bytes stand', () => {
    for (let length = 0; length <= 192; length++) {
      const input = vector(length, length % 7);
      expect(Buffer.from(blake3(input)).equals(reference(input)), `${length} bytes`).toBe(true);
    }
  });
});

it('where there is no WebAssembly long input has the same hash', async () => {
  const input = vector(100_000);
  const hash = blake3(input);
  vi.resetModules();
  vi.stubGlobal('WebAssembly', undefined);
  expect((await import('./wasm/kernel.ts')).blake3Fast(input)).toBeUndefined();
  expect(Buffer.from((await import('./blake3.ts')).blake3(input)).equals(hash)).toBe(true);
});
