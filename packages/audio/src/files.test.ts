import { describe, expect, it } from 'vitest';
import { midiNote } from './note.ts';
import { PEAK_LEVEL, quantize } from './quantize.ts';
import { pcmBytes, writeWav } from './wav.ts';
import { IMAGE_HEIGHT, IMAGE_PALETTE, IMAGE_WIDTH, waveformImage } from './waveform-image.ts';

describe('writeWav', () => {
  const pcm = Int16Array.of(1, -2, 300, -32767);
  it('writes the canonical header and little-endian samples', () => {
    const wav = writeWav(pcm, { sampleRate: 22050, channels: 2 });
    const view = new DataView(wav.buffer);
    expect(wav.length).toBe(52);
    expect(String.fromCharCode(...wav.slice(0, 4), ...wav.slice(8, 16), ...wav.slice(36, 40))).toBe('RIFFWAVEfmt data');
    expect(view.getUint32(4, true)).toBe(44);
    expect([20, 22, 32, 34].map((at) => view.getUint16(at, true))).toEqual([1, 2, 4, 16]);
    expect([16, 24, 28, 40].map((at) => view.getUint32(at, true))).toEqual([16, 22050, 88200, 8]);
    expect([...pcmBytes(wav)]).toEqual([1, 0, 254, 255, 44, 1, 1, 128]);
  });

  it('adds a sampler chunk of 68 bytes for a loop', () => {
    const wav = writeWav(pcm, { sampleRate: 44100, channels: 1 }, { start: 1, end: 4, snapped: false, unityNote: 69 });
    const view = new DataView(wav.buffer);
    expect(wav.length).toBe(52 + 68);
    expect(view.getUint32(4, true)).toBe(wav.length - 8);
    expect(String.fromCharCode(...wav.slice(52, 56))).toBe('smpl');
    expect(Array.from({ length: 16 }, (_, i) => view.getUint32(56 + 4 * i, true))).toEqual([
      60, 0, 0, 22676, 69, 0, 0, 0, 1, 0, 0, 0, 1, 3, 0, 0,
    ]);
    expect(pcmBytes(wav).length).toBe(8);
  });
});

describe('quantize', () => {
  it('brings the peak over all channels to -3 dB and rounds away from zero', () => {
    expect([...quantize([Float64Array.of(0.5, -4), Float64Array.of(8, 0)])]).toEqual([1450, 23197, -11599, 0]);
    expect(Math.round(PEAK_LEVEL * 32767)).toBe(23197);
  });
  it('makes silence of silence and 0 of what is not a number', () => {
    expect([...quantize([Float64Array.of(0, 0)])]).toEqual([0, 0]);
    expect([...quantize([Float64Array.of(Number.NaN, 1, Number.POSITIVE_INFINITY)])]).toEqual([0, 0, 0]);
  });
});

it('midiNote reads numbers and names', () => {
  expect(['C4', 'a4', ' F#3 ', 'Bb-1', 'es0', 'C-1', 'G9'].map(midiNote)).toEqual([60, 69, 54, 10, 17, 0, 127]);
  expect(['', 'H4', 'C', 'C##4', 'A9', 'Cb-1', 'C4.5'].map(midiNote)).toEqual(Array(7).fill(undefined));
  expect([midiNote(61), midiNote(null), midiNote(undefined)]).toEqual([61, undefined, undefined]);
});

describe('waveformImage', () => {
  const pixel = (image: Uint8Array, x: number, y: number) => {
    const index = image[y * IMAGE_WIDTH + x]!;
    return [...IMAGE_PALETTE.slice(index * 3, index * 3 + 3)];
  };
  it('draws the centre line over nothing for silence', () => {
    const image = waveformImage(new Int16Array(100), 1);
    expect(image.length).toBe(IMAGE_WIDTH * IMAGE_HEIGHT);
    expect(pixel(image, 5, 0)).toEqual([32, 32, 32]);
    expect(pixel(image, 5, 128)).toEqual([64, 192, 255]);
  });
  it('marks loud ends and brightens what lies within the RMS', () => {
    const square = Int16Array.from({ length: 1024 * 8 }, (_, i) => (i % 8 < 4 ? 32700 : -32700));
    const image = waveformImage(square, 1);
    expect(pixel(image, 9, 128)).toEqual([80, 240, 255]);
    const faded = Int16Array.from({ length: 1024 * 8 }, (_, i) => (i % 8 === 0 ? 32700 : 400));
    expect(pixel(waveformImage(faded, 1), 9, 0)).toEqual([255, 128, 64]);
  });
  it('takes the mean of two channels', () => {
    expect(waveformImage(Int16Array.of(9, 4, -9, -4), 2)).toEqual(waveformImage(Int16Array.of(6, -6), 1));
  });
});
