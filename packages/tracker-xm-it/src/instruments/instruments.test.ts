import { describe, expect, it } from 'vitest';
import { type Compat, hex, make, mono16, paramsOf, STRUCK, songWith, wavOf } from '../_fixtures.ts';
import { toolsFor } from '../modes.ts';
import { halveRate } from './decimate.ts';
import { c5SpeedOf, exactRate, frequencyOf, gridTuning, xmDeviation } from './tuning.ts';

const reference = toolsFor('reference');
const own = toolsFor(undefined);
const points = ({ points: list }: { points: readonly (readonly [number, number])[] }) =>
  list.map((point) => point.join()).join(' ');

describe('volume envelopes', () => {
  const envelope = (attack: number, decay: number, sustain: number, release: number) => ({
    attack,
    decay,
    sustain,
    release,
  });
  it.each<[number[], string, number | undefined]>([
    [[0.01, 0.1, 0.7, 0.2], '0,0 1,64 6,45 16,0', 2],
    [[0, 0, 0, 0], '0,64 1,0', undefined],
    [[0, 0, 1, 0], '0,64 1,64 2,0', 1],
    [[0.005, 0.1, 0.5, 0.1], '0,64 5,32 10,0', 1],
    [[0.03, 0.05, 0.008, 0.07], '0,0 2,64 5,1 9,0', 2],
    [[0.05, 0.03, 0.4999, 0.01], '0,0 3,64 5,32 6,0', 2],
    [[1, 2, 0.01, 3], '0,0 50,64 150,1 300,0', 2],
    [[0.5, 0.5, 1.5, 0.5], '0,0 25,64 50,64 75,0', 2],
    [[-1, -1, -1, -1], '0,64 1,0', undefined],
  ])('%j', (values, expected, sustain) => {
    const made = reference.volumeEnvelope(envelope(...(values as [number, number, number, number])), 50);
    expect([points(made), made.sustain]).toEqual([expected, sustain]);
    const same = own.volumeEnvelope(envelope(...(values as [number, number, number, number])), 50);
    expect([points(same), same.sustain]).toEqual([expected, sustain]);
  });

  it('stay in order where they are very long', () => {
    const long = envelope(2000, 1, 0.5, 1);
    expect(points(reference.volumeEnvelope(long, 50))).toBe('0,0 65535,64 65535,32 65535,0');
    expect(points(own.volumeEnvelope(long, 50))).toBe('0,0 9997,64 9998,32 9999,0');
  });

  it('are in seconds at any tempo', () => {
    const made = (bpm: number, compat?: Compat) =>
      points(
        make(
          paramsOf({ bpm, instruments: [{ synthesis: { type: 'sine' }, envelope: { ...STRUCK, decay: 1 } }] }),
          compat,
        ).song.instruments[0]!.volumeEnvelope,
      );
    expect(made(125)).toBe('0,64 50,0');
    expect(made(250)).toBe('0,64 100,0');
    expect(made(250, 'reference')).toBe('0,64 50,0');
  });
});

describe('tuning', () => {
  it.each([
    [22050, 60, 16, 100, 44100],
    [22050, 36, 40, 100, 176400],
    [44100, 60, 28, 100, 88200],
    [44100, 36, 52, 100, 352800],
    [48000, 36, 54, 32, 384000],
  ])('%i Hz at note %i', (rate, midi, relativeNote, finetune, c5) => {
    expect(reference.tuneXm(rate, midi)).toEqual({ relativeNote, finetune });
    expect(c5SpeedOf(rate, midi)).toBe(c5);
  });

  it('is exact to the players’ grid at the rates that sounds are made at', () => {
    for (const rate of [22050, 44100, 48000, 11025, 8000, 96000]) {
      const exact = exactRate(rate);
      expect(Math.abs(1200 * Math.log2(exact / rate))).toBeLessThan(3.2);
      const tuning = gridTuning(exact, 60);
      expect(tuning.finetune % 8).toBe(0);
      expect(Math.abs(xmDeviation(tuning, exact, 60))).toBeLessThan(rate >= 22050 ? 0.04 : 0.12);
    }
  });

  it('halves the rate for notes that XM could not reach, and keeps the pitch', () => {
    const wav = mono16(
      Array.from({ length: 8000 }, (_, i) => Math.round(8000 * Math.sin((2 * Math.PI * 65.4 * i) / 44100))),
      44100,
    );
    const instruments = [{ wav: 'a.wav', base_note: 'C2', loop_mode: 'none', envelope: STRUCK }];
    const sample = (note: string, compat?: Compat) =>
      make(songWith([{ note }], { instruments }), compat, () => wav).song.instruments[0]!.sample;
    expect(sample('C5')).toMatchObject({ rate: 44100, relativeNote: 52 });
    const halved = sample('C6');
    expect(halved).toMatchObject({ rate: 22050, relativeNote: 40 });
    expect(halved.pcm.length).toBe(4000);
    expect(Math.abs(halved.pcm[1000]! - sample('C5').pcm[2000]!)).toBeLessThan(30);
    expect(sample('C6', 'reference').rate).toBe(44100);
  });

  it('decimates without what the lower rate cannot hold', () => {
    const level = (hertz: number) => {
      const tone = Int16Array.from({ length: 2000 }, (_, i) => 20000 * Math.sin((2 * Math.PI * hertz * i) / 44100));
      return Math.max(...halveRate(tone).subarray(100, 900).map(Math.abs)) / 20000;
    };
    expect(level(1000)).toBeGreaterThan(0.99);
    expect(level(7000)).toBeGreaterThan(0.97);
    expect(level(15000)).toBeLessThan(0.003);
    expect(level(20000)).toBeLessThan(0.001);
  });
});

describe('WAV files', () => {
  const read = (frames: number[][], bits: 8 | 16 | 24 | 32, tools = reference) => [
    ...tools.readWav(wavOf(frames, bits, 22050), []).pcm,
  ];
  it('are cut off in reference mode', () => {
    expect(read([[20000], [-32768], [32767], [-1]], 16)).toEqual([19999, -32767, 32766, 0]);
    expect(read([[100]], 8)).toEqual([25599]);
    expect(read([[-3, 2]], 16)).toEqual([0]);
  });

  it('are kept, or rounded, by default', () => {
    expect(read([[20000], [-32768], [32767], [-1]], 16, own)).toEqual([20000, -32768, 32767, -1]);
    expect(read([[100], [-128]], 8, own)).toEqual([25600, -32768]);
    expect(read([[-3, 2]], 16, own)).toEqual([0]);
    expect(read([[0x123456], [-0x800000], [0x7fffff]], 24, own)).toEqual([0x1234, -32768, 32767]);
    expect(read([[0x12345678], [-0x80000000]], 32, own)).toEqual([0x1234, -32768]);
  });

  it('may have an odd chunk before their data, or floats', () => {
    const plain = mono16([1, 2, 3]);
    const odd = new Uint8Array(plain.length + 10);
    odd.set(plain.subarray(0, 36));
    odd.set([0x6a, 0x75, 0x6e, 0x6b, 1, 0, 0, 0, 9, 0], 36);
    odd.set(plain.subarray(36), 46);
    expect([...own.readWav(odd, []).pcm]).toEqual([1, 2, 3]);
    expect(() => reference.readWav(odd, [])).toThrow();
    const float = wavOf([[0], [0]], 32, 8000);
    new DataView(float.buffer).setUint16(20, 3, true);
    new DataView(float.buffer).setFloat32(44, 0.5, true);
    new DataView(float.buffer).setFloat32(48, Number.NaN, true);
    expect([...own.readWav(float, []).pcm]).toEqual([16384, 0]);
    expect(() => reference.readWav(float, [])).toThrow(/format 3/);
  });

  it('that are none are refused with a reason', () => {
    for (const cut of [0, 11, 20, 40, 45]) {
      expect(() => own.readWav(mono16([1, 2]).subarray(0, cut), ['x'])).toThrow();
    }
    const wrong = mono16([1, 2]);
    wrong[34] = 12;
    expect(() => own.readWav(wrong, [])).toThrow(/12 bits/);
  });
});

describe('loops of the reference', () => {
  const sine = (n: number, rate: number, hertz: number, level: number, offset = 0) =>
    Int16Array.from({ length: n }, (_, i) =>
      Math.max(-32768, Math.trunc(offset + level * Math.sin((2 * Math.PI * hertz * i) / rate))),
    );
  const usual = { attack: 0.01, decay: 0.1, sustain: 0.7, release: 0.2 };
  type Row = [string, Int16Array, number, number, object, 'auto' | 'forward' | 'pingpong', string];
  const c4 = sine(22050, 22050, 261.63, 12000);
  it.each<Row>([
    ['tone', c4, 22050, 60, usual, 'auto', 'forward 2205 21905 dc 12 corr 0.999941 fade 220'],
    ['tone', c4, 22050, 60, usual, 'forward', 'forward 2205 21905 dc 12 corr 0.999941 fade 220'],
    ['tone', c4, 22050, 60, usual, 'pingpong', 'pingpong 2549 21893 dc 12'],
    ['late', c4, 22050, 60, { ...usual, attack: 0.9, decay: 0.2 }, 'auto', 'pingpong 21891 22050 dc 12'],
    [
      'early',
      c4,
      22050,
      60,
      { ...usual, attack: 0, decay: 0 },
      'auto',
      'forward 237 21857 dc 12 corr 0.999995 fade 220',
    ],
    [
      'offset',
      sine(16000, 22050, 110, 9000, 5000),
      22050,
      60,
      usual,
      'auto',
      'forward 2237 15899 dc 5010 corr 0.999996 fade 220',
    ],
    ['clipped', sine(9000, 22050, 220, 15000, -20000), 22050, 60, usual, 'auto', 'forward 2205 8933 dc -19718'],
    ['short', sine(3000, 22050, 440, 9000), 22050, 60, usual, 'auto', 'pingpong 2643 3000 dc 9'],
    ['short', sine(3000, 22050, 440, 9000), 22050, 60, usual, 'forward', 'forward 2646 3000 dc 9 fade 220'],
    ['tiny', sine(200, 22050, 440, 9000), 22050, 60, usual, 'forward', 'pingpong 12 200'],
    ['silence', new Int16Array(9000), 22050, 60, usual, 'auto', 'pingpong 2426 9000'],
    ['silence', new Int16Array(9000), 22050, 60, usual, 'forward', 'forward 2646 9000 fade 220'],
    ['ramp', Int16Array.from({ length: 5 }, (_, i) => 100 * i - 200), 22050, 60, usual, 'auto', 'pingpong 2 5'],
  ])('%s', (_, given, rate, midi, envelope, mode, expected) => {
    // As a file that the reference mode read.
    const { pcm } = reference.readWav(mono16(given, rate), []);
    const found = reference.findLoop({
      pcm,
      rate,
      frequency: frequencyOf(midi),
      envelope: envelope as typeof usual,
      mode,
    });
    const { loop, mean, correlation, crossfade } = found;
    const text = [
      `${loop.mode} ${loop.start} ${loop.end}`,
      mean === undefined ? '' : `dc ${mean}`,
      correlation === undefined ? '' : `corr ${correlation.toFixed(6)}`,
      crossfade === undefined ? '' : `fade ${crossfade}`,
    ];
    expect(text.filter(Boolean).join(' ').startsWith(expected)).toBe(true);
    expect(found.pcm.length).toBe(pcm.length);
  });

  it('of a low tone come from the second, finer scan', () => {
    const at = (i: number) => (2 * Math.PI * 41.2 * i) / 44100;
    const given = Int16Array.from({ length: 60000 }, (_, i) =>
      Math.trunc(9000 * Math.sin(at(i)) + 4000 * Math.sin(3 * at(i) + 0.3)),
    );
    const { pcm } = reference.readWav(mono16(given, 44100), []);
    const found = reference.findLoop({ pcm, rate: 44100, frequency: frequencyOf(28), envelope: usual, mode: 'auto' });
    expect(found.loop).toEqual({ mode: 'forward', start: 5946, end: 58994 });
    expect(found.crossfade).toBe(441);
    expect(found.mean).toBe(4);
  });
});

describe('sources', () => {
  const layered = {
    duration_seconds: 0.5,
    sample_rate: 22050,
    layers: [
      {
        synthesis: { type: 'oscillator', waveform: 'sine', frequency: 261.6 },
        envelope: { attack: 0, decay: 0.05, sustain: 0, release: 0 },
        volume: 1,
        pan: 0,
      },
    ],
  };
  const sampleOf = (instrument: object, compat?: Compat, readFile?: (path: string) => Uint8Array | undefined) =>
    make(paramsOf({ instruments: [instrument] }), compat, readFile).song.instruments[0]!;
  const utf8 = new TextEncoder();

  it('may be a sound in the spec, or one of its own', () => {
    const inline = sampleOf({ synthesis_audio_v1: layered, envelope: STRUCK });
    const document = { asset_type: 'audio', recipe: { kind: 'audio_v1', params: layered } };
    const referred = sampleOf({ ref: 'a.json', envelope: STRUCK }, undefined, () =>
      utf8.encode(JSON.stringify(document)),
    );
    expect(inline.sample.pcm.length).toBe(11043);
    expect(hex(new Uint8Array(referred.sample.pcm.buffer))).toBe(hex(new Uint8Array(inline.sample.pcm.buffer)));
  });

  it('that are struck keep the envelopes of their layers, and the tracker holds', () => {
    const tail = (pcm: Int16Array) => Math.max(...pcm.subarray(pcm.length >> 1).map(Math.abs));
    const own_ = sampleOf({ synthesis_audio_v1: layered, envelope: { ...STRUCK, release: 0.1 } });
    expect(tail(own_.sample.pcm)).toBe(0);
    expect(points(own_.volumeEnvelope)).toBe('0,64 5,0');
    expect(own_.volumeEnvelope.sustain).toBe(0);
    expect(tail(sampleOf({ synthesis_audio_v1: layered, envelope: STRUCK }, 'reference').sample.pcm)).toBeGreaterThan(
      20000,
    );
    const held = sampleOf({ synthesis_audio_v1: layered, envelope: { ...STRUCK, sustain: 0.5 } });
    expect(tail(held.sample.pcm)).toBeGreaterThan(20000);
  });

  it.each<[string, object, string]>([
    ['no file', { wav: 'a.wav' }, 'MUSIC_005'],
    ['no spec', { ref: 'a.json' }, 'MUSIC_006'],
    ['too long', { synthesis_audio_v1: { ...layered, duration_seconds: 6.1 } }, 'MUSIC_006'],
    ['endless', { synthesis_audio_v1: { ...layered, duration_seconds: 1e12 } }, 'MUSIC_006'],
    ['no note', { synthesis_audio_v1: { ...layered, base_note: 'X' } }, 'MUSIC_006'],
    ['no MIDI note', { synthesis_audio_v1: { ...layered, base_note: 200 } }, 'MUSIC_006'],
    ['two sources', { wav: 'a', ref: 'b' }, 'MUSIC_006'],
    [
      'a delay behind the end',
      { synthesis_audio_v1: { ...layered, layers: [{ ...layered.layers[0], delay: 9 }] } },
      'MUSIC_006',
    ],
  ])('%s', (_, instrument, code) => {
    expect(() => sampleOf(instrument)).toThrow(expect.objectContaining({ code }));
  });

  it.each(['{', '5', '{"asset_type":"music"}', '{"asset_type":"audio","recipe":{"kind":"audio_v1","params":{}}}'])(
    'refuses %s as a referenced spec',
    (text) => {
      expect(() => sampleOf({ ref: 'a.json' }, undefined, () => utf8.encode(text))).toThrow(
        expect.objectContaining({ code: 'MUSIC_006' }),
      );
    },
  );

  it('too short to loop are refused only where a loop is wanted', () => {
    const empty = () => mono16([]);
    expect(sampleOf({ wav: 'a.wav', loop_mode: 'none' }, undefined, empty).sample.pcm.length).toBe(0);
    expect(() => sampleOf({ wav: 'a.wav' }, undefined, empty)).toThrow(/too short/);
  });
});
