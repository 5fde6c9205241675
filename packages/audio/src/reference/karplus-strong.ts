import type { Synthesis } from '@speccade/spec/kinds/audio_v1';
import { SILENT, type Synthesizer } from '../voice.ts';

/** The string of the reference: a loop of whole samples, so sharp by up to half of one. */
export const karplusStrong: Synthesizer<Extract<Synthesis, { type: 'karplus_strong' }>> = {
  voice(synthesis, { sampleRate, length, random }) {
    const period = Math.round(sampleRate / synthesis.frequency);
    if (!(synthesis.frequency > 0 && period > 0)) return SILENT;
    const gain = Math.min(Math.max(synthesis.decay, 0), 0.9999);
    const blend = Math.min(Math.max(synthesis.blend, 0), 1);
    const line = new Float64Array(Math.min(period, Math.max(length, 1)));
    random.fillBipolar(line, 0, line.length);
    const n = line.length;
    let at = 0;
    return {
      render(out, start, end) {
        for (let k = 0; k < end - start; k++) {
          const current = line[at]!;
          const next = at + 1 === n ? 0 : at + 1;
          out[k] = current;
          line[at] = gain * (blend * current + (1 - blend) * line[next]!);
          at = next;
        }
      },
    };
  },
};
