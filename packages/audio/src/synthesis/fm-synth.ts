import type { Synthesis } from '@speccade/spec/kinds/audio_v1';
import { carrierAndModulator } from '../dsp/carrier-modulator.ts';
import { BLOCK } from '../dsp/process.ts';
import { sinTurns, TURNS } from '../dsp/sine.ts';
import type { Synthesizer } from '../voice.ts';

/**
 * `sin(φc + I·sin φm)`: two-operator phase modulation (J. Chowning, "The synthesis of complex audio spectra by means
 * of frequency modulation", JAES 21(7), 1973). A sweep moves the carrier, the modulator keeps its ratio to it. About
 * 100 M samples/s. Raw level ±1.
 */
export const fmSynth: Synthesizer<Extract<Synthesis, { type: 'fm_synth' }>> = {
  follows: ['fm_index'],
  voice(synthesis, context) {
    const { modulation_index } = synthesis;
    const [carrier, modulator] = carrierAndModulator(synthesis, context);
    const index = new Float64Array(BLOCK).fill(modulation_index * TURNS);
    const offset = context.modulation.fm_index;
    return {
      render(out, start, end) {
        carrier.advance(start, end);
        modulator.advance(start, end);
        if (offset !== undefined) {
          moveIndex(index, modulation_index, offset.block(start, end), end - start);
        }
        modulate(out, carrier.phases, modulator.phases, index, end - start);
      },
    };
  },
};

function moveIndex(index: Float64Array, base: number, offsets: Float64Array, count: number): void {
  for (let k = 0; k < count; k++) index[k] = Math.max(base + offsets[k]!, 0) * TURNS;
}

function modulate(
  out: Float64Array,
  carrier: Float64Array,
  modulator: Float64Array,
  index: Float64Array,
  count: number,
): void {
  for (let k = 0; k < count; k++) out[k] = sinTurns(carrier[k]! + index[k]! * sinTurns(modulator[k]!));
}
