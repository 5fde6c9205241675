/**
 * BLAKE3 with 256 bits of output, unkeyed (github.com/BLAKE3-team/BLAKE3-specs). An own one, because every sound and every
 * picture is hashed: 1.3 GB/s by WebAssembly and 500 MB/s without, where @noble/hashes 2.4 does 45 and makes an object in
 * each of its quarter rounds, which was a twelfth of a batch over short sounds and a third of its garbage.
 */

import { compress, IV } from './blake3-compress.ts';
import { blake3Fast } from './wasm/kernel.ts';

const BLOCK = 64;
const CHUNK = 1024;
const [CHUNK_START, CHUNK_END, PARENT, ROOT] = [1, 2, 4, 8];

/** Bytes from which on it is worth the while to have the kernel compiled. */
const LONG = 1 << 14;

/**
 * The BLAKE3-256 hash.
 *
 * @param data up to 2^42 bytes
 * @returns 32 bytes
 */
export function blake3(data: Uint8Array): Uint8Array {
  return (data.length >= LONG ? blake3Fast(data) : undefined) ?? plainBlake3(data);
}

/** {@link blake3} without WebAssembly. */
export function plainBlake3(data: Uint8Array): Uint8Array {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const cv = new Int32Array(8);
  // Chaining values of the finished subtrees, the largest first: one for each bit of the number of finished chunks. The
  // last two stand side by side, as a parent's block has them.
  const stack = new DataView(new ArrayBuffer(54 * 32));
  let depth = 0;
  const lastChunk = Math.max(Math.ceil(data.length / CHUNK) - 1, 0);
  for (let chunk = 0; chunk < lastChunk; chunk++) {
    hashChunk(view, chunk * CHUNK, CHUNK, chunk, 0, cv);
    for (let total = chunk + 1; total % 2 === 0; total /= 2) {
      push(stack, depth, cv);
      cv.set(IV);
      compress(stack, --depth * 32, 0, BLOCK, PARENT, cv);
    }
    push(stack, depth++, cv);
  }
  const from = lastChunk * CHUNK;
  hashChunk(view, from, data.length - from, lastChunk, depth === 0 ? ROOT : 0, cv);
  while (depth > 0) {
    push(stack, depth, cv);
    cv.set(IV);
    depth--;
    compress(stack, depth * 32, 0, BLOCK, depth === 0 ? PARENT | ROOT : PARENT, cv);
  }
  push(stack, 0, cv);
  return new Uint8Array(stack.buffer, 0, 32).slice();
}

/** Writes a chaining value to the place `index` of the stack. */
function push(stack: DataView, index: number, cv: Int32Array): void {
  for (let i = 0; i < 8; i++) stack.setInt32(index * 32 + i * 4, cv[i]!, true);
}

/** The chaining value of the chunk of `length` bytes at `from`; `flags` are those of its last block. */
function hashChunk(view: DataView, from: number, length: number, chunk: number, flags: number, cv: Int32Array): void {
  cv.set(IV);
  let at = 0;
  for (; at + BLOCK < length; at += BLOCK) {
    compress(view, from + at, chunk, BLOCK, at === 0 ? CHUNK_START : 0, cv);
  }
  const last = flags | CHUNK_END | (at === 0 ? CHUNK_START : 0);
  const rest = length - at;
  if (rest === BLOCK) {
    compress(view, from + at, chunk, BLOCK, last, cv);
    return;
  }
  const padded = new DataView(new ArrayBuffer(BLOCK));
  for (let i = 0; i < rest; i++) padded.setUint8(i, view.getUint8(from + at + i));
  compress(padded, 0, chunk, rest, last, cv);
}
