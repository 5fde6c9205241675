import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeWav } from '../wav.ts';
import { bytesOf, chunk, extension, fmt, riff, u32 } from './_wav-files.ts';
import { readWav } from './read-wav.ts';
import { WavError } from './wav-error.ts';

function floats(width: 32 | 64, values: readonly number[]): Uint8Array {
  return new Uint8Array((width === 32 ? Float32Array.from(values) : Float64Array.from(values)).buffer);
}

describe('samples', () => {
  test.each([
    ['8-bit', fmt(1, 1, 8), [0, 128, 255, 64], [-1, 0, 127 / 128, -0.5]],
    ['16-bit', fmt(1, 1, 16), [0, 0x80, 0, 0x40, 0xff, 0xff], [-1, 0.5, -1 / 32768]],
    ['24-bit', fmt(1, 1, 24), [0, 0, 0x80, 0, 0, 0x40, 0xff, 0xff, 0xff], [-1, 0.5, -1 / 8388608]],
    ['32-bit', fmt(1, 1, 32), [0, 0, 0, 0x80, 0, 0, 0, 0x40], [-1, 0.5]],
    ['32-bit float', fmt(3, 1, 32), [...floats(32, [-2, 0.25])], [-2, 0.25]],
    ['64-bit float', fmt(3, 1, 64), [...floats(64, [0.1, 1e30])], [0.1, 1e30]],
    ['extensible', fmt(0xfffe, 1, 24, 48000, extension(1, 20, 4)), [0, 0, 0xc0], [-0.5]],
  ])('%s', (_, format, data, expected) => {
    const wav = readWav(riff(format, chunk('data', data)));
    expect([...wav.channels[0]!]).toEqual(expected);
  });

  test('channels are taken apart', () => {
    const { channels, sampleRate, bitsPerSample } = readWav(
      riff(fmt(1, 2, 8, 11025), chunk('data', [128, 0, 192, 64])),
    );
    expect([...channels].map((x) => [...x])).toEqual([
      [0, 0.5],
      [-1, -0.5],
    ]);
    expect([sampleRate, bitsPerSample]).toEqual([11025, 8]);
  });
});

test('chunks may come in any order, with odd sizes and unknown ones between', () => {
  const list = chunk('LIST', [1, 2, 3]);
  const bytes = riff(list, chunk('data', [255, 0, 128]), list, fmt(1, 1, 8));
  expect([...readWav(bytes).channels[0]!]).toEqual([127 / 128, -1, 0]);
});

test('an array that is part of a larger one is read at its place', () => {
  const file = riff(fmt(1, 1, 8), chunk('data', [0, 128]));
  const larger = bytesOf([9, 9, 9], file, [9]);
  expect([...readWav(larger.subarray(3, 3 + file.length)).channels[0]!]).toEqual([-1, 0]);
});

test('what our own writer writes comes back, loop included', () => {
  const pcm = Int16Array.of(1, -2, 3, -4, 32767, -32768);
  const bytes = writeWav(pcm, { sampleRate: 22050, channels: 2 }, { start: 1, end: 3, snapped: false, unityNote: 60 });
  const { loops, sampleRate, channels, channelMask } = readWav(bytes);
  expect({ loops, sampleRate, channelMask }).toEqual({
    loops: [{ start: 1, end: 3 }],
    sampleRate: 22050,
    channelMask: undefined,
  });
  expect([...channels[1]!]).toEqual([-2 / 32768, -4 / 32768, -1]);
});

const good = riff(fmt(1, 1, 16), chunk('data', [0, 0, 1, 0]));
const smpl = (count: number, ...points: number[]) =>
  chunk('smpl', [
    ...new Array<number>(28).fill(0),
    ...u32(count),
    ...u32(0),
    ...u32(0),
    ...u32(0),
    ...points.flatMap(u32),
    ...u32(0),
    ...u32(0),
  ]);

test.each<[string, Uint8Array, RegExp]>([
  ['no bytes', new Uint8Array(), /it has 0 bytes/],
  ['another type', bytesOf('OggS', new Uint8Array(40)), /does not begin with RIFF/],
  ['RF64', bytesOf('RF64', new Uint8Array(40)), /RF64/],
  ['another form', bytesOf('RIFF', u32(4), 'AVI '), /does not begin with RIFF\/WAVE/],
  ['a file cut off', good.subarray(0, good.length - 2), /cut off/],
  ['a chunk that claims too much', riff(bytesOf('data', u32(99), [1, 2])), /claims 99 bytes where 2 are left/],
  ['no fmt', riff(chunk('data', [0, 0])), /no fmt chunk/],
  ['no data', riff(fmt(1, 1, 16)), /no data chunk/],
  ['two fmt', riff(fmt(1, 1, 16), fmt(1, 1, 16), chunk('data', [])), /two chunks "fmt "/],
  ['a short fmt', riff(chunk('fmt ', [1, 0, 1, 0]), chunk('data', [])), /fewer than 16/],
  ['a short extensible fmt', riff(fmt(0xfffe, 1, 16), chunk('data', [])), /extensible one has 40/],
  ['MP3 inside', riff(fmt(0x55, 1, 16), chunk('data', [])), /format 85/],
  ['12 bits', riff(fmt(1, 2, 12), chunk('data', [])), /found 12/],
  ['16-bit floats', riff(fmt(3, 1, 16), chunk('data', [])), /float samples must have 32, 64 bits/],
  ['no channels', riff(fmt(1, 0, 16), chunk('data', [])), /no channels/],
  ['no sample rate', riff(fmt(1, 1, 16, 0), chunk('data', [])), /rate is 0/],
  ['half a block', riff(fmt(1, 2, 16), chunk('data', [0, 0])), /whole number of blocks/],
  [
    'more valid bits than bits',
    riff(fmt(0xfffe, 1, 16, 48000, extension(1, 24, 0)), chunk('data', [])),
    /24 valid bits/,
  ],
  ['an unknown sub-format', riff(fmt(0xfffe, 1, 16, 48000, new Array(24).fill(7)), chunk('data', [])), /sub-format/],
  ['not a number', riff(fmt(3, 1, 32), chunk('data', floats(32, [0, Number.NaN]))), /sample 1 of channel 0 is NaN/],
  ['infinity', riff(fmt(3, 1, 64), chunk('data', floats(64, [Number.POSITIVE_INFINITY]))), /is Infinity/],
  ['a short smpl', riff(fmt(1, 1, 8), chunk('data', [0]), chunk('smpl', [1])), /smpl chunk has 1 bytes/],
  ['too many loops', riff(fmt(1, 1, 8), chunk('data', [0]), smpl(4294967295, 0, 0)), /no room/],
  ['a loop beyond the end', riff(fmt(1, 1, 8), chunk('data', [0]), smpl(1, 0, 1)), /from 0 to 1/],
])('%s is refused', (_, bytes, message) => {
  expect(() => readWav(bytes)).toThrow(message);
  expect(() => readWav(bytes)).toThrow(WavError);
});

test('no damage makes it crash', () => {
  const files = [
    good,
    riff(fmt(0xfffe, 2, 24, 48000, extension(1, 24, 3)), chunk('data', [1, 2, 3, 4, 5, 6]), smpl(1, 0, 0)),
  ];
  const damage = fc.record({
    file: fc.constantFrom(...files),
    edits: fc.array(fc.tuple(fc.nat(120), fc.nat(255)), { maxLength: 6 }),
    keep: fc.nat(140),
  });
  fc.assert(
    fc.property(damage, ({ file, edits, keep }) => {
      const bytes = file.slice(0, keep);
      for (const [at, value] of edits) if (at < bytes.length) bytes[at] = value;
      try {
        const { channels } = readWav(bytes);
        expect(channels.length).toBeGreaterThan(0);
        expect(channels.every((x) => x.every(Number.isFinite))).toBe(true);
      } catch (error) {
        if (!(error instanceof WavError)) throw error;
      }
    }),
    { numRuns: 2000 },
  );
});
