/** The compression function of BLAKE3, of one block and of four at once; see `src/blake3-compress.ts`. */

export const IV: usize = memory.data<u32>([
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
]);
/** Which word of the message each place of a round takes, round by round. */
const SCHEDULE: usize = memory.data<u8>([
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
  2, 6, 3, 10, 7, 0, 4, 13, 1, 11, 12, 5, 9, 14, 15, 8,
  3, 4, 10, 12, 13, 2, 7, 14, 6, 5, 9, 0, 11, 15, 8, 1,
  10, 7, 12, 9, 14, 3, 13, 15, 4, 0, 11, 2, 5, 8, 1, 6,
  12, 13, 9, 11, 15, 10, 14, 8, 7, 2, 5, 3, 0, 1, 6, 4,
  9, 14, 11, 5, 8, 12, 15, 1, 13, 3, 0, 10, 2, 6, 4, 7,
  11, 15, 5, 0, 1, 9, 8, 6, 14, 10, 2, 12, 3, 4, 7, 13,
]);
const ROUNDS = 7;

@inline
function rotate16(x: v128): v128 {
  return i8x16.shuffle(x, x, 2, 3, 0, 1, 6, 7, 4, 5, 10, 11, 8, 9, 14, 15, 12, 13);
}

@inline
function rotate12(x: v128): v128 {
  return v128.or(i32x4.shr_u(x, 12), i32x4.shl(x, 20));
}

@inline
function rotate8(x: v128): v128 {
  return i8x16.shuffle(x, x, 1, 2, 3, 0, 5, 6, 7, 4, 9, 10, 11, 8, 13, 14, 15, 12);
}

@inline
function rotate7(x: v128): v128 {
  return v128.or(i32x4.shr_u(x, 7), i32x4.shl(x, 25));
}

/** Four words of a message, every other one of a round from `at` on. */
@inline
function gather(block: usize, at: usize): v128 {
  let words = v128.load32_zero(block + (<usize>load<u8>(at) << 2));
  words = v128.load32_lane(block + (<usize>load<u8>(at, 2) << 2), words, 1);
  words = v128.load32_lane(block + (<usize>load<u8>(at, 4) << 2), words, 2);
  return v128.load32_lane(block + (<usize>load<u8>(at, 6) << 2), words, 3);
}

/** Compresses a block of 64 bytes, of which `length` are of the message, into the chaining value at `cv`. */
export function compress(block: usize, cv: usize, counter: i32, length: usize, flags: i32): void {
  // The state by rows; its columns are four quarter rounds at once, and so are its diagonals.
  let a = v128.load(cv);
  let b = v128.load(cv, 16);
  let c = v128.load(IV);
  let d = i32x4.replace_lane(i32x4.replace_lane(i32x4.splat(flags), 0, counter), 1, 0);
  d = i32x4.replace_lane(d, 2, <i32>length);
  for (let round = 0, at = SCHEDULE; round < ROUNDS; round++, at += 16) {
    a = i32x4.add(i32x4.add(a, b), gather(block, at));
    d = rotate16(v128.xor(d, a));
    c = i32x4.add(c, d);
    b = rotate12(v128.xor(b, c));
    a = i32x4.add(i32x4.add(a, b), gather(block, at + 1));
    d = rotate8(v128.xor(d, a));
    c = i32x4.add(c, d);
    b = rotate7(v128.xor(b, c));
    b = i32x4.shuffle(b, b, 1, 2, 3, 0);
    c = i32x4.shuffle(c, c, 2, 3, 0, 1);
    d = i32x4.shuffle(d, d, 3, 0, 1, 2);
    a = i32x4.add(i32x4.add(a, b), gather(block, at + 8));
    d = rotate16(v128.xor(d, a));
    c = i32x4.add(c, d);
    b = rotate12(v128.xor(b, c));
    a = i32x4.add(i32x4.add(a, b), gather(block, at + 9));
    d = rotate8(v128.xor(d, a));
    c = i32x4.add(c, d);
    b = rotate7(v128.xor(b, c));
    b = i32x4.shuffle(b, b, 3, 0, 1, 2);
    c = i32x4.shuffle(c, c, 2, 3, 0, 1);
    d = i32x4.shuffle(d, d, 1, 2, 3, 0);
  }
  v128.store(cv, v128.xor(a, c));
  v128.store(cv, v128.xor(b, d), 16);
}

/** Word `i` of a round of four messages, whose words lie side by side. */
@inline
function word(words: usize, at: usize, i: usize): v128 {
  return v128.load(words + (<usize>load<u8>(at + i) << 4));
}

/**
 * Compresses four whole blocks.
 *
 * @param words the words of the messages, 16 times four
 * @param cvs the words of the chaining values, 8 times four: input and output
 * @param counter the number of the first chunk
 */
export function compress4(words: usize, cvs: usize, counter: i32, flags: i32): void {
  let v0 = v128.load(cvs);
  let v1 = v128.load(cvs, 16);
  let v2 = v128.load(cvs, 32);
  let v3 = v128.load(cvs, 48);
  let v4 = v128.load(cvs, 64);
  let v5 = v128.load(cvs, 80);
  let v6 = v128.load(cvs, 96);
  let v7 = v128.load(cvs, 112);
  let v8 = v128.load32_splat(IV);
  let v9 = v128.load32_splat(IV, 4);
  let v10 = v128.load32_splat(IV, 8);
  let v11 = v128.load32_splat(IV, 12);
  let v12 = i32x4.add(i32x4.splat(counter), i32x4(0, 1, 2, 3));
  let v13 = i32x4.splat(0);
  let v14 = i32x4.splat(64);
  let v15 = i32x4.splat(flags);
  for (let round = 0, at = SCHEDULE; round < ROUNDS; round++, at += 16) {
    v0 = i32x4.add(i32x4.add(v0, v4), word(words, at, 0));
    v1 = i32x4.add(i32x4.add(v1, v5), word(words, at, 2));
    v2 = i32x4.add(i32x4.add(v2, v6), word(words, at, 4));
    v3 = i32x4.add(i32x4.add(v3, v7), word(words, at, 6));
    v12 = rotate16(v128.xor(v12, v0));
    v13 = rotate16(v128.xor(v13, v1));
    v14 = rotate16(v128.xor(v14, v2));
    v15 = rotate16(v128.xor(v15, v3));
    v8 = i32x4.add(v8, v12);
    v9 = i32x4.add(v9, v13);
    v10 = i32x4.add(v10, v14);
    v11 = i32x4.add(v11, v15);
    v4 = rotate12(v128.xor(v4, v8));
    v5 = rotate12(v128.xor(v5, v9));
    v6 = rotate12(v128.xor(v6, v10));
    v7 = rotate12(v128.xor(v7, v11));
    v0 = i32x4.add(i32x4.add(v0, v4), word(words, at, 1));
    v1 = i32x4.add(i32x4.add(v1, v5), word(words, at, 3));
    v2 = i32x4.add(i32x4.add(v2, v6), word(words, at, 5));
    v3 = i32x4.add(i32x4.add(v3, v7), word(words, at, 7));
    v12 = rotate8(v128.xor(v12, v0));
    v13 = rotate8(v128.xor(v13, v1));
    v14 = rotate8(v128.xor(v14, v2));
    v15 = rotate8(v128.xor(v15, v3));
    v8 = i32x4.add(v8, v12);
    v9 = i32x4.add(v9, v13);
    v10 = i32x4.add(v10, v14);
    v11 = i32x4.add(v11, v15);
    v4 = rotate7(v128.xor(v4, v8));
    v5 = rotate7(v128.xor(v5, v9));
    v6 = rotate7(v128.xor(v6, v10));
    v7 = rotate7(v128.xor(v7, v11));
    v0 = i32x4.add(i32x4.add(v0, v5), word(words, at, 8));
    v1 = i32x4.add(i32x4.add(v1, v6), word(words, at, 10));
    v2 = i32x4.add(i32x4.add(v2, v7), word(words, at, 12));
    v3 = i32x4.add(i32x4.add(v3, v4), word(words, at, 14));
    v15 = rotate16(v128.xor(v15, v0));
    v12 = rotate16(v128.xor(v12, v1));
    v13 = rotate16(v128.xor(v13, v2));
    v14 = rotate16(v128.xor(v14, v3));
    v10 = i32x4.add(v10, v15);
    v11 = i32x4.add(v11, v12);
    v8 = i32x4.add(v8, v13);
    v9 = i32x4.add(v9, v14);
    v5 = rotate12(v128.xor(v5, v10));
    v6 = rotate12(v128.xor(v6, v11));
    v7 = rotate12(v128.xor(v7, v8));
    v4 = rotate12(v128.xor(v4, v9));
    v0 = i32x4.add(i32x4.add(v0, v5), word(words, at, 9));
    v1 = i32x4.add(i32x4.add(v1, v6), word(words, at, 11));
    v2 = i32x4.add(i32x4.add(v2, v7), word(words, at, 13));
    v3 = i32x4.add(i32x4.add(v3, v4), word(words, at, 15));
    v15 = rotate8(v128.xor(v15, v0));
    v12 = rotate8(v128.xor(v12, v1));
    v13 = rotate8(v128.xor(v13, v2));
    v14 = rotate8(v128.xor(v14, v3));
    v10 = i32x4.add(v10, v15);
    v11 = i32x4.add(v11, v12);
    v8 = i32x4.add(v8, v13);
    v9 = i32x4.add(v9, v14);
    v5 = rotate7(v128.xor(v5, v10));
    v6 = rotate7(v128.xor(v6, v11));
    v7 = rotate7(v128.xor(v7, v8));
    v4 = rotate7(v128.xor(v4, v9));
  }
  v128.store(cvs, v128.xor(v0, v8));
  v128.store(cvs, v128.xor(v1, v9), 16);
  v128.store(cvs, v128.xor(v2, v10), 32);
  v128.store(cvs, v128.xor(v3, v11), 48);
  v128.store(cvs, v128.xor(v4, v12), 64);
  v128.store(cvs, v128.xor(v5, v13), 80);
  v128.store(cvs, v128.xor(v6, v14), 96);
  v128.store(cvs, v128.xor(v7, v15), 112);
}
