import { log10, Pcg32, sin } from '@speccade/numerics';
import { describe, expect, it } from 'vitest';
import { mean, powerSpectrum } from './_spectrum.ts';
import { readWav } from './analysis/read-wav.ts';
import { createEncoder, SAMPLE_FORMATS, type SampleFormat } from './sample-format.ts';
import { soundFile } from './sound-file.ts';
import { pcmBytes } from './wav.ts';

const WIDTH = { pcm16: 2, pcm24: 3, float32: 4 };

function fileOf(channels: Float64Array[], sampleFormat: SampleFormat, dither = false): Uint8Array {
  return soundFile({ sampleRate: 44100, channels }, 7, undefined, { sampleFormat, dither });
}

const noise = (length: number, seed = 1) => {
  const x = new Float64Array(length);
  new Pcg32(seed).fillBipolar(x);
  return x;
};

describe.each(SAMPLE_FORMATS)('a file of %s', (format) => {
  it.each([
    [0, 1],
    [0, 2],
    [1, 1],
    [1, 2],
    [3, 1],
    [7, 2],
    [8, 1],
  ])('with %i samples in %i channels has sizes that agree with each other', (frames, count) => {
    const bytes = fileOf(
      Array.from({ length: count }, (_, c) => noise(frames, c)),
      format,
    );
    const view = new DataView(bytes.buffer);
    const tag = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));
    const float = format === 'float32';
    const size = frames * count * WIDTH[format];
    expect([tag(0), tag(8), tag(12)]).toEqual(['RIFF', 'WAVE', 'fmt ']);
    expect(view.getUint32(4, true)).toBe(bytes.length - 8);
    expect(view.getUint32(16, true)).toBe(float ? 18 : 16);
    expect([20, 22, 32, 34].map((at) => view.getUint16(at, true))).toEqual([
      float ? 3 : 1,
      count,
      count * WIDTH[format],
      8 * WIDTH[format],
    ]);
    expect(view.getUint32(28, true)).toBe(44100 * count * WIDTH[format]);
    if (float) {
      expect(view.getUint16(36, true)).toBe(0);
      expect(tag(38)).toBe('fact');
      expect([view.getUint32(42, true), view.getUint32(46, true)]).toEqual([4, frames]);
    }
    const data = float ? 50 : 36;
    expect(tag(data)).toBe('data');
    expect(view.getUint32(data + 4, true)).toBe(size);
    expect(bytes.length).toBe(data + 8 + size + (size % 2));
    if (size % 2 === 1) expect(bytes.at(-1)).toBe(0);
    expect(pcmBytes(bytes).length).toBe(size);
  });

  it('comes back as it was, within half a step', () => {
    const sides = [noise(1001), noise(1001, 2).map((x) => x / 3)];
    const { channels, bitsPerSample, sampleFormat } = readWav(fileOf(sides, format));
    expect([bitsPerSample, sampleFormat]).toEqual([8 * WIDTH[format], format === 'float32' ? 'float' : 'pcm']);
    const peak = Math.max(...sides.flatMap((side) => [...side].map(Math.abs)));
    const full = { pcm16: 32767 / 32768, pcm24: 8388607 / 8388608, float32: 1 }[format];
    const step = { pcm16: 2 ** -15, pcm24: 2 ** -23, float32: 2 ** -24 }[format];
    channels.forEach((channel, c) => {
      channel.forEach((x, i) => {
        const wanted = ((sides[c]![i]! * 0.7079457843841379) / peak) * full;
        expect(Math.abs(x - wanted)).toBeLessThanOrEqual(step * 0.5000001);
      });
    });
  });

  it('is silent for silence, dithered or not', () => {
    for (const dither of [false, true]) {
      expect(pcmBytes(fileOf([new Float64Array(5)], format, dither)).every((byte) => byte === 0)).toBe(true);
    }
  });
});

it('a loop stands behind the byte of padding', () => {
  const sampler = { start: 1, end: 4, snapped: false, unityNote: 60 };
  const bytes = soundFile({ sampleRate: 44100, channels: [noise(5)] }, 1, sampler, { sampleFormat: 'pcm24' });
  expect(bytes.length).toBe(44 + 15 + 1 + 68);
  expect(readWav(bytes).loops).toEqual([{ start: 1, end: 4 }]);
});

/** Rounds samples that are given in steps of 16 bit. */
function steps(x: Float64Array, dither: Pcg32 | undefined): Float64Array {
  const bytes = new Uint8Array(2 * x.length);
  createEncoder({ format: 'pcm16', scale: 1 / 32767, dither })([x], x.length, bytes);
  return Float64Array.from(new Int16Array(bytes.buffer));
}

describe('dither', () => {
  const hz = 440;
  const tone = Float64Array.from({ length: 65536 }, (_, i) => 0.8 * sin((2 * Math.PI * hz * i) / 44100));

  it('follows from the seed', () => {
    const quiet = [noise(500)];
    expect(fileOf(quiet, 'pcm24', true)).toEqual(fileOf(quiet, 'pcm24', true));
    expect(fileOf(quiet, 'pcm16', true)).not.toEqual(fileOf(quiet, 'pcm16'));
    expect(fileOf(quiet, 'float32', true)).toEqual(fileOf(quiet, 'float32'));
    const other = soundFile({ sampleRate: 44100, channels: quiet }, 8, undefined, { dither: true });
    expect(fileOf(quiet, 'pcm16', true)).not.toEqual(other);
  });

  it.each([0, 0.25, -0.4, 0.5])('keeps the mean, and the noise the same, at %f steps', (level) => {
    const x = steps(new Float64Array(65536).fill(level), new Pcg32(3));
    expect(Math.abs(mean(x) - level)).toBeLessThan(0.01);
    // A quarter of a squared step, wherever the signal is: a twelfth of rounding, a sixth of the noise.
    expect(mean(x.map((v) => (v - level) ** 2))).toBeCloseTo(0.25, 2);
  });

  it('turns the harmonics of a quiet tone into noise', () => {
    const harmonic = (x: Float64Array, order: number) => {
      const power = new Float64Array(8192);
      for (let start = 0; start + 16384 <= x.length; start += 16384) {
        powerSpectrum(x, 16384, start).forEach((p, k) => {
          if (k < power.length) power[k]! += p;
        });
      }
      const bin = (order * hz * 16384) / 44100;
      const near = Math.max(...power.subarray(Math.round(bin) - 2, Math.round(bin) + 3));
      const beside = mean(power.subarray(Math.round(bin) + 20, Math.round(bin) + 120));
      return 10 * log10(near / beside);
    };
    expect(harmonic(steps(tone, undefined), 3)).toBeGreaterThan(25);
    for (const order of [3, 5, 7, 9]) expect(harmonic(steps(tone, new Pcg32(3)), order)).toBeLessThan(9);
    expect(harmonic(steps(tone, new Pcg32(3)), 1)).toBeGreaterThan(30);
  });
});
