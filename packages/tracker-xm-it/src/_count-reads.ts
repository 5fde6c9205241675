/** A reader that keeps account of which bytes were read, for tests. */
import { ByteReader } from './read/byte-reader.ts';

export class CountingReader extends ByteReader {
  /** How often each byte was. */
  readonly seen: Uint8Array;

  constructor(bytes: Uint8Array) {
    super(bytes);
    this.seen = new Uint8Array(bytes.length);
  }

  override take(size: number): number {
    const start = super.take(size);
    for (let i = start; i < start + size; i++) this.seen[i]!++;
    return start;
  }
}
