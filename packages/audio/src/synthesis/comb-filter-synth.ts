import type { Pcg32 } from '@speccade/numerics';
import type { Synthesis } from '@speccade/spec/kinds/audio_v1';
import { FractionalDelay } from '../dsp/fractional-delay.ts';
import { SILENT, type Synthesizer } from '../voice.ts';

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
    const burst = EXCITATIONS[excitation](Math.min(period, length), random);
    const { pitch } = modulation;
    if (pitch !== undefined) {
      const line = new FractionalDelay(Math.min(period / Math.max(lowestPitch, LOWEST_RATIO), length));
      return {
        render(out, start, end) {
          const ratios = pitch.block(start, end);
          for (let i = start; i < end; i++) {
            const delay = Math.max(period / Math.max(ratios[i - start]!, LOWEST_RATIO), 1);
            let y = i < burst.length ? burst[i]! : 0;
            if (delay <= i) {
              line.delay = delay;
              y += feedback * line.read();
            }
            line.write(y);
            out[i - start] = y;
          }
        },
      };
    }
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
