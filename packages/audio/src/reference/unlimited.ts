import type { CutoffLimits } from '../filters/cutoff.ts';

/** No limits: filters blow up above Nyquist. */
export const UNLIMITED: CutoffLimits = {
  lowest: Number.NEGATIVE_INFINITY,
  highest: Number.POSITIVE_INFINITY,
  loudest: Number.POSITIVE_INFINITY,
};
