import type { Synthesis } from '@speccade/spec/kinds/audio_v1';
import { phaseStep } from '../dsp/frequency.ts';
import { Phasor } from '../dsp/phasor.ts';
import { sinTurns, TURNS } from '../dsp/sine.ts';
import type { Synthesizer } from '../voice.ts';

/** Feedback at most; more would only be noise. */
const STRONGEST = 0.99;

/**
 * One operator whose phase is modulated by its own last sample, `y = sin(φ + β·y₋₁)` with `β = feedback·index` (T.
 * Tomisawa, US patent 4249447, 1981). Above a `β` of about 1.5 it turns to noise, whose samples hang on the last bit of
 * the sine: there they are ours, on every machine, but nobody else's. Raw level ±1.
 */
export const feedbackFm: Synthesizer<Extract<Synthesis, { type: 'feedback_fm' }>> = {
  voice(synthesis, context) {
    const feedback = Math.min(Math.max(synthesis.feedback, 0), STRONGEST);
    const { modulation_index } = synthesis;
    const phasor = new Phasor(phaseStep(synthesis.frequency, synthesis.freq_sweep, 1, context));
    /** Feedback, index and the last sample. */
    const state = Float64Array.of(feedback, modulation_index, 0);
    return {
      render(out, start, end) {
        phasor.advance(start, end);
        feedBack(out, phasor.phases, end - start, state);
      },
    };
  },
};

function feedBack(out: Float64Array, phases: Float64Array, count: number, state: Float64Array): void {
  const feedback = state[0]!;
  const index = state[1]!;
  let y = state[2]!;
  for (let k = 0; k < count; k++) {
    y = sinTurns(phases[k]! + feedback * y * index * TURNS);
    out[k] = y;
  }
  state[2] = y;
}
