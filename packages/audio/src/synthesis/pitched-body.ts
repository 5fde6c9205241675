import type { Synthesis } from '@speccade/spec/kinds/audio_v1';
import { phaseStep } from '../dsp/frequency.ts';
import { Phasor } from '../dsp/phasor.ts';
import { cosTurns, sinTurns } from '../dsp/sine.ts';
import type { Synthesizer } from '../voice.ts';

/**
 * The body of an impact: four harmonics, each half as loud as the one before, whose pitch falls (or rises)
 * exponentially over the whole layer. The harmonics come from one sine and cosine by the addition theorem. Raw level:
 * peak 1.
 */
export const pitchedBody: Synthesizer<Extract<Synthesis, { type: 'pitched_body' }>> = {
  voice({ start_freq, end_freq }, context) {
    const phasor = new Phasor(phaseStep(start_freq, { end_freq, curve: 'exponential' }, 1, context));
    return {
      render(out, start, end) {
        phasor.advance(start, end);
        fourHarmonics(out, phasor.phases, end - start);
      },
      normalized: true,
    };
  },
};

function fourHarmonics(out: Float64Array, phases: Float64Array, count: number): void {
  for (let k = 0; k < count; k++) {
    const x = phases[k]!;
    const s1 = sinTurns(x);
    const twoCos = 2 * cosTurns(x);
    const s2 = twoCos * s1;
    const s3 = twoCos * s2 - s1;
    const s4 = twoCos * s3 - s2;
    out[k] = s1 + 0.5 * s2 + 0.25 * s3 + 0.125 * s4;
  }
}
