import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Pcg32, RealFft } from './index.ts';

const SIZES = [2, 4, 8, 16, 32, 64, 128, 512, 1024];

function noise(size: number, seed = 1): Float64Array {
  const out = new Float64Array(size);
  new Pcg32(seed).fillBipolar(out);
  return out;
}

function spectrum(x: Float64Array): [Float64Array, Float64Array] {
  const fft = new RealFft(x.length);
  const re = new Float64Array(fft.bins);
  const im = new Float64Array(fft.bins);
  fft.forward(x, re, im);
  return [re, im];
}

test.each(SIZES)('size %i agrees with the defining sum', (size) => {
  const x = noise(size);
  const [re, im] = spectrum(x);
  for (let k = 0; k <= size / 2; k++) {
    let a = 0;
    let b = 0;
    for (let t = 0; t < size; t++) {
      const angle = (2 * Math.PI * ((k * t) % size)) / size;
      a += x[t]! * Math.cos(angle);
      b -= x[t]! * Math.sin(angle);
    }
    expect(Math.abs(re[k]! - a)).toBeLessThan(1e-14 * size);
    expect(Math.abs(im[k]! - b)).toBeLessThan(1e-14 * size);
  }
});

test.each([...SIZES, 65536])('size %i comes back from its spectrum, with equal energy', (size) => {
  const x = noise(size, 2);
  const [re, im] = spectrum(x);
  const back = new Float64Array(size);
  new RealFft(size).inverse(re, im, back);
  let error = 0;
  let energy = 0;
  let spectral = re[0]! ** 2 + re[size / 2]! ** 2;
  for (let t = 0; t < size; t++) {
    error = Math.max(error, Math.abs(back[t]! - x[t]!));
    energy += x[t]! ** 2;
  }
  for (let k = 1; k < size / 2; k++) spectral += 2 * (re[k]! ** 2 + im[k]! ** 2);
  expect(error).toBeLessThan(2e-15);
  expect(spectral / size / energy).toBeCloseTo(1, 12);
});

test('the transform is linear and turns a delay into a phase', () => {
  fc.assert(
    fc.property(fc.nat(0xffffffff), fc.nat(63), fc.double({ min: -4, max: 4, noNaN: true }), (seed, delay, gain) => {
      const x = noise(64, seed);
      const shifted = Float64Array.from(x, (_, t) => gain * x[(t - delay + 64) % 64]!);
      const [re, im] = spectrum(x);
      const [sre, sim] = spectrum(shifted);
      for (let k = 0; k <= 32; k++) {
        const angle = (-2 * Math.PI * k * delay) / 64;
        expect(sre[k]).toBeCloseTo(gain * (re[k]! * Math.cos(angle) - im[k]! * Math.sin(angle)), 10);
        expect(sim[k]).toBeCloseTo(gain * (re[k]! * Math.sin(angle) + im[k]! * Math.cos(angle)), 10);
      }
    }),
    { numRuns: 30 },
  );
});

test('wrong sizes and lengths are refused', () => {
  for (const size of [0, 1, 3, 12, 2 ** 25, Number.NaN]) expect(() => new RealFft(size)).toThrow(RangeError);
  const fft = new RealFft(8);
  const bins = new Float64Array(5);
  expect(() => fft.forward(new Float64Array(7), bins, bins)).toThrow(RangeError);
  expect(() => fft.inverse(bins, new Float64Array(4), new Float64Array(8))).toThrow(RangeError);
});
