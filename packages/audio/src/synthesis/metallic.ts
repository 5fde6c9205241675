import { pow } from '@speccade/numerics';
import type { Synthesis } from '@speccade/spec/kinds/audio_v1';
import { phaseStep } from '../dsp/frequency.ts';
import { createPartials, type PartialsMaker } from '../dsp/partials.ts';
import type { Synthesizer, Voice, VoiceContext } from '../voice.ts';

type Metallic = Extract<Synthesis, { type: 'metallic' }>;

/** Each partial is half as loud as the one before: more than these are lost in the rounding of the first. */
const MOST_PARTIALS = 64;
const LARGEST_RATIO = 1e15;
/** 1/s, of a partial at the base frequency. */
const BASE_RATE = 3;

/**
 * Inharmonic partials at `(n + 1)^inharmonicity` times the base frequency, each half as loud as the one before and
 * decaying the faster the higher it is. Phases are random. Partials above Nyquist come back as aliases: they and the
 * clicks that very high ones shrink to belong to the sound. Raw level: peak 1.
 */
export const metallic: Synthesizer<Metallic> = {
  voice: (synthesis, context) => metallicVoice(synthesis, context, createPartials),
};

export function metallicVoice(synthesis: Metallic, context: VoiceContext, create: PartialsMaker): Voice {
  const { base_freq, num_partials, inharmonicity } = synthesis;
  const count = Math.min(Math.max(num_partials, 1), MOST_PARTIALS);
  const partials = Array.from({ length: count }, (_, n) => {
    const ratio = Math.min(pow(n + 1, inharmonicity), LARGEST_RATIO);
    return {
      ratio,
      phase: context.random.nextF64(),
      amplitude: pow(0.5, n),
      rate: BASE_RATE * (1 + (ratio - 1) / 2),
    };
  });
  return {
    render: create(partials, phaseStep(base_freq, undefined, 1, context), context.sampleRate),
    normalized: true,
  };
}
