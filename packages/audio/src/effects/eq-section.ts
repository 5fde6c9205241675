/** Second-order sections of equalisers and cabinets. */
import { cosTurns, sinTurns } from '../dsp/sine.ts';
import { type Coefficients, clampQ, highpass, highShelf, lowpass, lowShelf, notch, peaking } from '../filters/rbj.ts';
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
  const c = cosTurns(turns);
  const s = sinTurns(turns);
  const out = new Float64Array(5);
  switch (kind) {
    case 'lowpass':
      lowpass(c, s, clampQ(q), out);
      break;
    case 'highpass':
      highpass(c, s, clampQ(q), out);
      break;
    case 'notch':
      notch(c, s, clampQ(q), out);
      break;
    case 'peak':
      peaking(c, s, clampQ(q), gain, out);
      break;
    case 'lowshelf':
      lowShelf(c, s, gain, out);
      break;
    case 'highshelf':
      highShelf(c, s, gain, out);
      break;
  }
  return out;
}
