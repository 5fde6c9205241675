import {
  createScatter,
  fixedGrid,
  GRAIN_TARGETS,
  type Granular,
  grainVoice,
  modulatedGrid,
} from '../synthesis/granular.ts';
import type { Synthesizer } from '../voice.ts';
import { naiveTone } from './tone.ts';

/**
 * Grains of naive waveforms. An LFO moves on by one sample per grain, and the grains it moves are made after a first
 * cloud without it, which nobody hears but which has taken its random numbers.
 */
export const granular: Synthesizer<Granular> = {
  follows: GRAIN_TARGETS,
  voice(synthesis, context) {
    const fixed = fixedGrid(synthesis, context.sampleRate);
    const modulated = modulatedGrid(synthesis, context, (_at, n) => n);
    if (modulated && fixed) createScatter(synthesis, context, fixed, naiveTone, false, () => {})(context.length);
    return grainVoice(synthesis, context, modulated ?? fixed, naiveTone);
  },
};
