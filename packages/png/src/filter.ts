/**
 * Row filters (PNG specification, third edition, clause 9) and the choice among them: per row, the filter whose output,
 * read as signed bytes, has the smallest sum of absolute values (the heuristic of clause 12.7). Ties go to the lower
 * filter number, so the choice is a pure function of the pixels.
 */

/** The absolute value of a byte read as signed, without a branch. */
function magnitude(v: number): number {
  const signed = (v << 24) >> 24;
  const mask = signed >> 31;
  return (signed ^ mask) - mask;
}

/** Of left, up and upper left the one nearest to left + up - upper left (clause 9.4). */
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
  // Each row stands behind `pixel` zeros, which are what lies to its left; so no pixel needs a test for the edge.
  let row = new Uint8Array(pixel + stride);
  let above = new Uint8Array(pixel + stride);
  const candidates = [row, ...Array.from({ length: 4 }, () => new Uint8Array(stride))];
  const [, sub, up, average, nearest] = candidates as [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  for (let y = 0; y < height; y++) {
    row.set(data.subarray(y * stride, (y + 1) * stride), pixel);
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let s4 = 0;
    for (let x = 0; x < stride; x++) {
      const v = row[x + pixel]!;
      const a = row[x]!;
      const b = above[x + pixel]!;
      s0 += magnitude(v);
      s1 += magnitude((sub[x] = v - a));
      s2 += magnitude((up[x] = v - b));
      s3 += magnitude((average[x] = v - ((a + b) >> 1)));
      s4 += magnitude((nearest[x] = v - paeth(a, b, above[x]!)));
    }
    const least = Math.min(s0, s1, s2, s3, s4);
    const type = [s0, s1, s2, s3, s4].indexOf(least);
    const at = y * (stride + 1);
    out[at] = type;
    out.set(type === 0 ? row.subarray(pixel) : candidates[type]!, at + 1);
    [row, above] = [above, row];
  }
  return out;
}

/** The same layout with filter 0 throughout: right for flat drawings. */
export function unfilteredRows(data: Uint8Array, stride: number, height: number): Uint8Array {
  const out = new Uint8Array((stride + 1) * height);
  for (let y = 0; y < height; y++) out.set(data.subarray(y * stride, (y + 1) * stride), y * (stride + 1) + 1);
  return out;
}
