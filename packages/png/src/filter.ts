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

/**
 * Of left, up and upper left the one nearest to left + up - upper left (clause 9.4). Without branches: in noise each of
 * them would be guessed wrong every other time.
 */
function paeth(a: number, b: number, c: number): number {
  const pa = Math.abs(b - c);
  const pb = Math.abs(a - c);
  const pc = Math.abs(a + b - c - c);
  const up = (pb - pa) >> 31;
  const nearest = a ^ ((a ^ b) & up);
  const least = pa ^ ((pa ^ pb) & up);
  return nearest ^ ((nearest ^ c) & ((pc - least) >> 31));
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
  const sums = new Float64Array(5);
  // Of no bytes first, so that the engine has seen what comes after the loop: the code that it makes within the first rows
  // was thrown away at the end of each of the next 250 otherwise.
  sumRow(sums, row, above, 0, pixel);
  for (let y = 0; y < height; y++) {
    row.set(data.subarray(y * stride, (y + 1) * stride), pixel);
    sumRow(sums, row, above, stride, pixel);
    let type = 0;
    for (let k = 1; k < 5; k++) if (sums[k]! < sums[type]!) type = k;
    out[y * (stride + 1)] = type;
    writeRow(out, y * (stride + 1) + 1, type, row, above, stride, pixel);
    [row, above] = [above, row];
  }
  return out;
}

/** The sum of the magnitudes that each filter would give. */
function sumRow(sums: Float64Array, row: Uint8Array, above: Uint8Array, stride: number, pixel: number): void {
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
    s1 += magnitude(v - a);
    s2 += magnitude(v - b);
    s3 += magnitude(v - ((a + b) >> 1));
    s4 += magnitude(v - paeth(a, b, above[x]!));
  }
  sums[0] = s0;
  sums[1] = s1;
  sums[2] = s2;
  sums[3] = s3;
  sums[4] = s4;
}

function writeRow(
  out: Uint8Array,
  at: number,
  type: number,
  row: Uint8Array,
  above: Uint8Array,
  stride: number,
  pixel: number,
): void {
  if (type === 0) out.set(row.subarray(pixel), at);
  else if (type === 1) writeSub(out, at, row, stride, pixel);
  else if (type === 2) writeUp(out, at, row, above, stride, pixel);
  else if (type === 3) writeAverage(out, at, row, above, stride, pixel);
  else writePaeth(out, at, row, above, stride, pixel);
}

function writeSub(out: Uint8Array, at: number, row: Uint8Array, stride: number, pixel: number): void {
  for (let x = 0; x < stride; x++) out[at + x] = row[x + pixel]! - row[x]!;
}

function writeUp(out: Uint8Array, at: number, row: Uint8Array, above: Uint8Array, stride: number, pixel: number): void {
  for (let x = 0; x < stride; x++) out[at + x] = row[x + pixel]! - above[x + pixel]!;
}

function writeAverage(
  out: Uint8Array,
  at: number,
  row: Uint8Array,
  above: Uint8Array,
  stride: number,
  pixel: number,
): void {
  for (let x = 0; x < stride; x++) out[at + x] = row[x + pixel]! - ((row[x]! + above[x + pixel]!) >> 1);
}

function writePaeth(
  out: Uint8Array,
  at: number,
  row: Uint8Array,
  above: Uint8Array,
  stride: number,
  pixel: number,
): void {
  for (let x = 0; x < stride; x++) out[at + x] = row[x + pixel]! - paeth(row[x]!, above[x + pixel]!, above[x]!);
}

/** The same layout with filter 0 throughout: right for flat drawings. */
export function unfilteredRows(data: Uint8Array, stride: number, height: number): Uint8Array {
  const out = new Uint8Array((stride + 1) * height);
  for (let y = 0; y < height; y++) out.set(data.subarray(y * stride, (y + 1) * stride), y * (stride + 1) + 1);
  return out;
}
