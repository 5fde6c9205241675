/** Which module makes which recipe kind; loaded on first use, so that a font does not load the noise. */
import type { Maker } from './maker.ts';

export const MAKERS: Readonly<Record<string, () => Promise<Maker>>> = {};
