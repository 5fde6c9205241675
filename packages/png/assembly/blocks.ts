/** Blocks of deflate; see `src/deflate/block-writer.ts`. */
import * as bits from './bits';
import {
  DISTANCE_SYMBOLS,
  distanceBaseOf,
  distanceExtraOf,
  distanceSymbol,
  END_OF_BLOCK,
  LITERAL_SYMBOLS,
  lengthBaseOf,
  lengthExtraOf,
  lengthIndex,
} from './symbols';
import {
  codedBits,
  distanceCode,
  distanceLength,
  fixedTables,
  literalCode,
  literalLength,
  makeFixedTables,
  makeTables,
  TABLES_SIZE,
  writeDescription,
} from './tables';

const STORED = 0;
const FIXED = 1;
const OWN = 2;
const BLOCK_TOKENS = 1 << 14;
const MAX_STORED = 0xffff;
const DISTANCE_BITS = 16;
const SEEN = 1 << 15;
const BLOCK_LITERALS = 1 << 15;
const UNMATCHED = 4;
const ALIKE: f64 = 1 / 8;
const MATCHED = 16;

export const tokens = memory.data(4 * BLOCK_TOKENS, 16);
export const tokensEnd = tokens + 4 * BLOCK_TOKENS;
const literals = memory.data(4 * LITERAL_SYMBOLS, 16);
const distances = memory.data(4 * DISTANCE_SYMBOLS, 16);
const bytes = memory.data(4 * LITERAL_SYMBOLS, 16);
/** Counts of every other byte or token: one that comes twice in a row would have to wait for itself. */
const others = memory.data(4 * LITERAL_SYMBOLS, 16);
/** Of the codes that are being written: the code, and its length above 16 bits. */
const codes = memory.data(4 * 288, 16);
const noDistances = memory.data(4 * DISTANCE_SYMBOLS, 16);
const own = memory.data(TABLES_SIZE, 16);
const plain = memory.data(TABLES_SIZE, 16);

let data: usize = 0;
let size: i32 = 0;
let weighs = false;
let tokenCount = 0;
let written = 0;
let taken = 0;
let density: f64 = 0;

export function begin(from: usize, length: i32, weighing: bool): void {
  data = from;
  size = length;
  weighs = weighing;
  tokenCount = written = taken = 0;
  density = 0;
  memory.fill(literals, 0, 4 * LITERAL_SYMBOLS);
  memory.fill(distances, 0, 4 * DISTANCE_SYMBOLS);
  makeFixedTables();
}

@inline
function tally(counts: usize, symbol: i32): void {
  const place = counts + 4 * symbol;
  store<u32>(place, load<u32>(place) + 1);
}

@inline
export function matchToken(length: i32, distance: i32): u32 {
  return (length << DISTANCE_BITS) | distance;
}

/** Writes the tokens before `end`, which come to the data before `position`; returns whether matches did not pay. */
export function endBlock(end: usize, position: i32, last: bool): bool {
  tokenCount = <i32>((end - tokens) >> 2);
  taken = position;
  for (let at = tokens; at < end; at += 4) {
    const token = load<u32>(at);
    const length = <i32>(token >>> DISTANCE_BITS);
    if (length === 0) tally(at & 4 ? others : literals, token);
    else {
      tally(literals, END_OF_BLOCK + 1 + lengthIndex(length));
      tally(distances, distanceSymbol(<i32>(token & ((1 << DISTANCE_BITS) - 1))));
    }
  }
  addOthers(literals);
  writeBlock(last);
  return density > 0;
}

/** Adds the other half of the counts of literals. */
function addOthers(counts: usize): void {
  for (let at = 0; at < 4 * 256; at += 16) {
    v128.store(counts + at, i32x4.add(v128.load(counts + at), v128.load(others + at)));
    v128.store(others + at, i32x4.splat(0));
  }
}

export function passLiterals(): i32 {
  const before = density;
  density = 0;
  for (let n = 0; n < UNMATCHED && size - taken >= BLOCK_LITERALS; n++) {
    const plainSize = makeLiteralTables(taken, taken + BLOCK_LITERALS);
    if (abs(<f64>plainSize / BLOCK_LITERALS - before) > before * ALIKE) break;
    taken += BLOCK_LITERALS;
    writeLiterals(false, plainSize);
    written = taken;
  }
  return taken;
}

function writeBlock(last: bool): void {
  store<u32>(literals + 4 * END_OF_BLOCK, 1);
  const ownSize = makeTables(own, literals, distances) + codedBits(own, literals, distances);
  const fixedSize = codedBits(fixedTables, literals, distances);
  const coded = min(ownSize, fixedSize);
  const length = taken - written;
  const plainSize = weighs && length < MATCHED * tokenCount ? makeLiteralTables(written, taken) : i32.MAX_VALUE;
  const better = plainSize <= coded;
  density = better && taken >= SEEN ? <f64>plainSize / length : 0;
  if (better) writeLiterals(last, plainSize);
  else if (<i64>length * 8 + 32 <= coded) writeStored(last);
  else if (fixedSize <= ownSize) writeCoded(last, FIXED, fixedTables);
  else writeCoded(last, OWN, own);
  written = taken;
  tokenCount = 0;
  memory.fill(literals, 0, 4 * LITERAL_SYMBOLS);
  memory.fill(distances, 0, 4 * DISTANCE_SYMBOLS);
}

/** Counts the bytes, makes the codes for them, and returns the bits that a block of them takes. */
function makeLiteralTables(from: i32, to: i32): i32 {
  memory.fill(bytes, 0, 4 * LITERAL_SYMBOLS);
  for (let at = data + from, end = data + to - 1; at < end; at += 2) {
    tally(bytes, load<u8>(at));
    tally(others, load<u8>(at + 1));
  }
  if ((to - from) & 1) tally(bytes, load<u8>(data + to - 1));
  addOthers(bytes);
  store<u32>(bytes + 4 * END_OF_BLOCK, 1);
  return makeTables(plain, bytes, noDistances) + codedBits(plain, bytes, noDistances);
}

function writeLiterals(last: bool, plainSize: i32): void {
  if (<i64>(taken - written) * 8 + 32 <= plainSize) {
    writeStored(last);
    return;
  }
  bits.write(last ? 1 : 0, 1);
  bits.write(OWN, 2);
  writeDescription(plain);
  gatherCodes(plain);
  let at = bits.at;
  let hold = bits.hold;
  let count: u64 = bits.count;
  let k = data + written;
  const end = data + taken;
  // Three codes of 15 bits fit beside the 7 that may be waiting. What is stored too much is written over.
  for (const threes = end - 2; k < threes; k += 3) {
    const a = codeOf(load<u8>(k));
    const b = codeOf(load<u8>(k + 1));
    const c = codeOf(load<u8>(k + 2));
    hold |= (a & 0xffff) << count;
    count += a >> 16;
    hold |= (b & 0xffff) << count;
    count += b >> 16;
    hold |= (c & 0xffff) << count;
    count += c >> 16;
    store<u64>(at, hold);
    at += <usize>(count >> 3);
    hold >>= count & ~7;
    count &= 7;
  }
  for (; k < end; k++) {
    const code = codeOf(load<u8>(k));
    hold |= (code & 0xffff) << count;
    count += code >> 16;
  }
  bits.resume(at, hold, <i32>count);
  bits.write(literalCode(plain, END_OF_BLOCK), literalLength(plain, END_OF_BLOCK));
}

function writeStored(last: bool): void {
  let from = written;
  do {
    const to = min(from + MAX_STORED, taken);
    bits.write(last && to === taken ? 1 : 0, 1);
    bits.write(STORED, 2);
    bits.align();
    bits.write(to - from, 16);
    bits.write(~(to - from) & 0xffff, 16);
    bits.align();
    bits.append(data + from, to - from);
    from = to;
  } while (from < taken);
}

function writeCoded(last: bool, type: i32, tables: usize): void {
  bits.write(last ? 1 : 0, 1);
  bits.write(type, 2);
  if (type === OWN) writeDescription(tables);
  gatherCodes(tables);
  let at = bits.at;
  let hold = bits.hold;
  let count: u64 = bits.count;
  for (let i = tokens, end = tokens + 4 * tokenCount; i < end; i += 4) {
    const token = load<u32>(i);
    const length = <i32>(token >>> DISTANCE_BITS);
    if (length === 0) {
      const code = codeOf(token);
      hold |= (code & 0xffff) << count;
      count += code >> 16;
    } else {
      // A length takes 20 bits at most and a distance 28, which fit beside the 7 that may be waiting.
      const l = lengthIndex(length);
      const code = codeOf(END_OF_BLOCK + 1 + l);
      hold |= (code & 0xffff) << count;
      count += code >> 16;
      hold |= (<u64>(length - lengthBaseOf(l))) << count;
      count += lengthExtraOf(l);
      const distance = <i32>(token & ((1 << DISTANCE_BITS) - 1));
      const d = distanceSymbol(distance);
      hold |= (<u64>distanceCode(tables, d)) << count;
      count += distanceLength(tables, d);
      hold |= (<u64>(distance - distanceBaseOf(d))) << count;
      count += distanceExtraOf(d);
    }
    store<u64>(at, hold);
    at += <usize>(count >> 3);
    hold >>= count & ~7;
    count &= 7;
  }
  bits.resume(at, hold, <i32>count);
  bits.write(literalCode(tables, END_OF_BLOCK), literalLength(tables, END_OF_BLOCK));
}

@inline
function codeOf(symbol: u32): u64 {
  return load<u32>(codes + 4 * symbol);
}

function gatherCodes(tables: usize): void {
  for (let symbol = 0; symbol < 288; symbol++) {
    store<u32>(codes + 4 * symbol, literalCode(tables, symbol) | (literalLength(tables, symbol) << 16));
  }
}
