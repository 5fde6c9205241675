/** Little-endian reading that never leaves its bytes. */
import { ModuleError } from './module-error.ts';

export class ByteReader {
  readonly bytes: Uint8Array;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** Goes on by `size` bytes and returns where they begin. Throws `ModuleError` where they are not there. */
  take(size: number): number {
    const start = this.at;
    if (!(start >= 0 && size >= 0 && start + size <= this.bytes.length)) {
      throw new ModuleError(
        `the module is cut short: it has ${this.bytes.length} bytes, and needs ${start + size} at least`,
      );
    }
    this.at = start + size;
    return start;
  }

  u8(): number {
    return this.bytes[this.take(1)]!;
  }
  i8(): number {
    return (this.u8() << 24) >> 24;
  }
  u16(): number {
    const at = this.take(2);
    return this.bytes[at]! | (this.bytes[at + 1]! << 8);
  }
  u32(): number {
    const low = this.u16();
    return low + 0x1_0000 * this.u16();
  }
  /** A view of the bytes. */
  view(size: number): Uint8Array {
    const start = this.take(size);
    return this.bytes.subarray(start, start + size);
  }
  /** Up to the first NUL, without the spaces of padding. */
  text(size: number): string {
    const bytes = this.view(size);
    const end = bytes.indexOf(0);
    return String.fromCharCode(...(end < 0 ? bytes : bytes.subarray(0, end))).replace(/ +$/, '');
  }
  list<T>(count: number, read: (index: number) => T): T[] {
    const items: T[] = [];
    for (let index = 0; index < count; index++) items.push(read(index));
    return items;
  }
}
