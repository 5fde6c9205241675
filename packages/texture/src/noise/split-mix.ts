/** 64-bit products and the finaliser of SplitMix64 (G. Steele et al., 2014) in 32-bit halves. */

/** Low and high half of the number at hand. */
export type Word64 = Int32Array;

/** word <- word * (high 2^32 + low), modulo 2^64. */
export function multiply(word: Word64, high: number, low: number): void {
  const wl = word[0]!;
  const upper = upperHalf(wl, low);
  word[1] = upper + Math.imul(wl, high) + Math.imul(word[1]!, low);
  word[0] = Math.imul(wl, low);
}

/** The high half of the product of two unsigned words, as a signed word. */
function upperHalf(x: number, y: number): number {
  const x0 = x & 0xffff;
  const x1 = x >>> 16;
  const y0 = y & 0xffff;
  const y1 = y >>> 16;
  const t = Math.imul(x1, y0) + (Math.imul(x0, y0) >>> 16);
  const middle = (t & 0xffff) + Math.imul(x0, y1);
  return (Math.imul(x1, y1) + (t >>> 16) + (middle >>> 16)) | 0;
}

function shiftXor(word: Word64, bits: number): void {
  const low = word[0]!;
  const high = word[1]!;
  word[0] = low ^ ((low >>> bits) | (high << (32 - bits)));
  word[1] = high ^ (high >>> bits);
}

/** The high half, unsigned, of the finaliser of SplitMix64. Changes `word`. */
export function finalizeHigh(word: Word64): number {
  const low = (word[0]! >>> 0) + 0x7f4a7c15;
  word[0] = low;
  word[1] = word[1]! + (0x9e3779b9 | 0) + (low > 0xffffffff ? 1 : 0);
  shiftXor(word, 30);
  multiply(word, 0xbf58476d, 0x1ce4e5b9);
  shiftXor(word, 27);
  multiply(word, 0x94d049bb, 0x133111eb);
  shiftXor(word, 31);
  return word[1]! >>> 0;
}
