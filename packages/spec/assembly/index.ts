/**
 * BLAKE3 as WebAssembly with SIMD, four chunks at a time: the same hashes as from `src/blake3.ts`, which is its oracle.
 * Memory from {@link heap} on is the caller's.
 */
import { compress, compress4, IV } from './compress';

const BLOCK: usize = 64;
const CHUNK: usize = 1024;
const CHUNK_START = 1;
const CHUNK_END = 2;
const PARENT = 4;
const ROOT = 8;

/**
 * Chaining values of the finished subtrees, the largest first: one for each bit of the number of finished chunks, and a
 * few while subtrees are joined. The last two stand side by side, as a parent's block has them.
 */
const STACK: usize = memory.data(56 * 32, 16);
/** The words of four blocks side by side, or a block. */
const WORDS: usize = memory.data(256, 16);
/** Four chaining values; their words side by side while they are computed. */
const CVS: usize = memory.data(128, 16);

let depth: usize = 0;
let finished: i32 = 0;

/** Where the memory begins that is the caller's. */
export function heap(): usize {
  return (__heap_base + 15) & ~15;
}

export function begin(): void {
  depth = 0;
  finished = 0;
}

/** Takes in whole chunks, of which none is the last of the message. */
export function absorb(from: usize, chunks: i32): void {
  while (chunks > 0) {
    if (chunks >= 4 && (finished & 3) == 0) {
      hashFour(from);
      pushTwo(CVS);
      pushTwo(CVS + 64);
      join(0);
      finished += 4;
      for (let total = finished >> 2; (total & 1) == 0; total >>= 1) join(0);
      from += 4 * CHUNK;
      chunks -= 4;
    } else {
      absorbOne(from, CHUNK, 0);
      finished++;
      for (let total = finished; (total & 1) == 0; total >>= 1) join(0);
      from += CHUNK;
      chunks--;
    }
  }
}

/** Takes in the last chunk, with room for a whole block behind it, and returns where the hash is. */
export function finish(from: usize, length: usize): usize {
  absorbOne(from, length, depth == 0 ? ROOT : 0);
  while (depth > 1) join(depth == 2 ? ROOT : 0);
  return STACK;
}

/** Pushes the parent of two chaining values. */
function pushTwo(cvs: usize): void {
  memory.copy(STACK + depth * 32, cvs, 64);
  depth += 2;
  join(0);
}

/** Makes a parent of the two topmost subtrees. */
function join(flags: i32): void {
  const children = STACK + (depth - 2) * 32;
  memory.copy(WORDS, children, 64);
  memory.copy(children, IV, 32);
  compress(WORDS, children, 0, BLOCK, PARENT | flags);
  depth--;
}

/** Pushes the chaining value of a chunk. */
function absorbOne(from: usize, length: usize, flags: i32): void {
  const cv = STACK + depth++ * 32;
  memory.copy(cv, IV, 32);
  let at: usize = 0;
  for (; at + BLOCK < length; at += BLOCK) compress(from + at, cv, finished, BLOCK, at == 0 ? CHUNK_START : 0);
  const rest = length - at;
  memory.fill(from + length, 0, BLOCK - rest);
  compress(from + at, cv, finished, rest, flags | CHUNK_END | (at == 0 ? CHUNK_START : 0));
}

/** Leaves the chaining values of four chunks, one behind the other, in {@link CVS}. */
function hashFour(from: usize): void {
  for (let i: usize = 0; i < 8; i++) v128.store(CVS + (i << 4), v128.load32_splat(IV + (i << 2)));
  for (let at: usize = 0; at < CHUNK; at += BLOCK) {
    for (let i: usize = 0; i < BLOCK; i += 16) {
      const block = from + at + i;
      const words = WORDS + (i << 2);
      turn(
        v128.load(block),
        v128.load(block + CHUNK),
        v128.load(block + 2 * CHUNK),
        v128.load(block + 3 * CHUNK),
        words,
        words + 16,
        words + 32,
        words + 48,
      );
    }
    compress4(WORDS, CVS, finished, (at == 0 ? CHUNK_START : 0) | (at == CHUNK - BLOCK ? CHUNK_END : 0));
  }
  // A chaining value is eight words: the first four of each, then the others.
  const e = v128.load(CVS, 64);
  const f = v128.load(CVS, 80);
  const g = v128.load(CVS, 96);
  const h = v128.load(CVS, 112);
  turn(v128.load(CVS), v128.load(CVS, 16), v128.load(CVS, 32), v128.load(CVS, 48), CVS, CVS + 32, CVS + 64, CVS + 96);
  turn(e, f, g, h, CVS + 16, CVS + 48, CVS + 80, CVS + 112);
}

/** Writes the first words of four vectors to one place, the second ones to the next, and so on. */
@inline
function turn(a: v128, b: v128, c: v128, d: v128, to0: usize, to1: usize, to2: usize, to3: usize): void {
  const ab = i32x4.shuffle(a, b, 0, 4, 1, 5);
  const cd = i32x4.shuffle(c, d, 0, 4, 1, 5);
  const ab2 = i32x4.shuffle(a, b, 2, 6, 3, 7);
  const cd2 = i32x4.shuffle(c, d, 2, 6, 3, 7);
  v128.store(to0, i64x2.shuffle(ab, cd, 0, 2));
  v128.store(to1, i64x2.shuffle(ab, cd, 1, 3));
  v128.store(to2, i64x2.shuffle(ab2, cd2, 0, 2));
  v128.store(to3, i64x2.shuffle(ab2, cd2, 1, 3));
}
