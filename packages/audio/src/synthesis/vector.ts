import type { Synthesis } from '@speccade/spec/kinds/audio_v1';
import { phaseStep } from '../dsp/frequency.ts';
import { createOscillator } from '../dsp/oscillator.ts';
import { Phasor } from '../dsp/phasor.ts';
import { BLOCK } from '../dsp/process.ts';
import { cosTurns, sinTurns } from '../dsp/sine.ts';
import { within } from '../dsp/within.ts';
import type { Synthesizer, Voice, VoiceContext } from '../voice.ts';
import { createVectorPath } from './vector-path.ts';

export type Vector = Extract<Synthesis, { type: 'vector' }>;
export type TonalSource = Exclude<Vector['sources'][number]['source_type'], 'noise'>;

/** Weaker sources are left out. */
const AUDIBLE = 1e-4;
const LOWEST_RATIO = 0.0625;
const NYQUIST = 0.5;

/**
 * Writes the samples `[start, end)` of a source to `out[0..]`; calls come in order. `harmonics` says per sample how many
 * the wavetable has.
 */
export type SourceFill = (out: Float64Array, start: number, end: number, harmonics: Uint8Array) => void;

/** Makes a source at `ratio` times the frequency of the voice. */
export type SourceMaker = (type: TonalSource, ratio: number, synthesis: Vector, context: VoiceContext) => SourceFill;

/**
 * Four sources in the corners of a square, mixed by a place that may move in it (vector synthesis: D. Smith, Sequential
 * Prophet VS, 1986). All noise sources are one noise. Raw level at most 1.
 */
export const vector: Synthesizer<Vector> = {
  voice: (synthesis, context) => vectorVoice(synthesis, context, bandLimitedSource),
};

export function vectorVoice(synthesis: Vector, context: VoiceContext, create: SourceMaker): Voice {
  const fills = synthesis.sources.map(({ source_type, frequency_ratio }) =>
    source_type === 'noise'
      ? undefined
      : create(source_type, Math.max(frequency_ratio, LOWEST_RATIO), synthesis, context),
  );
  const path = createVectorPath(synthesis, context.sampleRate);
  const block = () => new Float64Array(BLOCK);
  const [xs, ys, noise] = [block(), block(), block()];
  const signals = fills.map((fill) => (fill ? block() : noise)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const harmonics = new Uint8Array(BLOCK);
  return {
    render(out, start, end) {
      const count = end - start;
      context.random.fillBipolar(noise, 0, count);
      path(xs, ys, start, end);
      for (let k = 0; k < count; k++) harmonics[k] = Math.max(1, Math.trunc(1 + (7 * (xs[k]! + ys[k]!)) / 2));
      fills.forEach((fill, s) => {
        fill?.(signals[s]!, start, end, harmonics);
      });
      const [a, b, c, d] = signals;
      for (let k = 0; k < count; k++) {
        const x = xs[k]!;
        const y = ys[k]!;
        const sum =
          weighted((1 - x) * (1 - y), a[k]!) +
          weighted(x * (1 - y), b[k]!) +
          weighted((1 - x) * y, c[k]!) +
          weighted(x * y, d[k]!);
        out[k] = within(sum, -1, 1);
      }
    },
  };
}

function weighted(weight: number, value: number): number {
  return weight > AUDIBLE ? weight * value : 0;
}

const bandLimitedSource: SourceMaker = (type, ratio, synthesis, context) => {
  const step = phaseStep(synthesis.frequency, undefined, ratio, context);
  if (type !== 'wavetable') return createOscillator({ waveform: type === 'saw' ? 'sawtooth' : type, step });
  const phasor = new Phasor(step);
  const { phases, widths } = phasor;
  return (out, start, end, harmonics) => {
    phasor.advance(start, end);
    for (let k = 0; k < end - start; k++) out[k] = fadingHarmonics(phases[k]!, widths[k]!, harmonics[k]!);
  };
};

/** `½·Σ sin(2πhx)/h` over the harmonics below Nyquist, by the recurrence of Chebyshev. */
function fadingHarmonics(x: number, width: number, count: number): number {
  const twoCos = 2 * cosTurns(x);
  let before = 0;
  let s = sinTurns(x);
  let sum = 0;
  for (let h = 1; h <= count && h * width < NYQUIST; h++) {
    sum += s / h;
    const next = twoCos * s - before;
    before = s;
    s = next;
  }
  return 0.5 * sum;
}
