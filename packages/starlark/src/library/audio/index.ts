import type { LibraryFunction } from '../define.ts';
import { BASIC } from './basic.ts';
import { COMPLEX } from './complex.ts';
import { DYNAMICS } from './dynamics.ts';
import { EFFECTS } from './effects.ts';
import { EXOTIC } from './exotic.ts';
import { FILTERS } from './filters.ts';
import { LAYERS } from './layers.ts';
import { MODULATION } from './modulation.ts';
import { PHYSICAL } from './physical.ts';
import { SPEC } from './spec.ts';
import { VOICES } from './voices.ts';

/** Functions for `audio_v1`. */
export const AUDIO: readonly LibraryFunction[] = [
  ...SPEC,
  ...MODULATION,
  ...LAYERS,
  ...BASIC,
  ...COMPLEX,
  ...PHYSICAL,
  ...VOICES,
  ...EXOTIC,
  ...FILTERS,
  ...EFFECTS,
  ...DYNAMICS,
];
