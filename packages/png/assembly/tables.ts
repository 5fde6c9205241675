/** The two codes of a block, and how they are described in front of it; see `src/deflate/code-tables.ts`. */
import { write } from './bits';
import { canonicalCodes, codeLengths } from './huffman';
import {
  DISTANCE_SYMBOLS,
  distanceExtraOf,
  END_OF_BLOCK,
  LENGTHS,
  LITERAL_SYMBOLS,
  lengthExtraOf,
} from './symbols';

const LONGEST_CODE = 15;
const LONGEST_LENGTH_CODE = 7;
const LENGTH_SYMBOLS = 19;
const REPEAT = 16;
const ZEROS = 17;
const MORE_ZEROS = 18;
const order = memory.data<u8>([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]);
const frequencies = memory.data(4 * LENGTH_SYMBOLS);

// Of tables, in bytes from where they begin. Fixed codes have two more literals that never occur.
const LITERAL_LENGTHS = 0;
const DISTANCE_LENGTHS = 288;
const LITERAL_CODES = 320;
const DISTANCE_CODES = LITERAL_CODES + 2 * 288;
const LENGTH_LENGTHS = DISTANCE_CODES + 2 * 30;
const LENGTH_CODES = LENGTH_LENGTHS + 20;
/** Symbols of the code in which code lengths are written, and the values of the bits after them. */
const RUNS = LENGTH_CODES + 2 * 20;
const EXTRAS = RUNS + 320;
const LITERAL_COUNT = EXTRAS + 320;
const DISTANCE_COUNT = LITERAL_COUNT + 4;
const ORDER_COUNT = LITERAL_COUNT + 8;
const RUN_COUNT = LITERAL_COUNT + 12;
export const TABLES_SIZE = LITERAL_COUNT + 16;

export const fixedTables = memory.data(TABLES_SIZE, 16);
let fixedAreMade = false;

export function makeFixedTables(): void {
  if (fixedAreMade) return;
  fixedAreMade = true;
  const lengths = fixedTables + LITERAL_LENGTHS;
  memory.fill(lengths, 8, 144);
  memory.fill(lengths + 144, 9, 112);
  memory.fill(lengths + 256, 7, 24);
  memory.fill(lengths + 280, 8, 8);
  memory.fill(fixedTables + DISTANCE_LENGTHS, 5, DISTANCE_SYMBOLS);
  canonicalCodes(lengths, 288, fixedTables + LITERAL_CODES);
  canonicalCodes(fixedTables + DISTANCE_LENGTHS, DISTANCE_SYMBOLS, fixedTables + DISTANCE_CODES);
}

@inline
export function literalLength(tables: usize, symbol: i32): i32 {
  return load<u8>(tables + LITERAL_LENGTHS + symbol);
}

@inline
export function literalCode(tables: usize, symbol: i32): u32 {
  return load<u16>(tables + LITERAL_CODES + 2 * symbol);
}

@inline
export function distanceLength(tables: usize, symbol: i32): i32 {
  return load<u8>(tables + DISTANCE_LENGTHS + symbol);
}

@inline
export function distanceCode(tables: usize, symbol: i32): u32 {
  return load<u16>(tables + DISTANCE_CODES + 2 * symbol);
}

/** Makes the best codes for these frequencies; returns the bits of their description. */
export function makeTables(tables: usize, literals: usize, distances: usize): i32 {
  codeLengths(literals, LITERAL_SYMBOLS, LONGEST_CODE, tables + LITERAL_LENGTHS);
  codeLengths(distances, DISTANCE_SYMBOLS, LONGEST_CODE, tables + DISTANCE_LENGTHS);
  canonicalCodes(tables + LITERAL_LENGTHS, LITERAL_SYMBOLS, tables + LITERAL_CODES);
  canonicalCodes(tables + DISTANCE_LENGTHS, DISTANCE_SYMBOLS, tables + DISTANCE_CODES);
  const literalCount = used(tables + LITERAL_LENGTHS, LITERAL_SYMBOLS, END_OF_BLOCK + 1);
  const distanceCount = used(tables + DISTANCE_LENGTHS, DISTANCE_SYMBOLS, 1);
  store<i32>(tables + LITERAL_COUNT, literalCount);
  store<i32>(tables + DISTANCE_COUNT, distanceCount);
  const runs = findRuns(tables, literalCount, distanceCount);
  memory.fill(frequencies, 0, 4 * LENGTH_SYMBOLS);
  for (let k = 0; k < runs; k++) {
    const place = frequencies + 4 * <usize>load<u8>(tables + RUNS + k);
    store<u32>(place, load<u32>(place) + 1);
  }
  codeLengths(frequencies, LENGTH_SYMBOLS, LONGEST_LENGTH_CODE, tables + LENGTH_LENGTHS);
  canonicalCodes(tables + LENGTH_LENGTHS, LENGTH_SYMBOLS, tables + LENGTH_CODES);
  let orderCount = LENGTH_SYMBOLS;
  while (orderCount > 4 && lengthLength(tables, load<u8>(order + orderCount - 1)) === 0) orderCount--;
  store<i32>(tables + ORDER_COUNT, orderCount);
  let bits = 14 + 3 * orderCount;
  for (let k = 0; k < runs; k++) {
    const symbol: i32 = load<u8>(tables + RUNS + k);
    bits += lengthLength(tables, symbol) + extraBits(symbol);
  }
  return bits;
}

export function writeDescription(tables: usize): void {
  const literalCount = load<i32>(tables + LITERAL_COUNT);
  const distanceCount = load<i32>(tables + DISTANCE_COUNT);
  const orderCount = load<i32>(tables + ORDER_COUNT);
  const runs = load<i32>(tables + RUN_COUNT);
  write(literalCount - 257, 5);
  write(distanceCount - 1, 5);
  write(orderCount - 4, 4);
  for (let k = 0; k < orderCount; k++) write(lengthLength(tables, load<u8>(order + k)), 3);
  for (let k = 0; k < runs; k++) {
    const symbol: i32 = load<u8>(tables + RUNS + k);
    write(load<u16>(tables + LENGTH_CODES + 2 * symbol), lengthLength(tables, symbol));
    write(load<u8>(tables + EXTRAS + k), extraBits(symbol));
  }
}

/** Bits of a block after its description. */
export function codedBits(tables: usize, literals: usize, distances: usize): i32 {
  let bits = 0;
  for (let i = 0; i < LITERAL_SYMBOLS; i++) bits += load<i32>(literals + 4 * i) * literalLength(tables, i);
  for (let i = 0; i < LENGTHS; i++) bits += load<i32>(literals + 4 * (END_OF_BLOCK + 1 + i)) * lengthExtraOf(i);
  for (let i = 0; i < DISTANCE_SYMBOLS; i++) {
    bits += load<i32>(distances + 4 * i) * (distanceLength(tables, i) + distanceExtraOf(i));
  }
  return bits;
}

function lengthLength(tables: usize, symbol: i32): i32 {
  return load<u8>(tables + LENGTH_LENGTHS + symbol);
}

function extraBits(symbol: i32): i32 {
  return symbol === REPEAT ? 2 : symbol === ZEROS ? 3 : symbol === MORE_ZEROS ? 7 : 0;
}

/** How many lengths there are without the zeros at the end, but `least` of them. */
function used(lengths: usize, count: i32, least: i32): i32 {
  while (count > least && load<u8>(lengths + count - 1) === 0) count--;
  return count;
}

function findRuns(tables: usize, literalCount: i32, distanceCount: i32): i32 {
  store<i32>(tables + RUN_COUNT, 0);
  const total = literalCount + distanceCount;
  for (let from = 0, to = 0; from < total; from = to) {
    const length = lengthAt(tables, from, literalCount);
    while (to < total && lengthAt(tables, to, literalCount) === length) to++;
    let left = to - from;
    if (length === 0) {
      while (left >= 11) {
        const zeros = min(left, 138);
        addRun(tables, MORE_ZEROS, zeros - 11);
        left -= zeros;
      }
      if (left >= 3) {
        addRun(tables, ZEROS, left - 3);
        left = 0;
      }
    } else {
      addRun(tables, length, 0);
      left--;
      while (left >= 3) {
        const again = min(left, 6);
        addRun(tables, REPEAT, again - 3);
        left -= again;
      }
    }
    for (; left > 0; left--) addRun(tables, length, 0);
  }
  return load<i32>(tables + RUN_COUNT);
}

function lengthAt(tables: usize, k: i32, literalCount: i32): i32 {
  return k < literalCount ? literalLength(tables, k) : distanceLength(tables, k - literalCount);
}

function addRun(tables: usize, symbol: i32, extra: i32): void {
  const count = load<i32>(tables + RUN_COUNT);
  store<u8>(tables + RUNS + count, symbol);
  store<u8>(tables + EXTRAS + count, extra);
  store<i32>(tables + RUN_COUNT, count + 1);
}
