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

const tokens = memory.data(4 * BLOCK_TOKENS, 16);
const literals = memory.data(4 * LITERAL_SYMBOLS, 16);
const distances = memory.data(4 * DISTANCE_SYMBOLS, 16);
const bytes = memory.data(4 * LITERAL_SYMBOLS, 16);
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
export function unmatched(): bool {
  return density > 0 && tokenCount === 0;
}

@inline
function tally(counts: usize, symbol: i32): void {
  const place = counts + 4 * symbol;
  store<u32>(place, load<u32>(place) + 1);
}

@inline
export function literal(byte: i32): void {
  store<u32>(tokens + 4 * tokenCount++, byte);
  tally(literals, byte);
  taken++;
  if (tokenCount === BLOCK_TOKENS) writeBlock(false);
}

@inline
export function match(length: i32, distance: i32): void {
  store<u32>(tokens + 4 * tokenCount++, (length << DISTANCE_BITS) | distance);
  tally(literals, END_OF_BLOCK + 1 + lengthIndex(length));
  tally(distances, distanceSymbol(distance));
  taken += length;
  if (tokenCount === BLOCK_TOKENS) writeBlock(false);
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

export function finish(): void {
  writeBlock(true);
}

export function writeBlock(last: bool): void {
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
  for (let at = from; at < to; at++) tally(bytes, load<u8>(data + at));
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
  let at = bits.at;
  let hold = bits.hold;
  let count = bits.count;
  for (let k = data + written, end = data + taken; k < end; k++) {
    const byte: i32 = load<u8>(k);
    hold |= (<u64>literalCode(plain, byte)) << count;
    count += literalLength(plain, byte);
    if (count < 32) continue;
    store<u32>(at, <u32>hold);
    at += 4;
    hold >>= 32;
    count -= 32;
  }
  bits.resume(at, hold, count);
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
  let at = bits.at;
  let hold = bits.hold;
  let count = bits.count;
  for (let i = 0; i < tokenCount; i++) {
    const token = load<u32>(tokens + 4 * i);
    const length = <i32>(token >>> DISTANCE_BITS);
    if (length === 0) {
      hold |= (<u64>literalCode(tables, token)) << count;
      count += literalLength(tables, token);
    } else {
      // A length takes 20 bits at most, which fit beside the 31 that may be waiting; so do the 28 of a distance.
      const l = lengthIndex(length);
      const symbol = END_OF_BLOCK + 1 + l;
      hold |= (<u64>literalCode(tables, symbol)) << count;
      count += literalLength(tables, symbol);
      hold |= (<u64>(length - lengthBaseOf(l))) << count;
      count += lengthExtraOf(l);
      if (count >= 32) {
        store<u32>(at, <u32>hold);
        at += 4;
        hold >>= 32;
        count -= 32;
      }
      const distance = <i32>(token & ((1 << DISTANCE_BITS) - 1));
      const d = distanceSymbol(distance);
      hold |= (<u64>distanceCode(tables, d)) << count;
      count += distanceLength(tables, d);
      hold |= (<u64>(distance - distanceBaseOf(d))) << count;
      count += distanceExtraOf(d);
    }
    if (count < 32) continue;
    store<u32>(at, <u32>hold);
    at += 4;
    hold >>= 32;
    count -= 32;
  }
  bits.resume(at, hold, count);
  bits.write(literalCode(tables, END_OF_BLOCK), literalLength(tables, END_OF_BLOCK));
}
