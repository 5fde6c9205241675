import type { Synthesis } from '@speccade/spec/kinds/audio_v1';
import { carrierAndModulator } from '../dsp/carrier-modulator.ts';
import { sinTurns } from '../dsp/sine.ts';
import type { Synthesizer } from '../voice.ts';

/**
 * A sine mixed with its product with another: `(1 − mix)·sin φc + mix·sin φc·sin φm`. A sweep moves the carrier, the
 * modulator keeps its ratio to it. Raw level at most 1.
 */
export const ringModSynth: Synthesizer<Extract<Synthesis, { type: 'ring_mod_synth' }>> = {
  voice(synthesis, context) {
    const mix = Math.min(Math.max(synthesis.mix, 0), 1);
    const [carrier, modulator] = carrierAndModulator(synthesis, context);
    return {
      render(out, start, end) {
        carrier.advance(start, end);
        modulator.advance(start, end);
        for (let k = 0; k < end - start; k++) {
          const s = sinTurns(carrier.phases[k]!);
          out[k] = (1 - mix) * s + mix * s * sinTurns(modulator.phases[k]!);
        }
      },
    };
  },
};
