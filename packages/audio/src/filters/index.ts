/** The table of filters. */
import { cosTurns, sinTurns } from '../dsp/sine.ts';
import { createBiquad, staticBiquad } from './biquad.ts';
import { comb } from './comb.ts';
import { type CutoffLimits, STABLE } from './cutoff.ts';
import { createFormant } from './formant.ts';
import { createLadder, openingStage, type StageCoefficient } from './ladder.ts';
import { allpass, bandpass, highpass, highShelf, lowpass, lowShelf, notch } from './rbj.ts';
import type { FilterTable } from './types.ts';

/** The ten filters with the given limits of their cutoffs and the given ladder stage. */
export function createFilterTable(limits: CutoffLimits, ladderStage: StageCoefficient): FilterTable {
  const shelf =
    (design: typeof lowShelf): FilterTable['shelf_low'] & FilterTable['shelf_high'] =>
    (filter, { sampleRate }) => {
      const turns = Math.min(Math.max(filter.frequency, limits.lowest), limits.highest * sampleRate) / sampleRate;
      return staticBiquad(design(cosTurns(turns), sinTurns(turns), filter.gain_db));
    };
  return {
    lowpass: (f, context) => createBiquad(lowpass, f.cutoff, f.cutoff_end, f.resonance, context, limits),
    highpass: (f, context) => createBiquad(highpass, f.cutoff, f.cutoff_end, f.resonance, context, limits),
    bandpass: (f, context) => createBiquad(bandpass, f.center, f.center_end, f.resonance, context, limits),
    notch: (f, context) => createBiquad(notch, f.center, f.center_end, f.resonance, context, limits),
    allpass: (f, context) => createBiquad(allpass, f.frequency, f.frequency_end, f.resonance, context, limits),
    comb,
    formant: createFormant(limits),
    ladder: createLadder(ladderStage, limits),
    shelf_low: shelf(lowShelf),
    shelf_high: shelf(highShelf),
  };
}

/** Filters that stay stable at any cutoff. */
export const filters: FilterTable = createFilterTable(STABLE, openingStage);
