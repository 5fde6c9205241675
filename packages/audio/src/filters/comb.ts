/** Feedback comb: `z[n] = x[n] + g·z[n−D]`, mixed with the dry signal. */
import type { Filter } from '@speccade/spec/kinds/audio_v1';
import type { FilterMaker } from './types.ts';

export const comb: FilterMaker<Extract<Filter, { type: 'comb' }>> = (filter, { sampleRate, span }) => {
  const delay = Math.max(1, Math.round((filter.delay_ms / 1000) * sampleRate));
  const feedback = Math.min(Math.max(filter.feedback, 0), 0.99);
  const wet = Math.min(Math.max(filter.wet, 0), 1);
  // A line longer than the signal is never read.
  const line = new Float64Array(Math.min(delay, span));
  let next = 0;
  return {
    process(x, start, end) {
      let at = next;
      for (let i = 0; i < end - start; i++) {
        const z = x[i]! + feedback * line[at]!;
        line[at] = z;
        if (++at === line.length) at = 0;
        x[i] = (1 - wet) * x[i]! + wet * z;
      }
      next = at;
    },
  };
};
