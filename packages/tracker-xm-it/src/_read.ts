/** Little-endian reading with bounds, and an account of which bytes were read. */
export class Reader {
  readonly #view: DataView;
  readonly #bytes: Uint8Array;
  /** How often each byte was read. */
  readonly seen: Uint8Array;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.seen = new Uint8Array(bytes.length);
  }

  #take(size: number): number {
    const start = this.at;
    if (start < 0 || size < 0 || start + size > this.#bytes.length)
      throw new RangeError(`no ${size} bytes at ${start}`);
    for (let i = start; i < start + size; i++) this.seen[i]!++;
    this.at += size;
    return start;
  }

  u8(): number {
    return this.#view.getUint8(this.#take(1));
  }
  i8(): number {
    return this.#view.getInt8(this.#take(1));
  }
  u16(): number {
    return this.#view.getUint16(this.#take(2), true);
  }
  i16(): number {
    return this.#view.getInt16(this.#take(2), true);
  }
  u32(): number {
    return this.#view.getUint32(this.#take(4), true);
  }
  bytes(size: number): Uint8Array {
    const start = this.#take(size);
    return this.#bytes.slice(start, start + size);
  }
  /** Without padding of spaces or zeros. */
  text(size: number): string {
    return String.fromCharCode(...this.bytes(size)).replace(/[\0 ]+$/, '');
  }
  list<T>(count: number, read: (index: number) => T): T[] {
    return Array.from({ length: count }, (_, index) => read(index));
  }
  expect(found: unknown, expected: unknown, what: string): void {
    if (found !== expected) throw new RangeError(`${what} is ${found}, not ${expected}`);
  }
}

/** What both readers give: a song as the file says it is. */
export interface ReadSong {
  readonly title: string;
  readonly orders: readonly number[];
  readonly restart: number;
  readonly speed: number;
  readonly bpm: number;
  readonly patterns: readonly { readonly rows: number; readonly cells: ReadonlyMap<number, ReadCell> }[];
  readonly instruments: readonly ReadInstrument[];
}

export interface ReadCell {
  note?: number;
  instrument?: number;
  volume?: number;
  effect?: number;
  param?: number;
}

export interface ReadInstrument {
  readonly name: string;
  readonly volumeEnvelope: ReadEnvelope;
  readonly panEnvelope: ReadEnvelope;
  readonly pitchEnvelope?: ReadEnvelope;
  readonly fadeout: number;
  readonly nna?: readonly number[];
  readonly pan?: number;
  readonly filter?: readonly number[];
  readonly sample: ReadSample;
}

export interface ReadEnvelope {
  readonly on: boolean;
  readonly points: readonly (readonly [number, number])[];
  readonly sustain?: number;
  readonly loop?: readonly [number, number];
  readonly filter?: boolean;
}

export interface ReadSample {
  readonly name: string;
  readonly pcm: Int16Array;
  readonly volume: number;
  readonly loop?: { readonly mode: string; readonly start: number; readonly end: number };
  readonly relativeNote?: number;
  readonly finetune?: number;
  readonly c5Speed?: number;
  readonly pan: number;
}
