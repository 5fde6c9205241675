/** Scales as semitones above their root. */

export const SCALES = {
  major: [0, 2, 4, 5, 7, 9, 11],
  minor: [0, 2, 3, 5, 7, 8, 10],
  harmonic_minor: [0, 2, 3, 5, 7, 8, 11],
  /** Ascending. */
  melodic_minor: [0, 2, 3, 5, 7, 9, 11],
  pentatonic_major: [0, 2, 4, 7, 9],
  pentatonic_minor: [0, 3, 5, 7, 10],
  chromatic: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
} as const satisfies Readonly<Record<string, readonly number[]>>;
export type ScaleName = keyof typeof SCALES;

/** The scales that a key may have. */
export const KEY_SCALES: Readonly<Record<'major' | 'minor', readonly number[]>> = {
  major: SCALES.major,
  minor: SCALES.minor,
};
