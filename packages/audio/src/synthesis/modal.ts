import type { Pcg32 } from '@speccade/numerics';
import type { Synthesis } from '@speccade/spec/kinds/audio_v1';
import { excite, noiseBurst } from '../dsp/excitation.ts';
import { phaseStep } from '../dsp/frequency.ts';
import { createPartials, type PartialsMaker } from '../dsp/partials.ts';
import { SILENT, type Synthesizer, type Voice, type VoiceContext } from '../voice.ts';

type Modal = Extract<Synthesis, { type: 'modal' }>;

/** Hz. */
const LOWEST = 20;
const LOWEST_RATIO = 0.001;
/** Seconds. */
const SHORTEST_DECAY = 0.001;
/** Nepers that a mode falls in its decay time: −26 dB. */
const FALL = 3;
/** How much the excitation scales what it sets off. */
const DEPTH = 0.5;

/**
 * A struck object: a bank of decaying sines with random phases (modal synthesis: J.-M. Adrien, in "Representations of
 * Musical Signals", MIT Press 1991), whose first milliseconds the excitation colours. A sweep scales all modes. There is
 * no limit at Nyquist. Raw level: peak 1.
 */
export const modal: Synthesizer<Modal> = {
  voice: (synthesis, context) => modalVoice(synthesis, context, createPartials),
};

export function modalVoice(synthesis: Modal, context: VoiceContext, create: PartialsMaker): Voice {
  const { frequency, freq_sweep, modes } = synthesis;
  if (modes.length === 0) return SILENT;
  const { sampleRate, length, random } = context;
  const excitation = excitationOf(synthesis.excitation, sampleRate, length, random);
  const partials = modes.map(({ freq_ratio, amplitude, decay_time }) => ({
    ratio: Math.max(freq_ratio, LOWEST_RATIO),
    phase: random.nextF64(),
    amplitude: Math.min(Math.max(amplitude, 0), 1),
    rate: FALL / Math.max(decay_time, SHORTEST_DECAY),
  }));
  const base = freq_sweep == null ? Math.max(frequency, LOWEST) : frequency;
  const sum = create(partials, phaseStep(base, freq_sweep, 1, context), sampleRate);
  return {
    render(out, start, end) {
      sum(out, start, end);
      excite(out, start, end, excitation, DEPTH);
    },
    normalized: true,
  };
}

function excitationOf(kind: Modal['excitation'], sampleRate: number, length: number, random: Pcg32): Float64Array {
  const samples = (seconds: number) => Math.min(Math.trunc(seconds * sampleRate), length);
  switch (kind) {
    case 'impulse':
      return Float64Array.of(1);
    case 'noise':
      return noiseBurst(samples(0.005), 0, 1, random);
    case 'pluck':
      return noiseBurst(samples(0.002), 0.7, 0.3, random);
  }
}
