import type { Synthesis } from '@speccade/spec/kinds/audio_v1';
import { carrierAndModulator } from '../dsp/carrier-modulator.ts';
import { sinTurns } from '../dsp/sine.ts';
import { within } from '../dsp/within.ts';
import type { Synthesizer } from '../voice.ts';

/**
 * `sin φc·(1 + D·sin φm)/(1 + D)`: amplitude modulation of one sine by another. A sweep moves the carrier, the modulator
 * keeps its ratio to it. Raw level ±1 where the modulation is at its peak.
 */
export const amSynth: Synthesizer<Extract<Synthesis, { type: 'am_synth' }>> = {
  voice(synthesis, context) {
    const depth = Float64Array.of(Math.min(Math.max(synthesis.modulation_depth, 0), 1));
    const [carrier, modulator] = carrierAndModulator(synthesis, context);
    return {
      render(out, start, end) {
        carrier.advance(start, end);
        modulator.advance(start, end);
        modulate(out, carrier.phases, modulator.phases, end - start, depth);
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
  const depth = setup[0]!;
  const scale = 1 + depth;
  for (let k = 0; k < count; k++) {
    const swell = 1 + depth * sinTurns(modulator[k]!);
    out[k] = within((sinTurns(carrier[k]!) * swell) / scale, -1, 1);
  }
}
