/** An IT reader for tests, written against the format and not against the writer. Throws `RangeError` for other files. */
import {
  type ReadCell,
  type ReadEnvelope,
  Reader,
  type ReadInstrument,
  type ReadSample,
  type ReadSong,
} from './_read.ts';
import { unpackIt } from './_unpack-it.ts';

export interface ReadIt extends ReadSong {
  readonly flags: number;
  readonly compatible: number;
  readonly volumes: readonly number[];
  /** Of the 64 channels. */
  readonly pans: readonly number[];
  /** Bytes that no block accounts for, and that more than one does (shared samples aside). */
  readonly strayBytes: number;
}

/** Cells are kept by `row · 64 + channel`. */
export function readIt(bytes: Uint8Array): ReadIt {
  const from = new Reader(bytes);
  from.expect(from.text(4), 'IMPM', 'id');
  const title = from.text(26);
  from.bytes(2);
  const [orderCount, instrumentCount, sampleCount, patternCount] = from.list(4, () => from.u16());
  from.expect(from.u16(), 0x0214, 'version');
  const compatible = from.u16();
  const flags = from.u16();
  from.u16();
  const volumes = [from.u8(), from.u8()];
  const [speed, bpm, separation] = [from.u8(), from.u8(), from.u8()];
  from.expect(separation, 128, 'separation');
  from.u8();
  from.expect(from.u16(), 0, 'message');
  from.bytes(8);
  const pans = [...from.bytes(64)];
  from.bytes(64);
  const list = [...from.bytes(orderCount!)];
  const pointers = (count: number) => from.list(count, () => from.u32());
  const [instrumentAt, sampleAt, patternAt] = [
    pointers(instrumentCount!),
    pointers(sampleCount!),
    pointers(patternCount!),
  ];
  const at = <T>(offset: number, read: () => T): T => {
    from.at = offset;
    return read();
  };
  const samples = sampleAt.map((offset) => at(offset, () => readSample(from)));
  const instruments = instrumentAt.map((offset) => at(offset, () => readInstrument(from, samples)));
  const patterns = patternAt.map((offset) => at(offset, () => readPattern(from)));
  const shared = new Set(samples.map(({ offset }) => offset)).size < samples.length;
  return {
    title,
    flags,
    compatible,
    volumes,
    pans,
    speed,
    bpm,
    orders: list.filter((order) => order < 254),
    restart: 0,
    instruments,
    patterns,
    strayBytes: from.seen.filter((count) => (shared ? count === 0 : count !== 1)).length,
  };
}

function readPattern(from: Reader): ReadSong['patterns'][number] {
  const size = from.u16();
  const rows = from.u16();
  from.expect(from.u32(), 0, 'reserved');
  const end = from.at + size;
  const cells = new Map<number, ReadCell>();
  const masks = new Map<number, number>();
  const last = new Map<number, ReadCell>();
  for (let row = 0; row < rows; row++) {
    for (let head = from.u8(); head !== 0; head = from.u8()) {
      const channel = (head & 0x7f) - 1;
      const mask = head & 0x80 ? from.u8() : masks.get(channel);
      if (mask === undefined) throw new RangeError('a mask is used before it is given');
      masks.set(channel, mask);
      const memory = last.get(channel) ?? {};
      last.set(channel, memory);
      if (mask & 1) memory.note = from.u8();
      if (mask & 2) memory.instrument = from.u8();
      if (mask & 4) memory.volume = from.u8();
      if (mask & 8) Object.assign(memory, { effect: from.u8(), param: from.u8() });
      const cell: ReadCell = {};
      for (const [bit, keys] of [
        [0x11, ['note']],
        [0x22, ['instrument']],
        [0x44, ['volume']],
        [0x88, ['effect', 'param']],
      ] as const) {
        for (const key of mask & bit ? keys : []) {
          if (memory[key] === undefined) throw new RangeError(`${key} is used before it is given`);
          cell[key] = memory[key];
        }
      }
      cells.set(row * 64 + channel, cell);
    }
  }
  from.expect(from.at, end, 'end of the pattern');
  return { rows, cells };
}

function readInstrument(from: Reader, samples: readonly ReadSample[]): ReadInstrument {
  from.expect(from.text(4), 'IMPI', 'id');
  from.bytes(13);
  const nna = [from.u8(), from.u8(), from.u8()];
  const fadeout = from.u16();
  from.i8();
  from.expect(from.u8(), 60, 'pitch-pan centre');
  from.expect(from.u8(), 128, 'global volume');
  const pan = from.u8();
  from.bytes(6);
  const name = from.text(26);
  const filter = [from.u8(), from.u8()];
  from.bytes(4);
  const keys = from.list(120, () => [from.u8(), from.u8()] as const);
  for (const [index, [key]] of keys.entries()) from.expect(key, index, 'key');
  const sample = samples[keys[0]![1] - 1];
  if (sample === undefined) throw new RangeError('there is no such sample');
  const [volumeEnvelope, panEnvelope, pitchEnvelope] = from.list(3, () => readEnvelope(from)) as [
    ReadEnvelope,
    ReadEnvelope,
    ReadEnvelope,
  ];
  from.bytes(4);
  return { name, nna, fadeout, pan, filter, sample, volumeEnvelope, panEnvelope, pitchEnvelope };
}

function readEnvelope(from: Reader): ReadEnvelope {
  const [flags, count, loopStart, loopEnd, sustain, sustainEnd] = from.list(6, () => from.u8());
  from.expect(sustainEnd, sustain, 'end of the sustain loop');
  const points = from.list(25, () => {
    const value = from.i8();
    return [from.u16(), value] as const;
  });
  from.u8();
  return {
    on: (flags! & 1) > 0,
    filter: (flags! & 128) > 0,
    points: points.slice(0, count),
    ...((flags! & 4) > 0 && { sustain: sustain! }),
    ...((flags! & 2) > 0 && { loop: [loopStart!, loopEnd!] as const }),
  };
}

function readSample(from: Reader): ReadSample & { readonly offset: number } {
  from.expect(from.text(4), 'IMPS', 'id');
  from.bytes(13);
  from.expect(from.u8(), 64, 'global volume');
  const flags = from.u8();
  const volume = from.u8();
  const name = from.text(26);
  const convert = from.u8();
  const pan = from.u8();
  const [length, start, end, c5Speed] = from.list(4, () => from.u32());
  from.bytes(8);
  const offset = from.u32();
  from.bytes(4);
  from.expect(flags & 3, 3, 'sample flags');
  from.at = offset;
  const pcm =
    flags & 8 ? unpackIt(from, length!, (convert & 4) > 0) : Int16Array.from(from.list(length!, () => from.i16()));
  if (end! > length! || (flags & 16 && start! >= end!)) throw new RangeError('the loop is not within the sample');
  const loop = { mode: flags & 64 ? 'pingpong' : 'forward', start: start!, end: end! };
  return { name, pcm, volume, pan, c5Speed: c5Speed!, offset, ...(flags & 16 && { loop }) };
}
