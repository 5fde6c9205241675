/** Second-order sections of equalisers and cabinets. */
import { cosTurns, sinTurns } from '../dsp/sine.ts';
import {
  type Coefficients,
  clampQ,
  designAt,
  highpass,
  highShelf,
  lowpass,
  lowShelf,
  notch,
  peaking,
} from '../filters/rbj.ts';
import { stereoBiquad } from './stereo-biquad.ts';
import type { StereoProcess } from './types.ts';

export type SectionKind = 'lowpass' | 'highpass' | 'notch' | 'peak' | 'lowshelf' | 'highshelf';

export interface Section {
  readonly kind: SectionKind;
  /** Hz. */
  readonly frequency: number;
  /** Not of shelves. */
  readonly q?: number;
  /** dB, of peaks and shelves. */
  readonly gain?: number;
}

/** Share of the sample rate above which sections are not stable. */
const HIGHEST = 0.49;

/** Sections in series. */
export function createSections(sections: readonly Section[], sampleRate: number): StereoProcess {
  const chain = sections.map((section) => stereoBiquad(design(section, sampleRate)));
  return {
    process(left, right, start, end) {
      for (const section of chain) section.process(left, right, start, end);
    },
  };
}

function design({ kind, frequency, q = 1, gain = 0 }: Section, sampleRate: number): Coefficients {
  const turns = Math.min(frequency / sampleRate, HIGHEST);
  switch (kind) {
    case 'lowpass':
      return designAt(lowpass, turns, clampQ(q));
    case 'highpass':
      return designAt(highpass, turns, clampQ(q));
    case 'notch':
      return designAt(notch, turns, clampQ(q));
    case 'peak':
      return peaking(cosTurns(turns), sinTurns(turns), clampQ(q), gain);
    case 'lowshelf':
      return lowShelf(cosTurns(turns), sinTurns(turns), gain);
    case 'highshelf':
      return highShelf(cosTurns(turns), sinTurns(turns), gain);
  }
}
