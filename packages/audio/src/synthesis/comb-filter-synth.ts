import type { Pcg32 } from '@speccade/numerics';
import type { Synthesis } from '@speccade/spec/kinds/audio_v1';
import type { Curve } from '../dsp/curve.ts';
import { FractionalDelay } from '../dsp/fractional-delay.ts';
import { SILENT, type Synthesizer, type Voice } from '../voice.ts';

type CombFilterSynth = Extract<Synthesis, { type: 'comb_filter_synth' }>;

const HIGHEST_DECAY = 0.999;
/** Of a moving pitch. */
const LOWEST_RATIO = 1e-9;

/**
 * One period of an excitation, repeated ever more quietly by a feedback comb: `y[i] = e[i] + decay·y[i − n]`. The period
 * is a whole number of samples, unless the pitch moves. Raw level at most 1.
 */
export const combFilterSynth: Synthesizer<CombFilterSynth> = {
  voice({ frequency, decay, excitation }, { sampleRate, length, random, modulation, lowestPitch }) {
    const period = Math.round(sampleRate / frequency);
    if (!(frequency > 0 && period > 0)) return SILENT;
    const feedback = Math.min(Math.max(decay, 0), HIGHEST_DECAY);
    const { pitch } = modulation;
    if (pitch !== undefined) {
      const exact = sampleRate / frequency;
      const longest = Math.min(exact / Math.max(lowestPitch, LOWEST_RATIO), length);
      return bentComb(exact, longest, feedback, excitation, random, pitch);
    }
    const burst = EXCITATIONS[excitation](Math.min(period, length), random);
    const n = burst.length;
    let at = 0;
    return {
      render(out, start, end) {
        for (let i = start; i < end; i++) {
          if (i >= period) burst[at] = feedback * burst[at]!;
          out[i - start] = burst[at]!;
          if (++at === n) at = 0;
        }
      },
    };
  },
};

/** The same with its exact period divided by the pitch ratio of each sample, the one that excites it too. */
function bentComb(
  period: number,
  longest: number,
  feedback: number,
  excitation: CombFilterSynth['excitation'],
  random: Pcg32,
  pitch: Curve,
): Voice {
  const line = new FractionalDelay(longest);
  /** Periods since the start. */
  const reached = new Float64Array(1);
  return {
    render(out, start, end) {
      const ratios = pitch.block(start, end);
      let phase = reached[0]!;
      for (let i = start; i < end; i++) {
        const delay = Math.max(period / Math.max(ratios[i - start]!, LOWEST_RATIO), 1);
        let y = 0;
        if (phase >= 1) {
          line.delay = Math.min(delay, Math.max(longest, 1));
          y = feedback * line.read();
        } else if (excitation === 'noise') y = random.nextBipolar();
        else if (excitation === 'saw') y = 2 * phase - 1;
        else if (i === 0) y = 1;
        line.write(y);
        out[i - start] = y;
        phase += 1 / delay;
      }
      reached[0] = phase;
    },
  };
}

const EXCITATIONS: Readonly<Record<CombFilterSynth['excitation'], (count: number, random: Pcg32) => Float64Array>> = {
  impulse(count) {
    const burst = new Float64Array(count);
    burst[0] = 1;
    return burst;
  },
  noise(count, random) {
    const burst = new Float64Array(count);
    random.fillBipolar(burst);
    return burst;
  },
  saw: (count) => Float64Array.from({ length: count }, (_, i) => (2 * i) / count - 1),
};
