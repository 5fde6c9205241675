/** Bells, notches and shelves in series. */
import { createSections } from './eq-section.ts';
import type { EffectMaker, EffectOf } from './types.ts';

/** Hz. */
const LOWEST = 20;
/** Share of the sample rate. */
const HIGHEST = 0.45;
/** dB. */
const LARGEST_GAIN = 24;

export const parametricEq: EffectMaker<EffectOf<'parametric_eq'>> = ({ bands }, { sampleRate }) => {
  const sections = bands.map(({ band_type, frequency, q, gain_db }) => ({
    kind: band_type,
    frequency: Math.min(Math.max(frequency, LOWEST), HIGHEST * sampleRate),
    q: Math.min(Math.max(q, 0.1), 10),
    gain: Math.min(Math.max(gain_db, -LARGEST_GAIN), LARGEST_GAIN),
  }));
  return createSections(sections, sampleRate);
};
