/** Blocks of deflate (RFC 1951, 3.2.3): stored, with the fixed codes or with codes of their own, whichever is shortest. */
import type { BitWriter } from './bit-writer.ts';
import { type CodeTables, FIXED_TABLES, ownTables } from './code-tables.ts';
import {
  DISTANCE_BASE,
  DISTANCE_EXTRA,
  DISTANCE_SYMBOLS,
  distanceSymbol,
  END_OF_BLOCK,
  LENGTH_BASE,
  LENGTH_EXTRA,
  LITERAL_SYMBOLS,
  lengthIndex,
} from './symbols.ts';

const [STORED, FIXED, OWN] = [0, 1, 2];
/** Literals and matches of a block: enough that codes are worth their description, few enough that they fit. */
const BLOCK_TOKENS = 1 << 14;
const MAX_STORED = 0xffff;
/** A token is a literal, or above these bits a length and below a distance. */
const DISTANCE_BITS = 16;

/** Takes literals and matches and writes them as blocks. */
export class BlockWriter {
  private readonly data: Uint8Array;
  private readonly bits: BitWriter;
  private readonly tokens = new Uint32Array(BLOCK_TOKENS);
  private readonly literals = new Uint32Array(LITERAL_SYMBOLS);
  private readonly distances = new Uint32Array(DISTANCE_SYMBOLS);
  private count = 0;
  /** What of the data is in finished blocks, and what in tokens. */
  private written = 0;
  private taken = 0;

  /** @param data what the literals and matches make up */
  constructor(data: Uint8Array, bits: BitWriter) {
    this.data = data;
    this.bits = bits;
  }

  literal(byte: number): void {
    if (this.count === BLOCK_TOKENS) this.writeBlock(false);
    this.tokens[this.count++] = byte;
    this.literals[byte]!++;
    this.taken++;
  }

  match(length: number, distance: number): void {
    if (this.count === BLOCK_TOKENS) this.writeBlock(false);
    this.tokens[this.count++] = (length << DISTANCE_BITS) | distance;
    this.literals[END_OF_BLOCK + 1 + lengthIndex(length)]!++;
    this.distances[distanceSymbol(distance)]!++;
    this.taken += length;
  }

  /** Writes all of the data as it is, in place of literals and matches. */
  store(): void {
    this.taken = this.data.length;
    this.writeStored(true);
  }

  /** Writes the last block. */
  finish(): void {
    this.writeBlock(true);
  }

  private writeBlock(last: boolean): void {
    this.literals[END_OF_BLOCK] = 1;
    const own = ownTables(this.literals, this.distances);
    const ownSize = own.headerBits + this.codedBits(own);
    const fixedSize = this.codedBits(FIXED_TABLES);
    const bytes = this.taken - this.written;
    if (bytes * 8 + 32 <= Math.min(ownSize, fixedSize)) this.writeStored(last);
    else if (fixedSize <= ownSize) this.writeCoded(last, FIXED, FIXED_TABLES);
    else this.writeCoded(last, OWN, own);
    this.written = this.taken;
    this.count = 0;
    this.literals.fill(0);
    this.distances.fill(0);
  }

  /** Bits of the block after its header. */
  private codedBits({ literalLengths, distanceLengths }: CodeTables): number {
    let bits = 0;
    for (let i = 0; i < LITERAL_SYMBOLS; i++) bits += this.literals[i]! * literalLengths[i]!;
    for (let i = 0; i < LENGTH_EXTRA.length; i++) bits += this.literals[END_OF_BLOCK + 1 + i]! * LENGTH_EXTRA[i]!;
    for (let i = 0; i < DISTANCE_SYMBOLS; i++) bits += this.distances[i]! * (distanceLengths[i]! + DISTANCE_EXTRA[i]!);
    return bits;
  }

  private writeStored(last: boolean): void {
    let from = this.written;
    // No data is a block, too.
    do {
      const to = Math.min(from + MAX_STORED, this.taken);
      this.bits.write(last && to === this.taken ? 1 : 0, 1);
      this.bits.write(STORED, 2);
      this.bits.align();
      this.bits.write(to - from, 16);
      this.bits.write(~(to - from) & 0xffff, 16);
      this.bits.append(this.data.subarray(from, to));
      from = to;
    } while (from < this.taken);
  }

  private writeCoded(last: boolean, type: number, tables: CodeTables): void {
    const { bits, tokens } = this;
    const { literalCodes, literalLengths, distanceCodes, distanceLengths } = tables;
    bits.write(last ? 1 : 0, 1);
    bits.write(type, 2);
    tables.writeHeader(bits);
    for (let i = 0; i < this.count; i++) {
      const token = tokens[i]!;
      const length = token >>> DISTANCE_BITS;
      if (length === 0) {
        bits.write(literalCodes[token]!, literalLengths[token]!);
        continue;
      }
      const l = lengthIndex(length);
      const symbol = END_OF_BLOCK + 1 + l;
      bits.write(literalCodes[symbol]!, literalLengths[symbol]!);
      bits.write(length - LENGTH_BASE[l]!, LENGTH_EXTRA[l]!);
      const distance = token & ((1 << DISTANCE_BITS) - 1);
      const d = distanceSymbol(distance);
      bits.write(distanceCodes[d]!, distanceLengths[d]!);
      bits.write(distance - DISTANCE_BASE[d]!, DISTANCE_EXTRA[d]!);
    }
    bits.write(literalCodes[END_OF_BLOCK]!, literalLengths[END_OF_BLOCK]!);
  }
}
