import { encodePng } from '@speccade/png';
import fc from 'fast-check';
import { encode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { analyzePicture, comparePictures, type Picture, readPng } from './index.ts';

/** A picture from a function of the place. */
function picture(
  width: number,
  height: number,
  channels: Picture['channels'],
  at: (x: number, y: number, channel: number) => number,
): Picture {
  const data = new Uint8Array(width * height * channels);
  for (let i = 0; i < data.length; i++) {
    const pixel = Math.floor(i / channels);
    data[i] = at(pixel % width, Math.floor(pixel / width), i % channels);
  }
  const colorType = (['Grayscale', 'Grayscale+Alpha', 'RGB', 'RGBA'] as const)[channels - 1]!;
  return { width, height, channels, data, colorType, bitDepth: 8, white: 255 };
}

const noise = (seed: number) => (x: number, y: number, c: number) =>
  ((x * 73 + y * 179 + c * 283 + seed) * 2654435761) >>> 24;

describe('reading', () => {
  it.each([1, 2, 3, 4] as const)('gives back the samples of %i channels', (channels) => {
    const { data } = picture(13, 7, channels, noise(1));
    const colorType = (['gray', 'gray-alpha', 'rgb', 'rgba'] as const)[channels - 1]!;
    const read = readPng(encodePng({ width: 13, height: 7, colorType, data: data as Uint8Array }));
    expect(read).toMatchObject({ width: 13, height: 7, channels, bitDepth: 8, white: 255 });
    expect([...read.data]).toEqual([...data]);
  });

  it.each([2, 4, 16, 200])('spreads a palette of %i colours', (colours) => {
    const palette = Uint8Array.from({ length: 3 * colours }, (_, i) => (i * 37) & 255);
    const data = Uint8Array.from({ length: 11 * 5 }, (_, i) => (i * 7) % colours);
    const read = readPng(encodePng({ width: 11, height: 5, colorType: 'palette', palette, data }));
    expect(read).toMatchObject({ colorType: 'Indexed', channels: 3 });
    expect([...read.data]).toEqual([...data].flatMap((index) => [...palette.subarray(3 * index, 3 * index + 3)]));
  });

  it('reads 16 bits as they are', () => {
    const data = Uint16Array.from({ length: 12 }, (_, i) => i * 5000);
    const read = readPng(encode({ width: 4, height: 3, data, depth: 16, channels: 1 }));
    expect(read).toMatchObject({ bitDepth: 16, white: 65535 });
    expect([...read.data]).toEqual([...data]);
    expect(analyzePicture(read).histogram.red.max).toBeCloseTo(55000 / 257, 4);
  });

  it('refuses what is no picture, without trying for long', () => {
    const good = encodePng({ width: 4, height: 4, colorType: 'gray', data: new Uint8Array(16) });
    const promising = good.slice();
    new DataView(promising.buffer).setUint32(16, 1 << 30);
    new DataView(promising.buffer).setUint32(20, 1 << 30);
    for (const bytes of [new Uint8Array(), good.slice(0, 20), good.slice(0, 50), promising, good.map((b) => b ^ 1)]) {
      expect(() => readPng(bytes)).toThrow(expect.objectContaining({ code: 'CLI_013' }));
    }
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(255), (at, value) => {
        const damaged = good.slice();
        damaged[at] = value;
        try {
          readPng(damaged);
        } catch (error) {
          expect(error).toMatchObject({ code: 'CLI_013' });
        }
      }),
    );
  });
});

describe('metrics', () => {
  it('are those of the levels', () => {
    const half = analyzePicture(picture(4, 2, 3, (x, _, c) => (c === 1 ? 100 : x < 2 ? 0 : 200)));
    expect(half.format).toEqual({ bit_depth: 8, channels: 3, color_type: 'RGB', height: 2, width: 4 });
    expect(half.histogram.red).toEqual({ max: 200, mean: 100, min: 0, stddev: 100 });
    expect(half.histogram.green).toEqual({ max: 100, mean: 100, min: 100, stddev: 0 });
    expect(half.histogram.alpha).toBeUndefined();
    const gray = analyzePicture(picture(4, 2, 1, (x) => (x < 2 ? 50 : 100))).contrast;
    expect(gray).toEqual({ contrast_ratio: 2, rms_contrast: 0.333333, weber_contrast: 0.666667 });
  });

  it('see a seam, and that a wave which comes round has none', () => {
    const wave = (x: number) => 128 + 100 * Math.sin((2 * Math.PI * x) / 32);
    expect(analyzePicture(picture(32, 32, 1, (x) => wave(x))).tiling.score).toBeGreaterThan(0.9);
    const ramp = analyzePicture(picture(32, 32, 1, (x) => 8 * x)).tiling;
    expect(ramp.seam_x).toBeCloseTo(31, 5);
    expect(ramp.seam_y).toBe(0);
    expect(ramp.score).toBeLessThan(0.05);
    expect(analyzePicture(picture(8, 8, 1, () => 77)).tiling.score).toBe(1);
  });
});

describe('comparison', () => {
  it('of a picture with itself finds nothing', () => {
    const a = picture(20, 20, 3, noise(1));
    expect(comparePictures(a, a)).toEqual({
      type: 'texture',
      delta_e_max: 0,
      delta_e_mean: 0,
      different_pixels: 0,
      histogram_diff: { blue: 0, green: 0, red: 0 },
      pixels_identical: true,
      ssim: 1,
      tiling_score_delta: 0,
    });
  });

  it('measures noise, colour and structure', () => {
    const a = picture(64, 64, 1, (x, y) => (x * 3 + y) & 127);
    const brighter = picture(64, 64, 1, (x, y) => ((x * 3 + y) & 127) + 10);
    const { psnr_db, ssim, different_pixels, histogram_diff } = comparePictures(a, brighter);
    // Three of the four channels are 10 apart.
    expect(psnr_db).toBeCloseTo(10 * Math.log10((255 * 255) / 75), 5);
    expect(ssim).toBeGreaterThan(0.9);
    expect(different_pixels).toBe(1);
    expect(histogram_diff.red).toBeCloseTo(10, 5);
    expect(comparePictures(a, picture(64, 64, 1, noise(5))).ssim).toBeLessThan(0.2);
    const red = picture(8, 8, 3, (_x, _y, c) => (c === 0 ? 255 : 0));
    const green = picture(8, 8, 3, (_x, _y, c) => (c === 1 ? 255 : 0));
    // Known of sRGB's primaries.
    expect(comparePictures(red, green).delta_e_max).toBeCloseTo(170.58, 1);
  });

  it('counts gray as RGBA does, and refuses other sizes', () => {
    const gray = picture(9, 9, 1, (x) => x * 20);
    expect(
      comparePictures(
        gray,
        picture(9, 9, 4, (x, _, c) => (c === 3 ? 255 : x * 20)),
      ),
    ).toMatchObject({
      pixels_identical: true,
      ssim: 1,
    });
    expect(() =>
      comparePictures(
        gray,
        picture(9, 8, 1, () => 0),
      ),
    ).toThrow('differ in size');
  });
});
