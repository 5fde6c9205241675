import type { Synthesis } from '@speccade/spec/kinds/audio_v1';
import { FractionalDelay } from '../dsp/fractional-delay.ts';
import { TAU } from '../dsp/sine.ts';
import { SILENT, type Synthesizer } from '../voice.ts';
import { lossCoefficient, lossDelay } from './waveguide.ts';

type BowedString = Extract<Synthesis, { type: 'bowed_string' }>;

const BOW_VELOCITY = 0.2;
/** Seconds in which the bow takes hold. */
const ONSET = 0.01;
/** What bridge and nut give back, upside down. */
const BRIDGE = -0.98;
const NUT = -0.99;
/** Samples of the shortest loop: one for each side of the bow, and the filters. */
const SHORTEST = 3;

const clamp = (v: number, low: number, high: number) => Math.min(Math.max(v, low), high);

/**
 * A string with a bow that grips and slips between two delay lines, to the bridge and to the nut (M. McIntyre, R.
 * Schumacher and J. Woodhouse, JASA 74, 1983). The lines are fractional and give back what the loss filters delay: the
 * loop is in tune within 1 cent from 40 Hz to 4 kHz. The friction then pulls the note by up to 7 cents; running the
 * model two, four and eight times faster did not change that. Raw level about 0.2 to 0.5.
 */
export const bowedString: Synthesizer<BowedString> = {
  voice(synthesis, { sampleRate, length, modulation, lowestPitch }) {
    const { frequency } = synthesis;
    if (!(frequency > 0)) return SILENT;
    const pressure = clamp(synthesis.bow_pressure, 0, 1);
    const position = clamp(synthesis.bow_position, 0.01, 0.99);
    const c = lossCoefficient(synthesis.damping);
    const grip = 1 + 3 * pressure;
    const force = 0.3 + 0.7 * pressure;
    const onset = Math.trunc(ONSET * sampleRate);
    const longestPeriod = Math.max(sampleRate / Math.max(frequency * Math.min(lowestPitch, 1), 1e-9), SHORTEST);
    const longest = Math.min(length, longestPeriod) + 4;
    const { pitch } = modulation;
    const bridge = new FractionalDelay(longest);
    const nut = new FractionalDelay(longest);
    const tune = (hz: number) => {
      const period = Math.max(sampleRate / Math.max(hz, 1e-9), SHORTEST);
      const loop = Math.max(period - 2 * lossDelay(c, TAU / period), 2);
      // A whole number of samples on one side leaves the fraction to the other one alone.
      const place = pitch === undefined ? Math.round(position * loop) : position * loop;
      const toBridge = clamp(place, 1, Math.min(loop - 1, longest));
      bridge.delay = toBridge;
      nut.delay = Math.min(loop - toBridge, longest);
    };
    tune(frequency);
    const state = new Float64Array(2);
    return {
      render(out, start, end) {
        const ratios = pitch?.block(start, end);
        let fb = state[0]!;
        let fn = state[1]!;
        for (let i = start; i < end; i++) {
          if (ratios !== undefined) tune(frequency * ratios[i - start]!);
          const vb = bridge.read();
          const vn = nut.read();
          const v = (BOW_VELOCITY - (vb + vn)) * grip;
          const f = v * Math.max(1 - Math.abs(v), 0) * force * (i < onset ? i / onset : 1);
          fb = (1 - c) * (vn + f / 2) + c * fb;
          fn = (1 - c) * (vb + f / 2) + c * fn;
          bridge.write(BRIDGE * fb);
          nut.write(NUT * fn);
          out[i - start] = fb;
        }
        state[0] = fb;
        state[1] = fn;
      },
    };
  },
};
