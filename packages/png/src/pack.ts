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
  const depth = indexDepth(colors);
  const perByte = 8 / depth;
  const stride = 1 + Math.ceil(width / perByte);
  const out = new Uint8Array(stride * height);
  for (let y = 0, from = 0; y < height; y++) {
    const end = from + width;
    for (let at = y * stride + 1; from < end; at++) {
      let byte = 0;
      for (let shift = 8 - depth; shift >= 0 && from < end; shift -= depth, from++) {
        const index = data[from]!;
        if (index >= colors) throw new RangeError(`data[${from}] is ${index}, but the palette has ${colors} colours`);
        byte |= index << shift;
      }
      out[at] = byte;
    }
  }
  return out;
}
