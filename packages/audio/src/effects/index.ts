/** The table of effects. */
import { autoFilter } from './auto-filter.ts';
import { bitcrush } from './bitcrush.ts';
import { cabinetSim } from './cabinet-sim.ts';
import { chorus } from './chorus.ts';
import { compressor } from './compressor.ts';
import { delay } from './delay.ts';
import { flanger } from './flanger.ts';
import { gateExpander } from './gate-expander.ts';
import { granularDelay } from './granular-delay.ts';
import { limiter } from './limiter.ts';
import { multiTapDelay } from './multi-tap-delay.ts';
import { parametricEq } from './parametric-eq.ts';
import { phaser } from './phaser.ts';
import { reverb } from './reverb.ts';
import { ringModulator } from './ring-modulator.ts';
import { rotarySpeaker } from './rotary-speaker.ts';
import { stereoWidener } from './stereo-widener.ts';
import { tapeSaturation } from './tape-saturation.ts';
import { transientShaper } from './transient-shaper.ts';
import { truePeakLimiter } from './true-peak-limiter.ts';
import type { EffectTable } from './types.ts';
import { waveshaper } from './waveshaper.ts';

export const effects: EffectTable = {
  parametric_eq: parametricEq,
  reverb,
  delay,
  multi_tap_delay: multiTapDelay,
  chorus,
  phaser,
  flanger,
  bitcrush,
  waveshaper,
  tape_saturation: tapeSaturation,
  compressor,
  limiter,
  true_peak_limiter: truePeakLimiter,
  gate_expander: gateExpander,
  transient_shaper: transientShaper,
  auto_filter: autoFilter,
  stereo_widener: stereoWidener,
  cabinet_sim: cabinetSim,
  rotary_speaker: rotarySpeaker,
  ring_modulator: ringModulator,
  granular_delay: granularDelay,
};
