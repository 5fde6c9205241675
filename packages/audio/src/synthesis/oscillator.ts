import type { Synthesis } from '@speccade/spec/kinds/audio_v1';
import { centsRatio, phaseStep } from '../dsp/frequency.ts';
import { createOscillator } from '../dsp/oscillator.ts';
import type { Synthesizer } from '../voice.ts';

/** One band-limited oscillator from phase 0. Raw level ±1. */
export const oscillator: Synthesizer<Extract<Synthesis, { type: 'oscillator' }>> = {
  follows: ['pitch', 'pulse_width'],
  voice(synthesis, context) {
    const { waveform, frequency, freq_sweep, detune, duty } = synthesis;
    const step = phaseStep(frequency, freq_sweep, centsRatio(detune ?? 0), context);
    const fill = createOscillator({ waveform, step, duty, dutyOffset: context.modulation.pulse_width });
    return { render: fill };
  },
};
