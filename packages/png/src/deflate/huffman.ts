/**
 * Huffman codes of limited length. The lengths are optimal where the limit leaves them alone (the in-place method of
 * Moffat and Katajainen, 1995); where it does not, codes are lengthened from the rarest symbol on until they fit again.
 * Symbols of equal frequency are taken in their order, so that the code is a function of the frequencies.
 */

/**
 * The code lengths of the symbols, 0 for those that do not occur. There are always two codes at least, since some
 * readers want a complete code.
 *
 * @param frequencies up to 512 of them, their sum below 2^22
 */
export function codeLengths(frequencies: Uint32Array, limit: number): Uint8Array {
  const keys: number[] = [];
  for (let symbol = 0; symbol < frequencies.length; symbol++) {
    if (frequencies[symbol]! > 0) keys.push(frequencies[symbol]! * 512 + symbol);
  }
  for (let symbol = 0; keys.length < 2; symbol++) if (frequencies[symbol] === 0) keys.push(512 + symbol);
  const order = Uint32Array.from(keys).sort();
  const counts = limited(depths(order.map((key) => key >>> 9)), limit);
  const lengths = new Uint8Array(frequencies.length);
  let next = 0;
  for (let length = limit; length > 0; length--) {
    for (let n = counts[length]!; n > 0; n--) lengths[order[next++]! & 511] = length;
  }
  return lengths;
}

/** Replaces ascending weights, two at least, by their depths in the Huffman tree. */
function depths(a: Uint32Array): Uint32Array {
  const n = a.length;
  a[0]! += a[1]!;
  // Internal nodes from the front, each then replaced by the index of its parent; leaves are taken in order.
  for (let root = 0, leaf = 2, next = 1; next < n - 1; next++) {
    const fromTree = () => {
      const weight = a[root]!;
      a[root++] = next;
      return weight;
    };
    const first = leaf >= n || a[root]! < a[leaf]! ? fromTree() : a[leaf++]!;
    const second = leaf >= n || (root < next && a[root]! < a[leaf]!) ? fromTree() : a[leaf++]!;
    a[next] = first + second;
  }
  a[n - 2] = 0;
  for (let node = n - 3; node >= 0; node--) a[node] = a[a[node]!]! + 1;
  // Depths of the internal nodes to depths of the leaves, the rarest first.
  for (let available = 1, depth = 0, root = n - 2, leaf = n - 1; available > 0; depth++) {
    let used = 0;
    for (; root >= 0 && a[root] === depth; root--) used++;
    for (; available > used; available--) a[leaf--] = depth;
    available = 2 * used;
  }
  return a;
}

/** How many codes have each length, none of them above `limit`, with the sum of 2^-length still 1. */
function limited(lengths: Uint32Array, limit: number): Uint32Array {
  const counts = new Uint32Array(limit + 1);
  for (const length of lengths) counts[Math.min(length, limit)]!++;
  let total = 0;
  for (let length = 1; length <= limit; length++) total += counts[length]! << (limit - length);
  for (; total > 1 << limit; total--) {
    // One code of the longest moves up beside the longest of the others.
    let length = limit - 1;
    while (counts[length] === 0) length--;
    counts[limit]!--;
    counts[length]!--;
    counts[length + 1]! += 2;
  }
  return counts;
}

/** The canonical codes of the lengths (RFC 1951, 3.2.2), their bits in the order in which they are written. */
export function canonicalCodes(lengths: Uint8Array): Uint16Array {
  const next = new Uint16Array(17);
  for (const length of lengths) if (length > 0) next[length + 1]!++;
  for (let length = 1; length < 17; length++) next[length] = (next[length - 1]! + next[length]!) << 1;
  const codes = new Uint16Array(lengths.length);
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const length = lengths[symbol]!;
    if (length > 0) codes[symbol] = reversed(next[length]!++, length);
  }
  return codes;
}

function reversed(code: number, length: number): number {
  let result = 0;
  for (let bit = 0; bit < length; bit++) result = (result << 1) | ((code >>> bit) & 1);
  return result;
}
