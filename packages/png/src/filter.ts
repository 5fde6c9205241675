/**
 * Row filters (PNG specification, third edition, clause 9) and the choice among them: per row, the filter whose output,
 * read as signed bytes, has the smallest sum of absolute values (the heuristic of clause 12.7). Ties go to the lower
 * filter number, so the choice is a pure function of the pixels.
 */

const abs8 = (v: number) => (v < 128 ? v : 256 - v);

/** The distance of a prediction to left, up and upper left decides which of them Paeth takes (clause 9.4). */
function paeth(a: number, b: number, c: number): number {
  const pa = Math.abs(b - c);
  const pb = Math.abs(a - c);
  const pc = Math.abs(a + b - c - c);
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

/**
 * The filtered image: per row one byte naming the filter and then `stride` bytes.
 *
 * @param stride bytes per row
 * @param pixel bytes per pixel
 */
export function filterRows(data: Uint8Array, stride: number, height: number, pixel: number): Uint8Array {
  const out = new Uint8Array((stride + 1) * height);
  const zeros = new Uint8Array(stride);
  // One row per candidate; the winner is copied, so that no byte is filtered twice.
  const sub = new Uint8Array(stride);
  const up = new Uint8Array(stride);
  const average = new Uint8Array(stride);
  const paethRow = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    const row = data.subarray(y * stride, (y + 1) * stride);
    const above = y === 0 ? zeros : data.subarray((y - 1) * stride, y * stride);
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let s4 = 0;
    for (let x = 0; x < stride; x++) {
      const v = row[x]!;
      const b = above[x]!;
      const a = x < pixel ? 0 : row[x - pixel]!;
      const c = x < pixel ? 0 : above[x - pixel]!;
      const f1 = (v - a) & 255;
      const f2 = (v - b) & 255;
      const f3 = (v - ((a + b) >> 1)) & 255;
      const f4 = (v - paeth(a, b, c)) & 255;
      sub[x] = f1;
      up[x] = f2;
      average[x] = f3;
      paethRow[x] = f4;
      s0 += abs8(v);
      s1 += abs8(f1);
      s2 += abs8(f2);
      s3 += abs8(f3);
      s4 += abs8(f4);
    }
    const least = Math.min(s0, s1, s2, s3, s4);
    const type = s0 === least ? 0 : s1 === least ? 1 : s2 === least ? 2 : s3 === least ? 3 : 4;
    const at = y * (stride + 1);
    out[at] = type;
    out.set(type === 0 ? row : type === 1 ? sub : type === 2 ? up : type === 3 ? average : paethRow, at + 1);
  }
  return out;
}

/** The same layout with filter 0 throughout: right for palette indices, whose differences mean nothing (clause 12.7). */
export function unfilteredRows(data: Uint8Array, stride: number, height: number): Uint8Array {
  const out = new Uint8Array((stride + 1) * height);
  for (let y = 0; y < height; y++) out.set(data.subarray(y * stride, (y + 1) * stride), y * (stride + 1) + 1);
  return out;
}
