/** A song whose bytes are known, in both formats and both modes. */
import { describe, expect, it } from 'vitest';
import { type Compat, hex, make, mono16, paramsOf, wavOf } from './_fixtures.ts';

const tone = mono16(Array.from({ length: 100 }, (_, i) => Math.trunc(20000 * Math.sin((2 * Math.PI * i) / 50))));
const small = wavOf(
  Array.from({ length: 64 }, (_, i) => [i]),
  8,
  8363,
);
const params = paramsOf({
  instruments: [
    {
      name: 'a',
      wav: 'a.wav',
      base_note: 'C4',
      loop_mode: 'none',
      envelope: { attack: 0, decay: 0, sustain: 1, release: 0 },
    },
    {
      name: 'b',
      wav: 'b.wav',
      loop_mode: 'none',
      default_volume: 40,
      envelope: { attack: 0, decay: 0.1, sustain: 0, release: 0 },
    },
  ],
  patterns: {
    a: {
      rows: 8,
      notes: {
        0: [
          { row: 0, note: 'C4', inst: 0, vol: 0 },
          { row: 1, note: '---', effect_name: 'vol_slide', effect_xy: [0, 4] },
          { row: 2, note: 'OFF' },
          { row: 3, note: 'C0', inst: 0, vol: 64 },
          { row: 4, note: 'G4', inst: 0, vol: 64, effect_name: 'arpeggio', effect_xy: [4, 7] },
          { row: 5, inst: 1 },
        ],
        1: [
          { row: 0, note: 'E4', inst: 1 },
          { row: 2, note: '===', effect_name: 'vibrato', effect_xy: [3, 2] },
          { row: 6, note: 'CUT', inst: 1 },
        ],
      },
    },
  },
});
const make2 = (format: 'xm' | 'it', compat: Compat) =>
  make(params, compat, (path) => ({ 'a.wav': tone, 'b.wav': small })[path], format).bytes;
const plain = (text: string) => text.replaceAll(' ', '').replaceAll('/', '');

describe('XM', () => {
  const reference = make2('xm', 'reference');
  const own = make2('xm', undefined);
  it('has the header and the cells of the reference', () => {
    expect(hex(reference, 58, 80)).toBe(plain('0401 14010000 0100 0000 0200 0100 0200 0100 0600 7d00'));
    expect(hex(reference, 336, 345)).toBe(plain('09000000 00 0800 2400'));
    expect(hex(reference, 345, 345 + 36)).toBe(
      plain('87310110833502 9a010a0480 81618161 8701015080 973801504780 83310280 808202 8080'),
    );
    expect(reference.length).toBe(1315);
  });

  it('has mended cells by default', () => {
    expect(hex(own, 345, 345 + 0x26)).toBe(
      plain('87310110833502 980a0480 816199610432 8701015080 973801504780 83310280 80980ec0 8080'),
    );
    expect(hex(own, 336, 345)).toBe(plain('09000000 00 0800 2600'));
  });

  it('has the envelopes and the sample headers of the reference', () => {
    const [first, second] = [345 + 36, 345 + 36 + 303 + 200];
    expect(hex(reference, first + 129, first + 141)).toBe('000040000100400002000000');
    expect(hex(reference, first + 225, first + 235)).toBe('03000100000000000300');
    expect(hex(reference, second + 129, second + 137)).toBe('0000400005000000');
    expect(hex(reference, second + 225, second + 235)).toBe('02000000000000000100');
    expect(hex(reference, first + 263, first + 281)).toBe(plain('c8000000 00000000 00000000 406410801000'));
    expect(hex(reference, second + 263, second + 281)).toBe(plain('80000000 00000000 00000000 280010800000'));
    // On the grid of the players by default.
    expect(hex(own, first + 2 + 275, first + 2 + 281)).toBe('406810801000');
  });
});

describe('IT', () => {
  const reference = make2('it', 'reference');
  const own = make2('it', undefined);
  it('has the header, the pointers and the cells of the reference', () => {
    expect(hex(reference, 30, 54)).toBe(plain('0410 0100 0200 0200 0100 1402 0002 0d00 0000 8030067d8000'));
    const view = new DataView(reference.buffer);
    expect(Array.from({ length: 5 }, (_, i) => view.getUint32(193 + 4 * i, true))).toEqual([
      213, 767, 1321, 1401, 1481,
    ]);
    expect(hex(reference, 1481, 1489)).toBe(plain('2900 0800 00000000'));
    expect(hex(reference, 1489, 1530)).toBe(
      plain('810330018207340240 00 812c400404 00 8101ff8201fe 00 8160 00 8169370a47 00 81433c02 00 8270 00 00'),
    );
    expect(reference.length).toBe(1858);
    expect(hex(reference, 213 + 17, 213 + 26)).toBe(plain('00 00 00 0001 00 3c 80 a0'));
    expect(hex(reference, 213 + 304, 213 + 319)).toBe(plain('05 03 0000 0101 400000 400100 000200'));
    expect(hex(reference, 767 + 304, 767 + 316)).toBe(plain('01 02 0000 0000 400000 000500'));
  });

  it('has mended cells by default, an end mark and room for editors', () => {
    const pattern = 192 + 2 + 4 * 5 + 2 * 554 + 2 * 80;
    expect(hex(own, pattern + 8, pattern + 8 + 48)).toBe(
      plain('81073001008203340200 8108040400 8101ff8209fe083200 8107000140 00 810f3701400a4700 81033c0200 8201fe00 00'),
    );
    expect(hex(own, 192, 194)).toBe('00ff');
    expect(hex(own, 42, 48)).toBe(plain('1402 0d00 0400'));
  });
});
