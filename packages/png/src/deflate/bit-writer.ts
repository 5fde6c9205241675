/** Bits in the order of deflate (RFC 1951, 3.1.1): the first bit of a byte is its lowest. */
export class BitWriter {
  private readonly bytes: Uint8Array;
  private at = 0;
  /** Bits that make no 16 yet, and how many there are. */
  private hold = 0;
  private count = 0;

  /** @param capacity bytes; there is no growing */
  constructor(capacity: number) {
    this.bytes = new Uint8Array(capacity);
  }

  /** Appends the low `bits` (0 to 16) bits of `value`, which has no others. */
  write(value: number, bits: number): void {
    this.hold |= value << this.count;
    this.count += bits;
    if (this.count < 16) return;
    this.bytes[this.at++] = this.hold;
    this.bytes[this.at++] = this.hold >>> 8;
    this.hold >>>= 16;
    this.count -= 16;
  }

  /** Appends the codes of the bytes from `from` to `to` - 1. */
  writeCodes(data: Uint8Array, from: number, to: number, codes: Uint16Array, lengths: Uint8Array): void {
    const { bytes } = this;
    let { at, hold, count } = this;
    for (let k = from; k < to; k++) {
      const byte = data[k]!;
      hold |= codes[byte]! << count;
      count += lengths[byte]!;
      if (count < 16) continue;
      bytes[at] = hold;
      bytes[at + 1] = hold >>> 8;
      at += 2;
      hold >>>= 16;
      count -= 16;
    }
    this.at = at;
    this.hold = hold;
    this.count = count;
  }

  /** Fills the last byte up with zeros. */
  align(): void {
    for (; this.count > 0; this.count -= 8) {
      this.bytes[this.at++] = this.hold;
      this.hold >>>= 8;
    }
    this.count = 0;
  }

  /** Appends whole bytes; only after {@link align}. */
  append(bytes: Uint8Array): void {
    this.bytes.set(bytes, this.at);
    this.at += bytes.length;
  }

  /** What was written, in bytes of its own. */
  finish(): Uint8Array {
    this.align();
    return this.bytes.slice(0, this.at);
  }
}
