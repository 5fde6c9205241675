import type { Synthesis } from '@speccade/spec/kinds/audio_v1';
import { DECIMATOR_LATENCY, Decimator } from '../dsp/decimator.ts';
import { SILENT, type Synthesizer } from '../voice.ts';
import { BowedLoop, SHORTEST } from './bowed-loop.ts';
import { BowedTuning } from './bowed-tuning.ts';
import { lossCoefficient } from './waveguide.ts';

type BowedString = Extract<Synthesis, { type: 'bowed_string' }>;

/**
 * Samples of the shortest period at the sample rate itself. A shorter string runs at twice the rate: where the string
 * sticks and slips falls between so few samples, its motion would hold on to whole numbers of them, or rattle.
 */
const FEWEST = 28;

const clamp = (v: number, low: number, high: number) => Math.min(Math.max(v, low), high);

/**
 * A string with a bow that grips and slips between two delay lines, to the bridge and to the nut (M. McIntyre, R.
 * Schumacher and J. Woodhouse, JASA 74, 1983). The lines are fractional and give back what the loss filters and the
 * friction do to the period. Raw level about 0.2 to 0.5.
 */
export const bowedString: Synthesizer<BowedString> = {
  voice(synthesis, { sampleRate, length, modulation, lowestPitch }) {
    const { frequency } = synthesis;
    if (!(frequency > 0)) return SILENT;
    const double = sampleRate < FEWEST * frequency;
    const rate = double ? 2 * sampleRate : sampleRate;
    const c = lossCoefficient(synthesis.damping);
    const asked = {
      pressure: clamp(synthesis.bow_pressure, 0, 1),
      position: clamp(synthesis.bow_position, 0.01, 0.99),
      loss: double ? Math.sqrt(c) : c,
    };
    const periodAt = (hz: number) => Math.max(rate / Math.max(hz, 1e-9), SHORTEST);
    // A loop longer than the layer never comes back.
    const longest = Math.min((length * rate) / sampleRate, 1.2 * periodAt(frequency * Math.min(lowestPitch, 1))) + 4;
    const { pitch } = modulation;
    const tuning = new BowedTuning(asked, rate, periodAt(frequency), pitch === undefined);
    const loop = new BowedLoop(tuning.bow, rate, longest);
    loop.tune(periodAt(frequency), tuning.at(periodAt(frequency)), pitch === undefined);
    const decimator = double ? new Decimator() : undefined;
    let at = 0;
    const next = () =>
      decimator === undefined ? loop.step(at++) : decimator.process(loop.step(at++), loop.step(at++));
    if (double) for (let k = 0; k < DECIMATOR_LATENCY; k++) next();
    return {
      render(out, start, end) {
        const ratios = pitch?.block(start, end);
        for (let k = 0; k < end - start; k++) {
          if (ratios !== undefined) {
            const period = periodAt(frequency * ratios[k]!);
            loop.tune(period, tuning.at(period), false);
          }
          out[k] = next();
        }
      },
    };
  },
};
