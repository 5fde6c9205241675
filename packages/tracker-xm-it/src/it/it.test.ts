import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CountingReader } from '../_count-reads.ts';
import { make, mono16, paramsOf, STRUCK } from '../_fixtures.ts';
import { readModule } from '../read/index.ts';
import { skipPacked, unpackIt } from '../read/unpack-it.ts';
import { compressIt } from './compress.ts';

describe('compression', () => {
  const unpacked = (pcm: Int16Array, compression: 'it214' | 'it215') => {
    const from = new CountingReader(compressIt(pcm, compression));
    const result = unpackIt(from, pcm.length, { bits: 16, twice: compression === 'it215' });
    expect(from.seen.every((count) => count === 1)).toBe(true);
    from.at = 0;
    skipPacked(from, pcm.length, 16);
    expect(from.at).toBe(from.bytes.length);
    return result;
  };

  it('gives every sample back', () => {
    const sample = fc.oneof(fc.integer({ min: -32768, max: 32767 }), fc.integer({ min: -40, max: 40 }), fc.constant(0));
    fc.assert(
      fc.property(fc.array(sample, { maxLength: 300 }), fc.constantFrom('it214', 'it215'), (values, compression) => {
        const pcm = Int16Array.from(values);
        expect(unpacked(pcm, compression as 'it214')).toEqual(pcm);
      }),
    );
    for (const length of [0, 1, 0x4000, 0x4001, 40_000]) {
      const pcm = Int16Array.from({ length }, (_, i) => 12000 * Math.sin(i / 40) + ((i * 7919) % 97));
      for (const compression of ['it214', 'it215'] as const) expect(unpacked(pcm, compression)).toEqual(pcm);
    }
  });

  it('is smallest for what is smooth, and never larger than it need be', () => {
    const tone = Int16Array.from({ length: 40_000 }, (_, i) => 12000 * Math.sin(i / 40) + ((i * 7919) % 401));
    const [once, twice] = (['it214', 'it215'] as const).map((way) => compressIt(tone, way).length);
    expect(once).toBeLessThan(60_000);
    const smooth = tone.map((_, i) => 12000 * Math.sin(i / 40));
    expect(compressIt(smooth, 'it215').length).toBeLessThan(compressIt(smooth, 'it214').length);
    expect(twice).toBeLessThan(80_000);
    // 17 bits at most for each sample, whatever it is.
    const noise = Int16Array.from({ length: 1000 }, (_, i) => Math.imul(i + 1, 0x9e3779b1) >> 16);
    expect(compressIt(noise, 'it214').length).toBeLessThanOrEqual(2 + Math.ceil((17 * 1000) / 8));
  });
});

describe('files', () => {
  const wav = mono16(Array.from({ length: 5000 }, (_, i) => Math.round(9000 * Math.sin(i / 30))));
  const song = (change: Record<string, unknown>, compat?: 'reference') =>
    make(paramsOf({ format: 'it', ...change }), compat, () => wav).bytes;
  const instrument = { wav: 'a.wav', envelope: STRUCK };

  it('are smaller where their samples are compressed, and say what they need', () => {
    const plain = song({ instruments: [instrument] });
    const packed = song({ instruments: [instrument], it_options: { compression: 'auto' } });
    expect(packed.length).toBeLessThan(plain.length - 3000);
    expect(readModule(plain).it!.compatible).toBe(0x0214);
    expect(readModule(packed).it!.compatible).toBe(0x0215);
    const filtered = {
      ...instrument,
      filter_envelope: {
        points: [
          [0, 1],
          [1, -1],
        ],
      },
    };
    const read = readModule(song({ instruments: [filtered] }));
    expect(read.it!.compatible).toBe(0x0216);
    expect(read.instruments[0]!.pitchEnvelope).toMatchObject({
      on: true,
      filter: true,
      points: [
        [0, 32],
        [50, -32],
      ],
    });
  });

  it('hold the data of equal samples once', () => {
    const one = song({ instruments: [instrument] });
    const three = song({ instruments: [instrument, { ...instrument, name: 'x' }, { ...instrument, base_note: 'C3' }] });
    expect(three.length - one.length).toBe(2 * (554 + 80 + 8));
    expect(readModule(three).samples.map(({ frames }) => frames)).toEqual([5000, 5000, 5000]);
    const apart = song({ instruments: [instrument, instrument] }, 'reference');
    expect(apart.length - song({ instruments: [instrument] }, 'reference').length).toBe(554 + 80 + 8 + 10_000);
  });

  it('keep what the options say, up to the loudest', () => {
    const read = readModule(song({ it_options: { stereo: false, global_volume: 200, mix_volume: 100 } }));
    expect(read).toMatchObject({ flags: 0x0c, it: { globalVolume: 128, mixVolume: 100 } });
    expect(read.it!.pans.slice(0, 3)).toEqual([32, 32, 160]);
  });

  it('keep what only IT can do with notes', () => {
    const played = {
      ...instrument,
      nna: 'fade',
      dct: 'note',
      dca: 'off',
      fadeout: 2,
      pan: 1,
      filter: { cutoff: 90, resonance: 7 },
    };
    const [found] = readModule(song({ instruments: [played] })).instruments;
    // 100 ticks at 125 beats per minute; 1024 / 100.
    expect(found).toMatchObject({ nna: [3, 1, 1], fadeout: 10, pan: 64, filter: [90 + 128, 7 + 128] });
    expect(readModule(song({ instruments: [instrument] })).instruments[0]).toMatchObject({
      nna: [0, 0, 0],
      fadeout: 0,
      pan: 0xa0,
    });
  });
});
