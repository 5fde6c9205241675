/** The two codes of a block, and how they are described in front of it (RFC 1951, 3.2.6 and 3.2.7). */
import type { BitWriter } from './bit-writer.ts';
import { canonicalCodes, codeLengths } from './huffman.ts';
import { DISTANCE_SYMBOLS, END_OF_BLOCK } from './symbols.ts';

export interface CodeTables {
  readonly literalLengths: Uint8Array;
  readonly literalCodes: Uint16Array;
  readonly distanceLengths: Uint8Array;
  readonly distanceCodes: Uint16Array;
  readonly headerBits: number;
  writeHeader(bits: BitWriter): void;
}

const LONGEST_CODE = 15;
/** Of the code in which code lengths are written. */
const LONGEST_LENGTH_CODE = 7;
/** The order in which the lengths of that code stand. */
const LENGTH_CODE_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
/** Symbols of that code which stand for several lengths: the last one again, and zeros. */
const [REPEAT, ZEROS, MORE_ZEROS] = [16, 17, 18];
const EXTRA_BITS: Readonly<Record<number, number>> = { [REPEAT]: 2, [ZEROS]: 3, [MORE_ZEROS]: 7 };

/** The codes that need no description. */
export const FIXED_TABLES: CodeTables = /* @__PURE__ */ (() => {
  const literalLengths = new Uint8Array(288).fill(8, 0, 144).fill(9, 144, 256).fill(7, 256, 280).fill(8, 280);
  const distanceLengths = new Uint8Array(DISTANCE_SYMBOLS).fill(5);
  return tables(literalLengths, distanceLengths, 0, () => {});
})();

/** The best codes for these frequencies. */
export function ownTables(literals: Uint32Array, distances: Uint32Array): CodeTables {
  const literalLengths = codeLengths(literals, LONGEST_CODE);
  const distanceLengths = codeLengths(distances, LONGEST_CODE);
  const literalCount = used(literalLengths, END_OF_BLOCK + 1);
  const distanceCount = used(distanceLengths, 1);
  const runs = runLengths([...literalLengths.subarray(0, literalCount), ...distanceLengths.subarray(0, distanceCount)]);
  const frequencies = new Uint32Array(LENGTH_CODE_ORDER.length);
  for (const { symbol } of runs) frequencies[symbol]!++;
  const lengths = codeLengths(frequencies, LONGEST_LENGTH_CODE);
  const codes = canonicalCodes(lengths);
  let orderCount = LENGTH_CODE_ORDER.length;
  while (orderCount > 4 && lengths[LENGTH_CODE_ORDER[orderCount - 1]!] === 0) orderCount--;
  const runBits = runs.reduce((sum, { symbol }) => sum + lengths[symbol]! + (EXTRA_BITS[symbol] ?? 0), 0);
  return tables(literalLengths, distanceLengths, 14 + 3 * orderCount + runBits, (bits) => {
    bits.write(literalCount - 257, 5);
    bits.write(distanceCount - 1, 5);
    bits.write(orderCount - 4, 4);
    for (const symbol of LENGTH_CODE_ORDER.slice(0, orderCount)) bits.write(lengths[symbol]!, 3);
    for (const { symbol, extra } of runs) {
      bits.write(codes[symbol]!, lengths[symbol]!);
      bits.write(extra, EXTRA_BITS[symbol] ?? 0);
    }
  });
}

function tables(
  literalLengths: Uint8Array,
  distanceLengths: Uint8Array,
  headerBits: number,
  writeHeader: (bits: BitWriter) => void,
): CodeTables {
  const literalCodes = canonicalCodes(literalLengths);
  const distanceCodes = canonicalCodes(distanceLengths);
  return { literalLengths, literalCodes, distanceLengths, distanceCodes, headerBits, writeHeader };
}

/** How many lengths there are without the zeros at the end, but `least` of them. */
function used(lengths: Uint8Array, least: number): number {
  let count = lengths.length;
  while (count > least && lengths[count - 1] === 0) count--;
  return count;
}

interface Run {
  readonly symbol: number;
  /** Value of the bits after the symbol. */
  readonly extra: number;
}

/** Code lengths as symbols of the code in which they are written. */
function runLengths(lengths: readonly number[]): Run[] {
  const runs: Run[] = [];
  for (let from = 0, to = 0; from < lengths.length; from = to) {
    const length = lengths[from]!;
    while (to < lengths.length && lengths[to] === length) to++;
    let left = to - from;
    if (length === 0) {
      for (; left >= 11; left -= Math.min(left, 138))
        runs.push({ symbol: MORE_ZEROS, extra: Math.min(left, 138) - 11 });
      if (left >= 3) {
        runs.push({ symbol: ZEROS, extra: left - 3 });
        left = 0;
      }
    } else {
      runs.push({ symbol: length, extra: 0 });
      left--;
      for (; left >= 3; left -= Math.min(left, 6)) runs.push({ symbol: REPEAT, extra: Math.min(left, 6) - 3 });
    }
    for (; left > 0; left--) runs.push({ symbol: length, extra: 0 });
  }
  return runs;
}
