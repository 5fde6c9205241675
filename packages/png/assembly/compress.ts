/** LZ77 with hash chains and lazy matching, and the stream around it; see `src/deflate/matcher.ts` and `zlib.ts`. */
import * as bits from './bits';
import { begin, endBlock, matchToken, passLiterals, tokens, tokensEnd } from './blocks';
import { MAX_MATCH } from './symbols';

const WINDOW = 1 << 15;
const WINDOW_MASK = WINDOW - 1;
const HASH_BITS = 15;
const SHORTEST = 4;
const RUN = 32;
const GOOD = 8;
const HEADER = 0x78 | (0x01 << 8);

const head = memory.data(4 << HASH_BITS, 16);
const previous = memory.data(4 * WINDOW, 16);

/**
 * Writes a zlib stream and returns its length.
 *
 * @param from the data
 * @param length bytes of it, at least 1
 * @param out room for the data, a thousandth more and 64 bytes
 */
export function compress(
  from: usize,
  length: i32,
  out: usize,
  chain: i32,
  nice: i32,
  lazy: i32,
  weighs: bool,
): i32 {
  bits.begin(out);
  bits.write(HEADER, 16);
  begin(from, length, weighs);
  matchAll(from, length, chain, nice, lazy);
  bits.align();
  const sum = adler32(from, length);
  for (let shift = 24; shift >= 0; shift -= 8) bits.write((sum >>> shift) & 255, 8);
  bits.align();
  return <i32>(bits.at - out);
}

function matchAll(data: usize, size: i32, chain: i32, nice: i32, lazy: i32): void {
  memory.fill(head, 0xff, 4 << HASH_BITS);
  const hashable = size - SHORTEST;
  let at = 0;
  let pending = false;
  let length = 0;
  let distance = 0;
  let next = tokens;
  let unmatched = false;
  while (at < size) {
    if (unmatched) {
      unmatched = false;
      const end = passLiterals();
      for (let k = max(at, end - WINDOW); k < end; k++) if (k <= hashable) insert(data, k);
      if (end > at) {
        at = end;
        pending = false;
        length = 0;
        continue;
      }
    }
    let longest = max(length, SHORTEST - 1);
    let start = -1;
    if (at <= hashable) {
      let candidate = insert(data, at);
      const oldest = max(at - WINDOW + 1, 0);
      const most = min(MAX_MATCH, size - at);
      let tries = length >= lazy ? 0 : length >= GOOD ? chain >> 2 : chain;
      for (; tries > 0 && candidate >= oldest && longest < most; tries--) {
        if (load<u8>(data + candidate + longest) === load<u8>(data + at + longest)) {
          const same = matchLength(data + candidate, data + at, most);
          if (same > longest) {
            longest = same;
            start = candidate;
            if (longest >= nice) break;
          }
        }
        candidate = load<i32>(previous + 4 * (candidate & WINDOW_MASK));
      }
    }
    if (length > 0 && start < 0) {
      store<u32>(next, matchToken(length, distance));
      next += 4;
      const end = at - 1 + length;
      at = distance < length && length >= RUN ? end - SHORTEST : at + 1;
      for (; at < end; at++) if (at <= hashable) insert(data, at);
      pending = false;
      length = 0;
      if (next === tokensEnd) {
        unmatched = endBlock(next, at, false);
        next = tokens;
      }
    } else {
      if (pending) {
        store<u32>(next, load<u8>(data + at - 1));
        next += 4;
        if (next === tokensEnd) {
          unmatched = endBlock(next, at, false);
          next = tokens;
        }
      }
      pending = true;
      length = start < 0 ? 0 : longest;
      distance = at - start;
      at++;
    }
  }
  if (pending) {
    store<u32>(next, load<u8>(data + size - 1));
    next += 4;
    if (next === tokensEnd) {
      endBlock(next, size, false);
      next = tokens;
    }
  }
  endBlock(next, size, true);
}

@inline
function insert(data: usize, at: i32): i32 {
  const slot = head + 4 * ((load<u32>(data + at) * 0x9e3779b1) >>> (32 - HASH_BITS));
  const last = load<i32>(slot);
  store<i32>(previous + 4 * (at & WINDOW_MASK), last);
  store<i32>(slot, at);
  return last;
}

@inline
function matchLength(a: usize, b: usize, most: i32): i32 {
  let same = 0;
  while (same + 8 <= most) {
    const other = load<u64>(a + same) ^ load<u64>(b + same);
    if (other !== 0) return same + <i32>(ctz(other) >> 3);
    same += 8;
  }
  while (same < most && load<u8>(a + same) === load<u8>(b + same)) same++;
  return same;
}

function adler32(data: usize, length: i32): u32 {
  let a: u32 = 1;
  let b: u32 = 0;
  for (let from = 0; from < length; ) {
    const end = min(from + 3800, length);
    for (; from < end; from++) {
      a += load<u8>(data + from);
      b += a;
    }
    a %= 65521;
    b %= 65521;
  }
  return (b << 16) | a;
}
