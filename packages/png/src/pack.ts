/** Rows of palette indices as PNG stores them: unfiltered, several pixels in a byte where there are few colours. */

/** Bits per index for so many colours (clause 11.2.1). */
export function indexDepth(colors: number): 1 | 2 | 4 | 8 {
  return colors <= 2 ? 1 : colors <= 4 ? 2 : colors <= 16 ? 4 : 8;
}

/**
 * Per row a zero byte, which names filter 0 (differences of indices mean nothing, clause 12.7), and then the indices, the
 * leftmost in the highest bits (clause 7.2).
 *
 * @throws RangeError for an index that is not below `colors`
 */
export function packedRows(data: Uint8Array, width: number, height: number, colors: number): Uint8Array {
  checkIndices(data, colors);
  const depth = indexDepth(colors);
  const perByte = 8 / depth;
  const stride = 1 + Math.ceil(width / perByte);
  const out = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const row = out.subarray(y * stride + 1, (y + 1) * stride);
    const pixels = data.subarray(y * width, (y + 1) * width);
    if (depth === 8) row.set(pixels);
    else if (depth === 4) packPairs(pixels, row);
    else packMany(pixels, row, depth);
  }
  return out;
}

function checkIndices(data: Uint8Array, colors: number): void {
  let largest = 0;
  for (let i = 0; i < data.length; i++) largest = Math.max(largest, data[i]!);
  if (largest < colors) return;
  const at = data.findIndex((index) => index >= colors);
  throw new RangeError(`data[${at}] is ${data[at]}, but the palette has ${colors} colours`);
}

function packPairs(pixels: Uint8Array, row: Uint8Array): void {
  for (let at = 0; at < row.length; at++) {
    const last = 2 * at + 1 < pixels.length ? pixels[2 * at + 1]! : 0;
    row[at] = (pixels[2 * at]! << 4) | last;
  }
}

function packMany(pixels: Uint8Array, row: Uint8Array, depth: number): void {
  for (let from = 0, at = 0; from < pixels.length; at++) {
    let byte = 0;
    for (let shift = 8 - depth; shift >= 0 && from < pixels.length; shift -= depth, from++) {
      byte |= pixels[from]! << shift;
    }
    row[at] = byte;
  }
}
