import type { Synthesis } from '@speccade/spec/kinds/audio_v1';
import { SILENT, type Synthesizer } from '../voice.ts';
import { BowedLoop, SHORTEST } from './bowed-loop.ts';
import { BowedTuning } from './bowed-tuning.ts';

type BowedString = Extract<Synthesis, { type: 'bowed_string' }>;

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
    const bow = {
      pressure: clamp(synthesis.bow_pressure, 0, 1),
      position: clamp(synthesis.bow_position, 0.01, 0.99),
      damping: synthesis.damping,
    };
    const periodAt = (hz: number) => Math.max(sampleRate / Math.max(hz, 1e-9), SHORTEST);
    // A loop longer than the layer never comes back.
    const longest = Math.min(length, 1.2 * periodAt(frequency * Math.min(lowestPitch, 1))) + 4;
    const loop = new BowedLoop(bow, sampleRate, longest);
    const { pitch } = modulation;
    const tuning = new BowedTuning(bow, sampleRate, periodAt(frequency), pitch === undefined);
    loop.tune(periodAt(frequency), tuning.at(periodAt(frequency)), pitch === undefined);
    return {
      render(out, start, end) {
        const ratios = pitch?.block(start, end);
        for (let i = start; i < end; i++) {
          if (ratios !== undefined) {
            const period = periodAt(frequency * ratios[i - start]!);
            loop.tune(period, tuning.at(period), false);
          }
          out[i - start] = loop.step(i);
        }
      },
    };
  },
};
