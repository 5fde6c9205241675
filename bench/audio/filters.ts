/** Every filter, still and swept, beside the plain way to do the same. */
import type { Filter } from '@speccade/spec/kinds/audio_v1';
import { inBlocks } from '../../packages/audio/src/dsp/process.ts';
import { filters } from '../../packages/audio/src/filters/index.ts';
import { createFilter } from '../../packages/audio/src/filters/types.ts';
import { compare, LENGTH, RATE, requireAll, type Speed, type Work } from './measure.ts';
import { plainBank, plainBiquad, plainFilterComb, plainLadder } from './plain-filters.ts';
import { rising } from './plain-generators.ts';

function filter(parameters: Filter): Work {
  return (x) => {
    const process = createFilter(filters, parameters, { sampleRate: RATE, span: LENGTH });
    inBlocks(LENGTH, (start, end) => process.process(x, start, end));
  };
}

const [cutoff, center, frequency, resonance] = [1000, 1000, 1000, 1];
const still = plainBiquad(() => 1000, false);
const swept = plainBiquad(rising, true);

const CASES: readonly (readonly [name: string, filter: Filter, baseline: Work])[] = [
  ['lowpass', { type: 'lowpass', cutoff, resonance }, still],
  ['lowpass, swept', { type: 'lowpass', cutoff: 110, resonance, cutoff_end: 880 }, swept],
  ['highpass', { type: 'highpass', cutoff, resonance }, still],
  ['highpass, swept', { type: 'highpass', cutoff: 110, resonance, cutoff_end: 880 }, swept],
  ['bandpass', { type: 'bandpass', center, resonance }, still],
  ['bandpass, swept', { type: 'bandpass', center: 110, resonance, center_end: 880 }, swept],
  ['notch', { type: 'notch', center, resonance }, still],
  ['notch, swept', { type: 'notch', center: 110, resonance, center_end: 880 }, swept],
  ['allpass', { type: 'allpass', frequency, resonance }, still],
  ['allpass, swept', { type: 'allpass', frequency: 110, resonance, frequency_end: 880 }, swept],
  ['shelf_low', { type: 'shelf_low', frequency, gain_db: 6 }, still],
  ['shelf_high', { type: 'shelf_high', frequency, gain_db: 6 }, still],
  ['comb', { type: 'comb', delay_ms: 5, feedback: 0.5, wet: 0.5 }, plainFilterComb],
  ['formant', { type: 'formant', vowel: 'a', intensity: 0.8 }, plainBank([800, 1200, 2800])],
  ['ladder', { type: 'ladder', cutoff, resonance: 0.5 }, plainLadder(() => 1000)],
  ['ladder, swept', { type: 'ladder', cutoff: 110, resonance: 0.5, cutoff_end: 880 }, plainLadder(rising)],
];

export function filterSpeeds(): Speed[] {
  requireAll(
    Object.keys(filters),
    CASES.map(([, { type }]) => type),
  );
  return CASES.map(([name, parameters, baseline]) => compare(name, filter(parameters), baseline));
}
