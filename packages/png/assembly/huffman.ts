/** Huffman codes of limited length; see `src/deflate/huffman.ts`. */

const MOST = 512;
const keys = memory.data(4 * MOST);
const weights = memory.data(4 * MOST);
const counts = memory.data(4 * 17);
const next = memory.data(4 * 17);

/** Writes the code lengths of `symbols` symbols, bytes, from their frequencies of 32 bits. */
export function codeLengths(frequencies: usize, symbols: i32, limit: i32, lengths: usize): void {
  let n = 0;
  for (let symbol = 0; symbol < symbols; symbol++) {
    const frequency = load<u32>(frequencies + 4 * symbol);
    if (frequency > 0) store<u32>(keys + 4 * n++, frequency * 512 + symbol);
  }
  for (let symbol = 0; n < 2; symbol++) {
    if (load<u32>(frequencies + 4 * symbol) === 0) store<u32>(keys + 4 * n++, 512 + symbol);
  }
  sort(n);
  for (let k = 0; k < n; k++) store<u32>(weights + 4 * k, load<u32>(keys + 4 * k) >>> 9);
  depths(n);
  limitDepths(n, limit);
  memory.fill(lengths, 0, symbols);
  let k = 0;
  for (let length = limit; length > 0; length--) {
    for (let left = load<i32>(counts + 4 * length); left > 0; left--) {
      store<u8>(lengths + (load<u32>(keys + 4 * k++) & 511), length);
    }
  }
}

/** Shell's method, with the gaps of Ciura (2001); all keys differ. */
function sort(n: i32): void {
  for (let gap = 132; gap > 0; gap = gap === 132 ? 57 : gap === 57 ? 23 : gap === 23 ? 10 : gap === 10 ? 4 : gap >> 2) {
    for (let i = gap; i < n; i++) {
      const key = load<u32>(keys + 4 * i);
      let j = i;
      for (; j >= gap; j -= gap) {
        const other = load<u32>(keys + 4 * (j - gap));
        if (other < key) break;
        store<u32>(keys + 4 * j, other);
      }
      store<u32>(keys + 4 * j, key);
    }
  }
}

@inline
function weight(i: i32): u32 {
  return load<u32>(weights + 4 * i);
}

@inline
function setWeight(i: i32, value: u32): void {
  store<u32>(weights + 4 * i, value);
}

/** Replaces the ascending weights by depths in the tree. */
function depths(n: i32): void {
  setWeight(0, weight(0) + weight(1));
  for (let root = 0, leaf = 2, node = 1; node < n - 1; node++) {
    let sum: u32 = 0;
    for (let child = 0; child < 2; child++) {
      const fromTree = leaf >= n || ((child === 0 || root < node) && weight(root) < weight(leaf));
      if (fromTree) {
        sum += weight(root);
        setWeight(root++, node);
      } else sum += weight(leaf++);
    }
    setWeight(node, sum);
  }
  setWeight(n - 2, 0);
  for (let node = n - 3; node >= 0; node--) setWeight(node, weight(weight(node)) + 1);
  for (let available = 1, depth = 0, root = n - 2, leaf = n - 1; available > 0; depth++) {
    let used = 0;
    for (; root >= 0 && weight(root) === depth; root--) used++;
    for (; available > used; available--) setWeight(leaf--, depth);
    available = 2 * used;
  }
}

function limitDepths(n: i32, limit: i32): void {
  memory.fill(counts, 0, 4 * 17);
  for (let k = 0; k < n; k++) {
    const place = counts + 4 * min(<i32>weight(k), limit);
    store<i32>(place, load<i32>(place) + 1);
  }
  let total = 0;
  for (let length = 1; length <= limit; length++) total += load<i32>(counts + 4 * length) << (limit - length);
  for (; total > 1 << limit; total--) {
    let length = limit - 1;
    while (load<i32>(counts + 4 * length) === 0) length--;
    store<i32>(counts + 4 * limit, load<i32>(counts + 4 * limit) - 1);
    store<i32>(counts + 4 * length, load<i32>(counts + 4 * length) - 1);
    store<i32>(counts + 4 * (length + 1), load<i32>(counts + 4 * (length + 1)) + 2);
  }
}

/** Writes the codes of the lengths, 16 bits each, reversed. */
export function canonicalCodes(lengths: usize, symbols: i32, codes: usize): void {
  memory.fill(next, 0, 4 * 17);
  for (let symbol = 0; symbol < symbols; symbol++) {
    const length: i32 = load<u8>(lengths + symbol);
    if (length > 0) store<i32>(next + 4 * (length + 1), load<i32>(next + 4 * (length + 1)) + 1);
  }
  for (let length = 1; length < 17; length++) {
    store<i32>(next + 4 * length, (load<i32>(next + 4 * (length - 1)) + load<i32>(next + 4 * length)) << 1);
  }
  for (let symbol = 0; symbol < symbols; symbol++) {
    const length: i32 = load<u8>(lengths + symbol);
    let code = 0;
    if (length > 0) {
      code = load<i32>(next + 4 * length);
      store<i32>(next + 4 * length, code + 1);
    }
    store<u16>(codes + 2 * symbol, reversed(code, length));
  }
}

function reversed(code: i32, length: i32): i32 {
  let result = 0;
  for (let bit = 0; bit < length; bit++) result = (result << 1) | ((code >>> bit) & 1);
  return result;
}
