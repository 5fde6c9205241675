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
    const mix = Float64Array.of(Math.min(Math.max(synthesis.mix, 0), 1));
    const [carrier, modulator] = carrierAndModulator(synthesis, context);
    return {
      render(out, start, end) {
        carrier.advance(start, end);
        modulator.advance(start, end);
        modulate(out, carrier.phases, modulator.phases, end - start, mix);
      },
    };
  },
};

function modulate(
  out: Float64Array,
  carrier: Float64Array,
  modulator: Float64Array,
  count: number,
  setup: Float64Array,
): void {
  const mix = setup[0]!;
  for (let k = 0; k < count; k++) {
    const s = sinTurns(carrier[k]!);
    out[k] = (1 - mix) * s + mix * s * sinTurns(modulator[k]!);
  }
}
