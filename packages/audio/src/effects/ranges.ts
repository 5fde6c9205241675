/**
 * Ranges of effect parameters outside of which a sound is refused, ends included. Parameters that are not here are
 * clamped or free. They are part of the published behaviour: a spec outside of them never had a sound.
 */
import type { EffectType } from '@speccade/spec/kinds/audio_v1';

export type Range = readonly [low: number, high: number];
export type Ranges = Readonly<Record<string, Range>>;

const UNIT: Range = [0, 1];
const BIPOLAR: Range = [-1, 1];
const SWEEP_HZ: Range = [0.1, 10];

export const EFFECT_RANGES: { readonly [T in EffectType]?: Ranges } = {
  reverb: { damping: UNIT, wet: UNIT, width: UNIT },
  delay: { feedback: [0, 0.95], wet: UNIT },
  chorus: { rate: SWEEP_HZ, depth: UNIT, wet: UNIT, voices: [1, 4] },
  phaser: { rate: SWEEP_HZ, depth: UNIT, stages: [2, 12], wet: UNIT },
  flanger: { rate: SWEEP_HZ, depth: UNIT, feedback: [-0.99, 0.99], delay_ms: [0.1, 50], wet: UNIT },
  compressor: { threshold_db: [-60, 0], ratio: [1, 20], attack_ms: [0.1, 100], release_ms: [10, 1000] },
  limiter: { threshold_db: [-24, 0], release_ms: [10, 500], lookahead_ms: [1, 10], ceiling_db: [-6, 0] },
  true_peak_limiter: { ceiling_db: [-6, 0], release_ms: [10, 500] },
  gate_expander: {
    threshold_db: [-60, 0],
    ratio: [1, Number.POSITIVE_INFINITY],
    attack_ms: [0.1, 50],
    hold_ms: [0, 500],
    release_ms: [10, 2000],
    range_db: [-80, 0],
  },
  transient_shaper: { attack: BIPOLAR, sustain: BIPOLAR, output_gain_db: [-12, 12] },
  auto_filter: {
    sensitivity: UNIT,
    attack_ms: [0.1, 100],
    release_ms: [10, 1000],
    depth: UNIT,
    base_frequency: [100, 8000],
  },
  rotary_speaker: { rate: [0.1, 20], depth: UNIT, wet: UNIT },
  ring_modulator: { frequency: [1, 20000], mix: UNIT },
  granular_delay: { wet: UNIT },
};

/** Of each tap, unless an LFO moves the delay times. */
export const TAP_RANGES: Ranges = { time_ms: [1, 2000], feedback: [0, 0.99], pan: BIPOLAR, level: UNIT };

/** In mode `haas`, unless an LFO moves the delay times. */
export const HAAS_RANGES: Ranges = { delay_ms: [0.1, 50] };
