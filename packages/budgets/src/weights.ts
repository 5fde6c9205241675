/**
 * What operations cost, in units of one sample of a plain oscillator (or one pixel of a plain node). Rounded from
 * measurements of the backends; only their proportions matter.
 */

export const SYNTHESIS_WEIGHTS: Readonly<Record<string, number>> = {
  oscillator: 1,
  multi_oscillator: 2,
  fm_synth: 2,
  feedback_fm: 3,
  am_synth: 2,
  ring_mod_synth: 2,
  karplus_strong: 1,
  noise_burst: 2,
  additive: 3,
  pitched_body: 2,
  metallic: 6,
  granular: 4,
  wavetable: 3,
  pd_synth: 4,
  modal: 4,
  vocoder: 40,
  formant: 6,
  vector: 6,
  supersaw_unison: 1,
  waveguide: 4,
  bowed_string: 8,
  membrane_drum: 6,
  comb_filter_synth: 1,
  pulsar: 2,
  vosim: 3,
  spectral_freeze: 1,
};

export const EFFECT_WEIGHTS: Readonly<Record<string, number>> = {
  parametric_eq: 2,
  reverb: 10,
  delay: 1,
  multi_tap_delay: 3,
  chorus: 4,
  phaser: 4,
  flanger: 3,
  bitcrush: 1,
  waveshaper: 2,
  tape_saturation: 4,
  compressor: 3,
  limiter: 2,
  true_peak_limiter: 6,
  gate_expander: 2,
  transient_shaper: 1,
  auto_filter: 4,
  stereo_widener: 1,
  cabinet_sim: 3,
  rotary_speaker: 3,
  ring_modulator: 1,
  granular_delay: 4,
};

/** A layer filter, per sample: still, or with coefficients that move. */
export const FILTER_WEIGHT = { still: 0.5, moving: 2 } as const;

/** The two filters around an oversampled effect, for each multiple of the sample rate. */
export const OVERSAMPLING_WEIGHT = 15;
