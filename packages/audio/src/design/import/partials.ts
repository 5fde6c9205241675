/** A waveform that no oscillator has, as sines: its Fourier series for `multi_oscillator`. */
import { atan2, cos, log2, sin } from '@speccade/numerics';
import type { JsonObject } from '@speccade/spec';
import { tidy } from '../tidy.ts';

/** Places of the period where the waveform is looked at. */
const PLACES = 1024;
/** Share of the strongest partial below which one is left out. */
const QUIETEST = 0.01;
const MOST = 16;

/**
 * Oscillators that come to `wave`, one period over 0 to 1, at its level; its mean is left out. `highest` is how many
 * partials fit below Nyquist.
 */
export function partialsOf(wave: (cycle: number) => number, highest: number): JsonObject[] {
  const samples = Float64Array.from({ length: PLACES }, (_, i) => wave((i + 0.5) / PLACES));
  const found: { n: number; level: number; phase: number }[] = [];
  for (let n = 1; n <= Math.max(1, Math.min(MOST, highest)); n++) {
    let [inPhase, ahead] = [0, 0];
    for (let i = 0; i < PLACES; i++) {
      const angle = (2 * Math.PI * n * (i + 0.5)) / PLACES;
      inPhase += samples[i]! * sin(angle);
      ahead += samples[i]! * cos(angle);
    }
    const level = (2 * Math.sqrt(inPhase * inPhase + ahead * ahead)) / PLACES;
    found.push({ n, level, phase: atan2(ahead, inPhase) });
  }
  const strongest = Math.max(...found.map(({ level }) => level));
  const kept = found.filter(({ level }) => level > QUIETEST * strongest);
  return kept.map(({ n, level, phase }) => ({
    waveform: 'sine',
    // The generator takes the mean of its oscillators.
    volume: tidy(level * kept.length),
    ...(n > 1 && { detune: tidy(1200 * log2(n)) }),
    ...(Math.abs(phase) > 1e-6 && { phase: tidy(phase) }),
  }));
}
