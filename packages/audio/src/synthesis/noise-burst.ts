import type { Synthesis } from '@speccade/spec/kinds/audio_v1';
import { createNoise } from '../dsp/noise.ts';
import { peakNormalize } from '../dsp/peak.ts';
import { inBlocks } from '../dsp/process.ts';
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
    return {
      render: noise,
      finish(out, end) {
        const process = filter == null ? undefined : createFilter(filters, filter, { sampleRate, span: length });
        const swept = filter != null && isSwept(filter);
        if (swept) peakNormalize(out, end);
        if (process) inBlocks(end, (from, to) => process.process(out, from, to));
        if (!swept) peakNormalize(out, end);
      },
    };
  },
};
