/** Samples as both formats store them. */

/** Plain or, with `deltas`, as steps from the one before; `offset` is taken off those that are not signed. */
export function readPcm(bytes: Uint8Array, bits: 8 | 16, { deltas = false, offset = 0 } = {}): Int16Array {
  const width = bits / 8;
  const pcm = new Int16Array(Math.floor(bytes.length / width));
  let previous = 0;
  for (let i = 0; i < pcm.length; i++) {
    const stored = bits === 16 ? bytes[2 * i]! | (bytes[2 * i + 1]! << 8) : bytes[i]! << 8;
    const value = deltas ? previous + stored : stored - offset;
    // The array wraps what is out of range, as the formats mean it.
    pcm[i] = value;
    previous = pcm[i]!;
  }
  return pcm;
}
