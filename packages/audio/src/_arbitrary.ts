/** Random recipes for property tests, from what this package renders; values go well beyond what is sensible. */
import fc from 'fast-check';

const hz = fc.oneof(fc.double({ min: 20, max: 12000, noNaN: true }), fc.constantFrom(0, -50, 1e-9, 30000, 1e12));
const unit = fc.double({ min: 0, max: 1, noNaN: true });
const seconds = fc.constantFrom(0, 0.0001, 0.001, 0.01, 0.3);
const waveform = fc.constantFrom('sine', 'square', 'sawtooth', 'triangle', 'pulse');
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const sweep = optional(fc.record({ end_freq: hz, curve: fc.constantFrom('linear', 'exponential', 'logarithmic') }));
const cents = optional(fc.double({ min: -100, max: 100, noNaN: true }));
const duty = optional(fc.double({ min: -0.2, max: 1.2, noNaN: true }));
const resonance = fc.double({ min: 0, max: 8, noNaN: true });

const filter = fc.oneof(
  fc.record({
    type: fc.constantFrom('lowpass', 'highpass', 'ladder'),
    cutoff: hz,
    resonance,
    cutoff_end: optional(hz),
  }),
  fc.record({ type: fc.constantFrom('bandpass', 'notch'), center: hz, resonance, center_end: optional(hz) }),
  fc.record({ type: fc.constant('allpass'), frequency: hz, resonance, frequency_end: optional(hz) }),
  fc.record({
    type: fc.constant('comb'),
    delay_ms: fc.double({ min: -1, max: 50, noNaN: true }),
    feedback: resonance,
    wet: unit,
  }),
  fc.record({ type: fc.constant('formant'), vowel: fc.constantFrom('a', 'e', 'i', 'o', 'u'), intensity: unit }),
  fc.record({
    type: fc.constantFrom('shelf_low', 'shelf_high'),
    frequency: hz,
    gain_db: fc.double({ min: -24, max: 24, noNaN: true }),
  }),
);

const synthesis = fc.oneof(
  fc.record({ type: fc.constant('oscillator'), waveform, frequency: hz, freq_sweep: sweep, detune: cents, duty }),
  fc.record({
    type: fc.constant('multi_oscillator'),
    frequency: hz,
    freq_sweep: sweep,
    oscillators: fc.array(
      fc.record({
        waveform,
        volume: unit,
        detune: cents,
        phase: optional(fc.double({ min: -99, max: 99, noNaN: true })),
        duty,
      }),
      { maxLength: 4 },
    ),
  }),
  fc.record({
    type: fc.constant('fm_synth'),
    carrier_freq: hz,
    modulator_freq: hz,
    modulation_index: fc.double({ min: -3, max: 20, noNaN: true }),
    freq_sweep: sweep,
  }),
  fc.record({
    type: fc.constant('noise_burst'),
    noise_type: fc.constantFrom('white', 'pink', 'brown'),
    filter: optional(filter),
  }),
  fc.record({
    type: fc.constant('karplus_strong'),
    frequency: hz,
    decay: fc.double({ min: -1, max: 2, noNaN: true }),
    blend: fc.double({ min: -1, max: 2, noNaN: true }),
  }),
  fc.record({
    type: fc.constant('additive'),
    base_freq: hz,
    harmonics: fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { maxLength: 12 }),
  }),
);

/** Above 0, at most `max`. */
const share = (max: number) => fc.double({ min: 1e-3, max, noNaN: true });

const target = fc.oneof(
  fc.record({ target: fc.constant('pitch'), semitones: fc.constantFrom(0.1, 2, 24, 1e6) }),
  fc.record({ target: fc.constantFrom('volume', 'pan'), amount: share(1) }),
  fc.record({ target: fc.constant('pulse_width'), amount: share(0.49) }),
  fc.record({ target: fc.constant('filter_cutoff'), amount: fc.constantFrom(10, 3000, 1e9) }),
  fc.record({ target: fc.constant('fm_index'), amount: fc.constantFrom(0.5, 10) }),
);
const lfo = fc.record({
  config: fc.record({ waveform, rate: fc.constantFrom(0.1, 7, 90, 1e6), depth: share(1), phase: optional(unit) }),
  target,
});

const envelope = fc.record({ attack: seconds, decay: seconds, sustain: unit, release: seconds });

export const layers = fc.array(
  fc.record({
    synthesis,
    envelope,
    volume: unit,
    pan: fc.oneof(fc.constant(0), fc.double({ min: -1, max: 1, noNaN: true })),
    delay: optional(fc.constantFrom(0, 0.001, 0.01)),
    filter: optional(filter),
    lfo: optional(lfo),
  }),
  { maxLength: 3 },
);

export const recipe = fc.record({
  duration_seconds: fc.constantFrom(0.01, 0.0301, 0.08),
  sample_rate: fc.constantFrom(8000, 22050, 44100, 96000),
  layers,
  pitch_envelope: optional(
    fc.record({
      attack: seconds,
      decay: seconds,
      sustain: unit,
      release: seconds,
      depth: fc.constantFrom(-24, 0, 7, 1e9),
    }),
  ),
  master_filter: optional(filter),
  loop_config: optional(fc.record({ crossfade_ms: fc.constantFrom(0, 3, 1e9), snap_to_zero_crossing: fc.boolean() })),
});
