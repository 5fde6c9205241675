/**
 * The compression function of BLAKE3 (sections 2.1 and 2.2 of its paper), cut to a chaining value. State and message are
 * local variables, so that V8 keeps them in registers and on the stack, and nothing is allocated.
 */

/** What the first chaining value of a chunk and of a parent is, and half of every state. */
export const IV = /* @__PURE__ */ Int32Array.of(
  ...[0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a],
  ...[0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19],
);

function rotate(x: number, right: number): number {
  return (x >>> right) | (x << (32 - right));
}

/**
 * Compresses one block.
 *
 * @param view has 64 bytes at `at`; what is not of the message is zero
 * @param chunk number of the chunk, below 2^32; 0 for a parent
 * @param length bytes of the block that are of the message
 * @param cv the chaining value, 8 words: input and output
 */
export function compress(
  view: DataView,
  at: number,
  chunk: number,
  length: number,
  flags: number,
  cv: Int32Array,
): void {
  let m0 = view.getInt32(at, true);
  let m1 = view.getInt32(at + 4, true);
  let m2 = view.getInt32(at + 8, true);
  let m3 = view.getInt32(at + 12, true);
  let m4 = view.getInt32(at + 16, true);
  let m5 = view.getInt32(at + 20, true);
  let m6 = view.getInt32(at + 24, true);
  let m7 = view.getInt32(at + 28, true);
  let m8 = view.getInt32(at + 32, true);
  let m9 = view.getInt32(at + 36, true);
  let m10 = view.getInt32(at + 40, true);
  let m11 = view.getInt32(at + 44, true);
  let m12 = view.getInt32(at + 48, true);
  let m13 = view.getInt32(at + 52, true);
  let m14 = view.getInt32(at + 56, true);
  let m15 = view.getInt32(at + 60, true);
  let v0 = cv[0]!;
  let v1 = cv[1]!;
  let v2 = cv[2]!;
  let v3 = cv[3]!;
  let v4 = cv[4]!;
  let v5 = cv[5]!;
  let v6 = cv[6]!;
  let v7 = cv[7]!;
  let v8 = IV[0]!;
  let v9 = IV[1]!;
  let v10 = IV[2]!;
  let v11 = IV[3]!;
  // The counter has 64 bits; no file has 2^32 chunks.
  let v12 = chunk | 0;
  let v13 = 0;
  let v14 = length;
  let v15 = flags;
  for (let round = 0; ; round++) {
    v0 = (v0 + v4 + m0) | 0;
    v12 = rotate(v12 ^ v0, 16);
    v8 = (v8 + v12) | 0;
    v4 = rotate(v4 ^ v8, 12);
    v0 = (v0 + v4 + m1) | 0;
    v12 = rotate(v12 ^ v0, 8);
    v8 = (v8 + v12) | 0;
    v4 = rotate(v4 ^ v8, 7);
    v1 = (v1 + v5 + m2) | 0;
    v13 = rotate(v13 ^ v1, 16);
    v9 = (v9 + v13) | 0;
    v5 = rotate(v5 ^ v9, 12);
    v1 = (v1 + v5 + m3) | 0;
    v13 = rotate(v13 ^ v1, 8);
    v9 = (v9 + v13) | 0;
    v5 = rotate(v5 ^ v9, 7);
    v2 = (v2 + v6 + m4) | 0;
    v14 = rotate(v14 ^ v2, 16);
    v10 = (v10 + v14) | 0;
    v6 = rotate(v6 ^ v10, 12);
    v2 = (v2 + v6 + m5) | 0;
    v14 = rotate(v14 ^ v2, 8);
    v10 = (v10 + v14) | 0;
    v6 = rotate(v6 ^ v10, 7);
    v3 = (v3 + v7 + m6) | 0;
    v15 = rotate(v15 ^ v3, 16);
    v11 = (v11 + v15) | 0;
    v7 = rotate(v7 ^ v11, 12);
    v3 = (v3 + v7 + m7) | 0;
    v15 = rotate(v15 ^ v3, 8);
    v11 = (v11 + v15) | 0;
    v7 = rotate(v7 ^ v11, 7);
    v0 = (v0 + v5 + m8) | 0;
    v15 = rotate(v15 ^ v0, 16);
    v10 = (v10 + v15) | 0;
    v5 = rotate(v5 ^ v10, 12);
    v0 = (v0 + v5 + m9) | 0;
    v15 = rotate(v15 ^ v0, 8);
    v10 = (v10 + v15) | 0;
    v5 = rotate(v5 ^ v10, 7);
    v1 = (v1 + v6 + m10) | 0;
    v12 = rotate(v12 ^ v1, 16);
    v11 = (v11 + v12) | 0;
    v6 = rotate(v6 ^ v11, 12);
    v1 = (v1 + v6 + m11) | 0;
    v12 = rotate(v12 ^ v1, 8);
    v11 = (v11 + v12) | 0;
    v6 = rotate(v6 ^ v11, 7);
    v2 = (v2 + v7 + m12) | 0;
    v13 = rotate(v13 ^ v2, 16);
    v8 = (v8 + v13) | 0;
    v7 = rotate(v7 ^ v8, 12);
    v2 = (v2 + v7 + m13) | 0;
    v13 = rotate(v13 ^ v2, 8);
    v8 = (v8 + v13) | 0;
    v7 = rotate(v7 ^ v8, 7);
    v3 = (v3 + v4 + m14) | 0;
    v14 = rotate(v14 ^ v3, 16);
    v9 = (v9 + v14) | 0;
    v4 = rotate(v4 ^ v9, 12);
    v3 = (v3 + v4 + m15) | 0;
    v14 = rotate(v14 ^ v3, 8);
    v9 = (v9 + v14) | 0;
    v4 = rotate(v4 ^ v9, 7);
    if (round === 6) break;
    const first0 = m0;
    m0 = m2;
    m2 = m3;
    m3 = m10;
    m10 = m12;
    m12 = m9;
    m9 = m11;
    m11 = m5;
    m5 = first0;
    const first1 = m1;
    m1 = m6;
    m6 = m4;
    m4 = m7;
    m7 = m13;
    m13 = m14;
    m14 = m15;
    m15 = m8;
    m8 = first1;
  }
  cv[0] = v0 ^ v8;
  cv[1] = v1 ^ v9;
  cv[2] = v2 ^ v10;
  cv[3] = v3 ^ v11;
  cv[4] = v4 ^ v12;
  cv[5] = v5 ^ v13;
  cv[6] = v6 ^ v14;
  cv[7] = v7 ^ v15;
}
