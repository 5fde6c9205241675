/** The pitch of a piece of sound, for tests: how far its strongest harmonic is from where it should be. */
import { hann, RealFft } from '@speccade/numerics';

const SIZE = 32_768;
const HARMONICS = 16;
/** Cents to either side within which a harmonic is looked for. */
const REACH = 60;
/** Hz; below it a bin of the transform is too many cents. */
const LOW = 90;

const fft = new RealFft(SIZE);
const window = hann(SIZE, 'periodic');
const [input, re, im] = [new Float64Array(SIZE), new Float64Array(fft.bins), new Float64Array(fft.bins)];

/** Cents from `frequency` to the pitch of the 32,768 samples from `start` on; `NaN` where there is nothing near it. */
export function centsOff(samples: ArrayLike<number>, start: number, rate: number, frequency: number): number {
  for (let i = 0; i < SIZE; i++) input[i] = (samples[start + i] ?? 0) * window[i]!;
  fft.forward(input, re, im);
  const ratio = 2 ** (REACH / 1200);
  let strongest = { power: 0, wanted: 0, cents: Number.NaN };
  for (let harmonic = 1; harmonic <= HARMONICS; harmonic++) {
    const wanted = harmonic * frequency;
    if (wanted > 0.4 * rate) break;
    let [power, sum] = [0, 0];
    for (let bin = Math.ceil((wanted / ratio) * (SIZE / rate)); bin <= wanted * ratio * (SIZE / rate); bin++) {
      const p = re[bin]! ** 2 + im[bin]! ** 2;
      power += p;
      sum += p * 1200 * Math.log2((bin * rate) / SIZE / wanted);
    }
    if (power > strongest.power) strongest = { power, wanted, cents: sum / power };
  }
  const { wanted, cents } = strongest;
  return wanted > 0 && wanted < LOW ? centsByPhase(samples, start, rate, wanted) : cents;
}

/** By how far the phase of a tone goes on from one half to the next, against that of the wanted frequency. */
function centsByPhase(samples: ArrayLike<number>, start: number, rate: number, wanted: number): number {
  const half = SIZE / 2;
  const phaseAt = (from: number): number => {
    let [x, y] = [0, 0];
    for (let i = 0; i < half; i++) {
      const turn = (-2 * Math.PI * wanted * (from + i)) / rate;
      const value = (samples[from + i] ?? 0) * window[2 * i]!;
      x += value * Math.cos(turn);
      y += value * Math.sin(turn);
    }
    return Math.atan2(y, x);
  };
  const turns = (phaseAt(start + half) - phaseAt(start)) / (2 * Math.PI);
  const found = wanted + ((turns - Math.round(turns)) * rate) / half;
  return 1200 * Math.log2(found / wanted);
}
