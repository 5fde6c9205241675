/** Frequencies of the first modes of an ideal circular membrane, relative to the lowest one. */
export const MEMBRANE_RATIOS: readonly number[] = [1, 1.593, 2.135, 2.295, 2.653, 2.917, 3.155, 3.5, 3.598];
