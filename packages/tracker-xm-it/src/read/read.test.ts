/** Modules that other trackers write, and files that want to do harm. What our own writers write is in round-trip.test.ts. */
import { describe, expect, it } from 'vitest';
import { make, mono16, paramsOf, STRUCK } from '../_fixtures.ts';
import { type Module, ModuleError, moduleFacts, readModule } from './index.ts';

const bytesOf = (...parts: readonly (number | string | readonly number[] | Uint8Array)[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string'
        ? [...part].map((letter) => letter.charCodeAt(0))
        : typeof part === 'number'
          ? new Array<number>(part).fill(0)
          : [...part],
    ),
  );
const u16 = (...values: readonly number[]) => values.flatMap((value) => [value & 255, value >> 8]);
const u32 = (...values: readonly number[]) => values.flatMap((value) => [...u16(value & 0xffff), ...u16(value >>> 16)]);

/** An XM file of two channels with these patterns and instruments; 4 more bytes in the header than we write. */
function xm({
  patterns = [] as Uint8Array[],
  instruments = [] as Uint8Array[],
  orders = [0],
  header = [] as number[],
}) {
  const words = [orders.length, 0, 2, patterns.length, instruments.length, 1, 3, 150].map((v, i) => header[i] ?? v);
  return bytesOf(
    'Extended Module: ',
    'title'.padEnd(20),
    [0x1a],
    'Some Tracker'.padEnd(20),
    u16(0x0104),
    u32(280),
    u16(...words),
    orders,
    256 - orders.length + 4,
    ...patterns,
    ...instruments,
  );
}
const xmPattern = (rows: number, data: readonly number[]) => bytesOf(u32(9), [0], u16(rows, data.length), data);

/** An instrument of the samples given as [type, length in bytes, data]; the keys from 48 on play the second one. */
function xmInstrument(...samples: readonly (readonly [type: number, data: readonly number[], reserved?: number])[]) {
  const head = bytesOf(u32(263), 'two'.padEnd(22), [0], u16(samples.length));
  if (samples.length === 0) return bytesOf(u32(33), 'none'.padEnd(22), [0], u16(0), 4);
  const keys = Array.from({ length: 96 }, (_, key) => (key < 48 ? 0 : 1));
  return bytesOf(
    head,
    u32(40),
    keys,
    263 - 33 - 96,
    ...samples.map(([type, data, reserved = 0]) =>
      bytesOf(u32(data.length, 2, 90), [64, 16, type, 128, 0xf4, reserved], 'sample'.padEnd(22)),
    ),
    ...samples.map(([, data]) => Uint8Array.from(data)),
  );
}

describe('XM of other trackers', () => {
  const module = readModule(
    xm({
      // Five bytes without a mark, a packed note, a packed effect, nothing.
      patterns: [xmPattern(2, [49, 1, 0x30, 0, 0, 0x83, 40, 1, 0x98, 15, 5, 0x80]), xmPattern(64, [])],
      instruments: [xmInstrument([1, [10, 246, 5, 5]], [0x32, [1, 0, 1, 0, 9, 9, 9, 9]]), xmInstrument()],
      orders: [0, 1, 9],
    }),
  );

  it('has cells of either form', () => {
    expect([...module.patterns[0]!.cells]).toEqual([
      [0, { note: 49, instrument: 1, volume: 0x30 }],
      [1, { note: 40, instrument: 1 }],
      [2, { effect: 15, param: 5 }],
    ]);
    expect(module.patterns[1]).toMatchObject({ name: '1', rows: 64, cells: new Map() });
    expect(module).toMatchObject({ title: 'title', tracker: 'Some Tracker', channels: 2, speed: 3, bpm: 150 });
  });

  it('has samples of 8 and 16 bits, of one channel and two', () => {
    const [eight, stereo] = module.samples;
    expect([...eight!.pcm()]).toEqual([10, 0, 5, 10].map((value) => value << 8));
    expect(eight).toMatchObject({ frames: 4, bits: 8, stereo: false, relativeNote: -12, finetune: 16 });
    expect(eight!.loop).toEqual({ mode: 'forward', start: 2, end: 4 });
    expect([...stereo!.pcm()]).toEqual([1, 2]);
    expect(stereo).toMatchObject({ frames: 2, bits: 16, stereo: true });
  });

  it('has facts: keys find their samples, and orders without a pattern play an empty one', () => {
    const facts = moduleFacts(module);
    expect(facts).toMatchObject({
      notes: 2,
      patterns: 2,
      samples: 2,
      orders: 3,
      channels_used: 2,
      out_of_range_notes: 0,
    });
    // A row at speed 3, one at 5, and twice 64 at 5.
    expect(facts.ticks).toBe(3 + 5 * 129);
    expect(facts.unused_instruments).toEqual([1]);
  });

  it('counts what no player plays', () => {
    const silent = {
      patterns: [xmPattern(1, [0x83, 20, 2, 0x83, 3, 1])],
      instruments: [xmInstrument([0, [1]]), xmInstrument()],
    };
    // The second instrument has no sample, and the third key of the first lies a C below what there is.
    expect(moduleFacts(readModule(xm(silent)))).toMatchObject({
      out_of_range_notes: 2,
      instruments: [{ out_of_range: 1 }, { out_of_range: 1 }],
    });
    const nobody = { patterns: [xmPattern(1, [0x83, 20, 7, 0x80])] };
    expect(moduleFacts(readModule(xm(nobody)))).toMatchObject({ notes: 1, out_of_range_notes: 1, instruments: [] });
  });
});

/** An IT file without instruments: cells name samples. With a `step`, 200 patterns so far from each other. */
function it2({ patterns = [] as Uint8Array[], samples = [] as Uint8Array[], orders = [0, 255], flags = 0, step = 0 }) {
  const count = step === 0 ? patterns.length : 200;
  let at = 192 + orders.length + 4 * (samples.length + count);
  const sampleAt = samples.map((sample) => (at += sample.length) - sample.length);
  const patternAt = patterns.map((pattern) => (at += pattern.length) - pattern.length);
  const places = step === 0 ? patternAt : Array.from({ length: count }, (_, i) => patternAt[0]! + step * i);
  const bytes = bytesOf(
    'IMPM',
    'it title'.padEnd(26, '\0'),
    [4, 16],
    u16(orders.length, 0, samples.length, count, 0x0214, 0x0200, flags, 0),
    [128, 48, 6, 125, 128, 0],
    10,
    new Array<number>(64).fill(32),
    new Array<number>(64).fill(64),
    orders,
    u32(...sampleAt, ...places),
    ...samples,
    ...patterns,
  );
  const view = new DataView(bytes.buffer);
  // Data of a sample stands behind its header.
  for (const offset of sampleAt)
    if (view.getUint32(offset + 48, true) > 0) view.setUint32(offset + 72, offset + 80, true);
  return bytes;
}
const itPattern = (rows: number, data: readonly number[]) => bytesOf(u16(data.length, rows), 4, data);
const itSample = (flags: number, convert: number, frames: number, data: readonly number[]) =>
  bytesOf('IMPS', 14, [flags, 64], 'kick'.padEnd(26), [convert, 32], u32(frames, 0, 99, 8363), 16, data);

describe('IT of other trackers', () => {
  it('without instruments plays samples, passes marks of the list over and repeats what a channel had', () => {
    const module = readModule(
      it2({
        orders: [254, 0, 254, 0, 255, 0],
        patterns: [itPattern(3, [0x83, 3, 60, 1, 0, 0x83, 0x30, 0, 0x03, 0x00])],
        samples: [itSample(1 | 16, 0, 4, [128, 129, 127, 0])],
      }),
    );
    expect(module).toMatchObject({ title: 'it title', channels: 3, orders: [254, 0, 254, 0] });
    const cells = [2, 5, 8].map((key) => module.patterns[0]!.cells.get(key));
    expect(cells).toEqual([
      { note: 60, instrument: 1 },
      { note: 60, instrument: 1 },
      { note: 60, instrument: 1 },
    ]);
    // Unsigned, and a loop that ends behind the sample.
    expect([...module.samples[0]!.pcm()]).toEqual([0, 256, -256, -32768]);
    expect(module.samples[0]!.loop).toEqual({ mode: 'forward', start: 0, end: 4 });
    expect(moduleFacts(module)).toMatchObject({ seconds: 0.72, notes: 6, instruments: [{ name: 'kick', notes: 6 }] });
  });

  it('unpacks samples of 8 bits', () => {
    // Codes of 9 bits: 5, then 3 more.
    const codes = 5 | (3 << 9);
    const module = readModule(
      it2({ samples: [itSample(1 | 8, 1, 2, [3, 0, codes & 255, (codes >> 8) & 255, codes >> 16])] }),
    );
    expect([...module.samples[0]!.pcm()]).toEqual([5 << 8, 8 << 8]);
  });
});

/** One instrument, of version 1.00. */
function oldIt(): Uint8Array {
  const bytes = it2({ flags: 4, patterns: [itPattern(1, [0])] });
  bytes[34] = 1;
  bytes[43] = 1;
  return bytes;
}

describe('what is no module', () => {
  const damaged: readonly [string, () => Uint8Array, string][] = [
    ['text', () => bytesOf('no module'), 'neither an XM nor an IT'],
    ['nothing', () => bytesOf(), 'neither'],
    ['a header alone', () => xm({}).slice(0, 100), 'cut short'],
    ['XM of an older version', () => xm({}).map((byte, at) => (at === 58 ? 2 : byte)), 'XM 1.02 is not read'],
    ['no channels', () => xm({ header: [1, 0, 0] }), 'channels is 0'],
    ['a pattern longer than it says', () => xm({ patterns: [xmPattern(64, [0x80])] }), 'cut short'],
    ['rows without end', () => xm({ patterns: [xmPattern(60_000, [0x80])] }), 'rows is 60000'],
    ['ADPCM', () => xm({ instruments: [xmInstrument([0, [1], 0xad])] }), 'ADPCM'],
    ['a sample that is not there', () => xm({ instruments: [xmInstrument([0, [1, 2, 3]]).slice(0, -1)] }), 'cut short'],
    ['an IT sample of gigabytes', () => it2({ samples: [itSample(1, 0, 0xffffffff, [1])] }), 'cut short'],
    ['a packed one', () => it2({ samples: [itSample(9, 0, 0xffffffff, [1, 0, 0])] }), 'cut short'],
    ['an IT pattern without end', () => it2({ patterns: [itPattern(200, [0])] }), 'cut short'],
    ['instruments of old', () => oldIt(), 'before 2.00'],
  ];

  it.each(damaged)('%s', (_, file, message) => {
    expect(() => readModule(file())).toThrow(ModuleError);
    expect(() => readModule(file())).toThrow(message);
    expect(() => readModule(file())).toThrow(expect.objectContaining({ code: 'CLI_014' }));
  });

  it('is a file whose patterns stand in each other', () => {
    // A cell whose five values are the head of the next pattern, three ends of rows, and 63 cells more.
    const others = Array.from({ length: 63 }, (_, channel) => [0x82 + channel, 0]).flat();
    const unit = [...u16(60_000, 1024), 0, 0, 0, 0, ...others, 0x81, 15];
    const bomb = it2({ patterns: [bytesOf(...Array.from({ length: 600 }, () => unit), 60_000)], step: unit.length });
    const started = performance.now();
    expect(() => readModule(bomb)).toThrow('more than 2097152 cells');
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('is nowhere in a module that is cut off at any byte', () => {
    const tone = mono16([1, 2, 3, 4]);
    for (const format of ['xm', 'it'] as const) {
      const instruments = [{ wav: 'a.wav', envelope: STRUCK }];
      const { bytes } = make(
        paramsOf({ format, instruments, it_options: { compression: 'auto' } }),
        undefined,
        () => tone,
      );
      for (let length = 0; length < bytes.length; length++) {
        expect(() => readModule(bytes.subarray(0, length))).toThrow(ModuleError);
      }
      expect(readModule(bytes).format).toBe(format);
    }
  });
});

it('a song of loops without end has facts all the same', () => {
  const loops = Array.from({ length: 64 }, (_, row) => [
    0x9b,
    60,
    1,
    14,
    row % 2 ? 0x6f : 0x60,
    0x9b,
    60,
    1,
    14,
    row % 3 ? 0x6f : 0x60,
  ]);
  const module: Module = readModule(
    xm({ patterns: [xmPattern(64, loops.flat())], instruments: [xmInstrument([0, [1]], [0, [1]])] }),
  );
  expect(moduleFacts(module)).toMatchObject({ channels: 2, cut_short: true });
});
