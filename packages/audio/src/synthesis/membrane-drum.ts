import type { Synthesis } from '@speccade/spec/kinds/audio_v1';
import { excite, noiseBurst } from '../dsp/excitation.ts';
import { phaseStep } from '../dsp/frequency.ts';
import { createPartials, type PartialsMaker } from '../dsp/partials.ts';
import type { Synthesizer, Voice, VoiceContext } from '../voice.ts';
import { MEMBRANE_RATIOS } from './membrane-modes.ts';

type MembraneDrum = Extract<Synthesis, { type: 'membrane_drum' }>;

/** Hz. */
const LOWEST = 20;
/** Nepers that a mode falls in its decay time: −26 dB. */
const FALL = 3;
/** Seconds. */
const STRIKE = 0.005;

const unit = (v: number) => Math.min(Math.max(v, 0), 1);

/**
 * A drum skin: nine modes of a circular membrane with random phases. `tone` moves energy from the lowest mode to the
 * others, `decay` shortens all of them, `strike` makes the first 5 ms noisy. Raw level: peak 1.
 */
export const membraneDrum: Synthesizer<MembraneDrum> = {
  voice: (synthesis, context) => membraneVoice(synthesis, context, createPartials),
};

export function membraneVoice(synthesis: MembraneDrum, context: VoiceContext, create: PartialsMaker): Voice {
  const { sampleRate, length, random } = context;
  const tone = unit(synthesis.tone);
  const strike = unit(synthesis.strike);
  const longest = 0.1 + 2 * (1 - unit(synthesis.decay));
  const noise = 0.4 * strike;
  const excitation = noiseBurst(Math.min(Math.trunc(STRIKE * sampleRate), length), 1 - noise, noise, random);
  const partials = MEMBRANE_RATIOS.map((ratio, m) => ({
    ratio,
    phase: random.nextF64(),
    amplitude: (1 / (1 + 0.5 * m)) * (m === 0 ? 1 - 0.5 * tone : 0.3 + 0.7 * tone),
    rate: FALL / (longest / (1 + 0.3 * m + 0.2 * (ratio - 1))),
  }));
  const sum = create(partials, phaseStep(Math.max(synthesis.frequency, LOWEST), undefined, 1, context), sampleRate);
  return {
    render(out, start, end) {
      sum(out, start, end);
      excite(out, start, end, excitation, strike);
    },
    normalized: true,
  };
}
