import type { FreqSweep } from '@speccade/spec/kinds/audio_v1';
import type { VoiceContext } from '../voice.ts';
import { phaseStep } from './frequency.ts';
import { Phasor } from './phasor.ts';

interface Pair {
  /** Hz. */
  readonly carrier_freq: number;
  /** Hz. */
  readonly modulator_freq: number;
  readonly freq_sweep?: FreqSweep | null | undefined;
}

/** Phases of a carrier and a modulator. A sweep moves the carrier, the modulator keeps its ratio to it. */
export function carrierAndModulator(
  { carrier_freq, modulator_freq, freq_sweep }: Pair,
  context: VoiceContext,
): [carrier: Phasor, modulator: Phasor] {
  return [
    new Phasor(phaseStep(carrier_freq, freq_sweep, 1, context)),
    new Phasor(
      // Without a carrier frequency there is no ratio to keep: the modulator stays where it is.
      carrier_freq === 0
        ? phaseStep(modulator_freq, undefined, 1, context)
        : phaseStep(carrier_freq, freq_sweep, modulator_freq / carrier_freq, context),
    ),
  ];
}
