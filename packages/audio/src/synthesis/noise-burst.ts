import type { Synthesis } from '@speccade/spec/kinds/audio_v1';
import { createNoise } from '../dsp/noise.ts';
import { isSwept } from '../filters/cutoff.ts';
import { createFilter } from '../filters/types.ts';
import type { Synthesizer } from '../voice.ts';

/**
 * Noise through an optional filter of its own. The raw level is a peak of 1: measured after a filter that stands
 * still, but before one that sweeps, whose output is therefore quieter; sounds are balanced on that difference.
 */
export const noiseBurst: Synthesizer<Extract<Synthesis, { type: 'noise_burst' }>> = {
  voice({ noise_type, filter }, { sampleRate, length, random, filters }) {
    const noise = createNoise(noise_type, random);
    const process = filter == null ? undefined : createFilter(filters, filter, { sampleRate, span: length });
    const swept = filter != null && isSwept(filter);
    return {
      render(out, start, end) {
        noise(out, end - start);
        if (!swept) process?.process(out, start, end);
      },
      normalized: true,
      after: swept ? process : undefined,
    };
  },
};
