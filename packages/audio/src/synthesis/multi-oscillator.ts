import type { Synthesis } from '@speccade/spec/kinds/audio_v1';
import { accumulate } from '../dsp/accumulate.ts';
import { centsRatio, phaseStep } from '../dsp/frequency.ts';
import { createOscillator } from '../dsp/oscillator.ts';
import { BLOCK } from '../dsp/process.ts';
import { TURNS } from '../dsp/sine.ts';
import type { Synthesizer } from '../voice.ts';

/** Several oscillators on one base frequency; the mean over their number, whatever their volumes. */
export const multiOscillator: Synthesizer<Extract<Synthesis, { type: 'multi_oscillator' }>> = {
  follows: ['pitch', 'pulse_width'],
  voice(synthesis, context) {
    const share = 1 / Math.max(1, synthesis.oscillators.length);
    const oscillators = synthesis.oscillators.map(({ waveform, volume, detune, phase, duty }) => ({
      gain: Float64Array.of(volume * share),
      fill: createOscillator({
        waveform,
        step: phaseStep(synthesis.frequency, synthesis.freq_sweep, centsRatio(detune ?? 0), context),
        phase: (phase ?? 0) * TURNS,
        duty,
        dutyOffset: context.modulation.pulse_width,
      }),
    }));
    const block = new Float64Array(BLOCK);
    return {
      render(out, start, end) {
        out.fill(0, 0, end - start);
        for (const { gain, fill } of oscillators) {
          fill(block, start, end);
          accumulate(out, block, end - start, gain);
        }
      },
    };
  },
};
