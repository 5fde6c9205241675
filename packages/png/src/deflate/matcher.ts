/**
 * LZ77 with hash chains and lazy matching, as in zlib: each position is chained to the last one with the same four
 * bytes, and a match gives way to a longer one that starts a byte later.
 */
import type { BlockWriter } from './block-writer.ts';
import type { Effort } from './effort.ts';
import { MAX_MATCH } from './symbols.ts';

const WINDOW = 1 << 15;
const WINDOW_MASK = WINDOW - 1;
const HASH_BITS = 15;
/** The shortest match that is looked for. With three bytes, photographs and noise grew by 2 to 4 % and took 1.8 times as long. */
const SHORTEST = 4;
/** Positions of a call of the inner loop. */
const SPAN = 1 << 12;
/** A run: a match of at least so many bytes that overlaps itself. */
const RUN = 32;
/** A match of this length leaves only a quarter of the tries to a longer one. */
const GOOD = 8;

/** Writes all of `data` as literals and matches. */
export function matchAll(data: Uint8Array, effort: Effort, out: BlockWriter): void {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const head = new Int32Array(1 << HASH_BITS).fill(-1);
  const previous = new Int32Array(WINDOW);
  const state = new Int32Array(4);
  // Of nothing first, as in the choice of filters.
  matchSpan(data, view, head, previous, effort, out, state, 0);
  while (state[0]! < data.length) {
    matchSpan(data, view, head, previous, effort, out, state, Math.min(state[0]! + SPAN, data.length));
  }
  if (state[1]) out.literal(data[data.length - 1]!);
}

/**
 * Goes on until `to`. In short calls, which the engine makes better code for than for one long loop that it has to replace
 * while it runs, picture after picture.
 *
 * @param state where to go on, whether the byte before is still to be written, and the match that starts there
 */
function matchSpan(
  data: Uint8Array,
  view: DataView,
  head: Int32Array,
  previous: Int32Array,
  effort: Effort,
  out: BlockWriter,
  state: Int32Array,
  to: number,
): void {
  const hashable = data.length - SHORTEST;
  let at = state[0]!;
  let pending = state[1]! !== 0;
  let length = state[2]!;
  let distance = state[3]!;
  while (at < to) {
    if (out.unmatched) {
      const end = out.passLiterals();
      // What the next matches may reach.
      for (let k = Math.max(at, end - WINDOW); k < end; k++) if (k <= hashable) insert(view, head, previous, k);
      if (end > at) {
        at = end;
        pending = false;
        length = 0;
        continue;
      }
    }
    let longest = Math.max(length, SHORTEST - 1);
    let start = -1;
    if (at <= hashable) {
      let candidate = insert(view, head, previous, at);
      const oldest = Math.max(at - WINDOW + 1, 0);
      const most = Math.min(MAX_MATCH, data.length - at);
      let tries = length >= effort.lazy ? 0 : length >= GOOD ? effort.chain >> 2 : effort.chain;
      for (; tries > 0 && candidate >= oldest && longest < most; tries--) {
        if (data[candidate + longest] === data[at + longest]) {
          const same = matchLength(data, view, candidate, at, most);
          if (same > longest) {
            longest = same;
            start = candidate;
            if (longest >= effort.nice) break;
          }
        }
        candidate = previous[candidate & WINDOW_MASK]!;
      }
    }
    if (length > 0 && start < 0) {
      out.match(length, distance);
      const end = at - 1 + length;
      // Inside a run only its end is chained: that halves the time of flat drawings, and no picture grew by it but those
      // that are nothing but a gradient.
      at = distance < length && length >= RUN ? end - SHORTEST : at + 1;
      for (; at < end; at++) if (at <= hashable) insert(view, head, previous, at);
      pending = false;
      length = 0;
    } else {
      if (pending) out.literal(data[at - 1]!);
      pending = true;
      length = start < 0 ? 0 : longest;
      distance = at - start;
      at++;
    }
  }
  state[0] = at;
  state[1] = pending ? 1 : 0;
  state[2] = length;
  state[3] = distance;
}

/** Chains a position and returns the one before it, -1 for none. */
function insert(view: DataView, head: Int32Array, previous: Int32Array, at: number): number {
  const slot = Math.imul(view.getInt32(at, true), 0x9e3779b1) >>> (32 - HASH_BITS);
  const last = head[slot]!;
  previous[at & WINDOW_MASK] = last;
  head[slot] = at;
  return last;
}

/** How many bytes at `a` and `b` are the same, `most` at most. */
function matchLength(data: Uint8Array, view: DataView, a: number, b: number, most: number): number {
  let same = 0;
  while (same + 4 <= most && view.getInt32(a + same) === view.getInt32(b + same)) same += 4;
  while (same < most && data[a + same] === data[b + same]) same++;
  return same;
}
