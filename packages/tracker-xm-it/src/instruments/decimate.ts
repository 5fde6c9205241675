/** Half the sample rate, for notes that XM cannot reach at the full one. */
import { blackman, sin } from '@speccade/numerics';

/** Taps of the low-pass filter; it begins to fall at 0.2 of the rate and is down at 0.3. */
const TAPS = 63;
const MIDDLE = (TAPS - 1) / 2;

const kernel: readonly number[] = makeKernel();

/** Every second sample of the low-passed sound. */
export function halveRate(pcm: Int16Array): Int16Array {
  const half = new Int16Array(Math.ceil(pcm.length / 2));
  for (let i = 0; i < half.length; i++) {
    let sum = 0;
    for (let tap = 0; tap < TAPS; tap++) sum += kernel[tap]! * (pcm[2 * i + tap - MIDDLE] ?? 0);
    half[i] = Math.min(Math.max(Math.round(sum), -32_768), 32_767);
  }
  return half;
}

/** A windowed sinc of half the band, with a gain of 1 at 0 Hz. */
function makeKernel(): number[] {
  const window = blackman(TAPS, 'symmetric');
  const taps = Array.from({ length: TAPS }, (_, tap) => {
    const x = (Math.PI * (tap - MIDDLE)) / 2;
    return (x === 0 ? 1 : sin(x) / x) * window[tap]!;
  });
  const gain = taps.reduce((sum, tap) => sum + tap, 0);
  return taps.map((tap) => tap / gain);
}
