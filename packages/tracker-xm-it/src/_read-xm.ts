/** An XM reader for tests, written against the format and not against the writer. Throws `RangeError` for other files. */
import {
  type ReadCell,
  type ReadEnvelope,
  Reader,
  type ReadInstrument,
  type ReadSample,
  type ReadSong,
} from './_read.ts';

export interface ReadXm extends ReadSong {
  readonly channels: number;
  readonly tracker: string;
}

export function readXm(bytes: Uint8Array): ReadXm {
  const from = new Reader(bytes);
  from.expect(from.text(17), 'Extended Module:', 'id');
  const title = from.text(20);
  from.expect(from.u8(), 0x1a, 'mark');
  const tracker = from.text(20);
  from.expect(from.u16(), 0x0104, 'version');
  from.expect(from.u32(), 276, 'header size');
  const [length, restart, channels, patternCount, instrumentCount, flags, speed, bpm] = from.list(8, () => from.u16());
  from.expect(flags, 1, 'flags');
  const orders = [...from.bytes(256)].slice(0, length);
  const patterns = from.list(patternCount!, () => readPattern(from, channels!));
  const instruments = from.list(instrumentCount!, () => readInstrument(from));
  from.expect(from.at, bytes.length, 'end of the file');
  return {
    title,
    tracker,
    orders,
    restart: restart!,
    channels: channels!,
    speed: speed!,
    bpm: bpm!,
    patterns,
    instruments,
  };
}

function readPattern(from: Reader, channels: number): ReadSong['patterns'][number] {
  from.expect(from.u32(), 9, 'pattern header size');
  from.expect(from.u8(), 0, 'packing');
  const rows = from.u16();
  const size = from.u16();
  const end = from.at + size;
  const cells = new Map<number, ReadCell>();
  for (let key = 0; key < rows * channels; key++) {
    const first = from.u8();
    const flags = first & 0x80 ? first & 0x7f : 0x1f;
    if (!(first & 0x80)) from.at--;
    const [note, instrument, volume, effect, param] = from.list(5, (bit) => (flags & (1 << bit) ? from.u8() : 0));
    const cell: ReadCell = {};
    if (note) cell.note = note;
    if (instrument) cell.instrument = instrument;
    if (volume) cell.volume = volume;
    if (effect || param) Object.assign(cell, { effect, param });
    if (Object.keys(cell).length > 0) cells.set(key, cell);
  }
  from.expect(from.at, end, 'end of the pattern');
  return { rows, cells };
}

function readInstrument(from: Reader): ReadInstrument {
  from.expect(from.u32(), 263, 'instrument size');
  const name = from.text(22);
  from.u8();
  from.expect(from.u16(), 1, 'samples');
  from.expect(from.u32(), 40, 'sample header size');
  from.bytes(96);
  const points = from.list(2, () => from.list(12, () => [from.u16(), from.u16()] as const));
  const counts = [from.u8(), from.u8()];
  const indices = from.list(2, () => [from.u8(), from.u8(), from.u8()] as const);
  const flags = [from.u8(), from.u8()];
  const envelope = (which: 0 | 1): ReadEnvelope => ({
    on: (flags[which]! & 1) > 0,
    points: points[which]!.slice(0, counts[which]).map(([tick, value]) => [tick, which === 1 ? value - 32 : value]),
    ...((flags[which]! & 2) > 0 && { sustain: indices[which]![0] }),
    ...((flags[which]! & 4) > 0 && { loop: [indices[which]![1], indices[which]![2]] as const }),
  });
  from.bytes(4);
  const fadeout = from.u16();
  from.bytes(22);
  return {
    name,
    volumeEnvelope: envelope(0),
    panEnvelope: envelope(1),
    fadeout,
    sample: readSample(from),
  };
}

function readSample(from: Reader): ReadSample {
  const length = from.u32();
  const start = from.u32();
  const loopLength = from.u32();
  const volume = from.u8();
  const finetune = from.i8();
  const type = from.u8();
  const pan = from.u8();
  const relativeNote = from.i8();
  from.expect(from.u8(), 0, 'reserved');
  const name = from.text(22);
  from.expect(type & ~3, 16, 'sample type');
  for (const value of [length, start, loopLength]) from.expect(value % 2, 0, 'odd byte');
  let value = 0;
  const pcm = Int16Array.from(from.list(length / 2, () => (value = ((value + from.u16()) << 16) >> 16)));
  const mode = ['none', 'forward', 'pingpong'][type & 3]!;
  const loop = { mode, start: start / 2, end: (start + loopLength) / 2 };
  if (loop.end > pcm.length) throw new RangeError('the loop ends behind the sample');
  return { name, pcm, volume, pan, finetune, relativeNote, ...(mode !== 'none' && { loop }) };
}
