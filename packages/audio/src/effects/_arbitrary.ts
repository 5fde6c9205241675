/** Random chains for property tests: every effect, within its ranges where they are enforced, far beyond where not. */
import fc from 'fast-check';
import { EFFECT_RANGES, TAP_RANGES } from './ranges.ts';

const within = (low: number, high: number) => fc.double({ min: low, max: Math.min(high, 1e6), noNaN: true });
const wild = fc.oneof(fc.double({ min: -2, max: 30, noNaN: true }), fc.constantFrom(-1e9, 0, 1e9));
const ranged = (type: keyof typeof EFFECT_RANGES) =>
  Object.fromEntries(
    Object.entries(EFFECT_RANGES[type] ?? {})
      .filter(([field]) => field !== 'voices' && field !== 'stages')
      .map(([field, [low, high]]) => [field, within(low, high)]),
  );
const entry = (type: keyof typeof EFFECT_RANGES, more: Record<string, fc.Arbitrary<unknown>> = {}) =>
  fc.record({ type: fc.constant(type), ...ranged(type), ...more } as Record<string, fc.Arbitrary<unknown>>);

const tap = fc.record({
  ...Object.fromEntries(Object.entries(TAP_RANGES).map(([field, [low, high]]) => [field, within(low, high)])),
  filter_cutoff: fc.constantFrom(0, -5, 300, 8000, 1e9),
} as Record<string, fc.Arbitrary<unknown>>);
const band = fc.record({
  frequency: wild,
  gain_db: wild,
  q: wild,
  band_type: fc.constantFrom('lowshelf', 'highshelf', 'peak', 'notch'),
});

const oversampling = fc.constantFrom(1, 1, 2, 4, 8);

export const effect = fc.oneof(
  entry('parametric_eq', { bands: fc.array(band, { maxLength: 3 }) }),
  entry('reverb', { room_size: wild }),
  entry('delay', { time_ms: wild, ping_pong: fc.boolean() }),
  entry('multi_tap_delay', { taps: fc.array(tap, { maxLength: 3 }) }),
  entry('chorus', { voices: fc.integer({ min: 1, max: 4 }) }),
  entry('phaser', { stages: fc.integer({ min: 2, max: 12 }) }),
  entry('flanger'),
  entry('bitcrush', { bits: fc.integer({ min: 0, max: 255 }), sample_rate_reduction: wild }),
  entry('waveshaper', {
    drive: wild,
    wet: wild,
    curve: fc.constantFrom('tanh', 'soft_clip', 'hard_clip', 'sine'),
    oversampling,
  }),
  entry('tape_saturation', {
    drive: wild,
    bias: wild,
    wow_rate: wild,
    flutter_rate: wild,
    hiss_level: wild,
    oversampling,
  }),
  entry('compressor', { makeup_db: wild }),
  entry('limiter'),
  entry('true_peak_limiter'),
  entry('gate_expander'),
  entry('transient_shaper'),
  entry('auto_filter'),
  entry('stereo_widener', {
    width: wild,
    mode: fc.constantFrom('simple', 'haas', 'mid_side'),
    delay_ms: within(0.1, 50),
  }),
  entry('cabinet_sim', {
    cabinet_type: fc.constantFrom('guitar_1x12', 'guitar_4x12', 'bass_1x15', 'radio', 'telephone'),
    mic_position: wild,
  }),
  entry('rotary_speaker'),
  entry('ring_modulator'),
  entry('granular_delay', { time_ms: wild, feedback: wild, grain_size_ms: wild, pitch_semitones: wild }),
);

const config = fc.record({
  waveform: fc.constantFrom('sine', 'square', 'sawtooth', 'triangle'),
  rate: fc.constantFrom(0.1, 7, 90, 1e6),
  depth: within(1e-3, 1),
  phase: within(0, 1),
});
const amount = fc.constantFrom(0.1, 5, 1e6);
const lfo = fc.record({
  config,
  target: fc.oneof(
    fc.record({ target: fc.constant('delay_time'), amount_ms: amount }),
    fc.record({ target: fc.constantFrom('reverb_size', 'distortion_drive'), amount }),
  ),
});

export const chain = fc.record({
  effects: fc.array(effect, { minLength: 1, maxLength: 3 }),
  post_fx_lfos: fc.array(lfo, { maxLength: 2 }),
});
