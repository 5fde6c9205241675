/** Fills a buffer whose size is known before. Little-endian, as both formats are. */
export class ByteWriter {
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(size: number) {
    this.bytes = new Uint8Array(size);
    this.#view = new DataView(this.bytes.buffer);
  }

  /** Bytes written so far. */
  get at(): number {
    return this.#at;
  }

  u8(...values: readonly number[]): void {
    for (const value of values) this.bytes[this.#at++] = value;
  }

  u16(...values: readonly number[]): void {
    for (const value of values) {
      this.#view.setUint16(this.#at, value, true);
      this.#at += 2;
    }
  }

  u32(...values: readonly number[]): void {
    for (const value of values) {
      this.#view.setUint32(this.#at, value, true);
      this.#at += 4;
    }
  }

  ascii(text: string): void {
    for (let i = 0; i < text.length; i++) this.u8(text.charCodeAt(i));
  }

  raw(bytes: Uint8Array): void {
    this.bytes.set(bytes, this.#at);
    this.#at += bytes.length;
  }

  /** Samples of 16 bits; `deltas`: each as its step from the one before. */
  pcm16(samples: Int16Array, deltas = false): void {
    const { bytes } = this;
    let at = this.#at;
    let previous = 0;
    for (let i = 0; i < samples.length; i++) {
      const value = samples[i]! - previous;
      bytes[at++] = value;
      bytes[at++] = value >> 8;
      if (deltas) previous = samples[i]!;
    }
    this.#at = at;
  }

  /** `bytes` in a field of `size`, filled up with `pad`. */
  field(bytes: Uint8Array, size: number, pad = 0): void {
    this.raw(bytes.length > size ? bytes.subarray(0, size) : bytes);
    this.fill(size - Math.min(bytes.length, size), pad);
  }

  /** `count` bytes, 0 unless said otherwise. */
  fill(count: number, value = 0): void {
    this.bytes.fill(value, this.#at, this.#at + count);
    this.#at += count;
  }

  /** Throws `Error` where sizes were computed wrongly. */
  finish(): Uint8Array {
    if (this.#at !== this.bytes.length) throw new Error(`wrote ${this.#at} of ${this.bytes.length} bytes`);
    return this.bytes;
  }
}
