/** Random recipes for property tests, from what this package renders; values go well beyond what is sensible. */
import fc from 'fast-check';
import { chain } from './effects/_arbitrary.ts';

const hz = fc.oneof(fc.double({ min: 20, max: 12000, noNaN: true }), fc.constantFrom(0, -50, 1e-9, 30000, 1e12));
const unit = fc.double({ min: 0, max: 1, noNaN: true });
const seconds = fc.constantFrom(0, 0.0001, 0.001, 0.01, 0.3);
const waveform = fc.constantFrom('sine', 'square', 'sawtooth', 'triangle', 'pulse');
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const sweep = optional(fc.record({ end_freq: hz, curve: fc.constantFrom('linear', 'exponential', 'logarithmic') }));
const cents = optional(fc.double({ min: -100, max: 100, noNaN: true }));
const duty = optional(fc.double({ min: -0.2, max: 1.2, noNaN: true }));
const noiseType = fc.constantFrom('white', 'pink', 'brown');
const vowel = fc.constantFrom('a', 'i', 'u', 'e', 'o');
/** What should lie between 0 and 1. */
const beyondUnit = fc.oneof(unit, fc.constantFrom(-3, 0, 1, 1.5));
const vectorSource = fc.record({
  source_type: fc.constantFrom('sine', 'saw', 'square', 'triangle', 'noise', 'wavetable'),
  frequency_ratio: fc.constantFrom(-1, 0.5, 1, 7.3, 1e9),
});
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
    noise_type: noiseType,
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
  fc.record({
    type: fc.constant('feedback_fm'),
    frequency: hz,
    feedback: beyondUnit,
    modulation_index: fc.double({ min: -5, max: 5, noNaN: true }),
    freq_sweep: sweep,
  }),
  fc.record({
    type: fc.constant('am_synth'),
    carrier_freq: hz,
    modulator_freq: hz,
    modulation_depth: beyondUnit,
    freq_sweep: sweep,
  }),
  fc.record({
    type: fc.constant('ring_mod_synth'),
    carrier_freq: hz,
    modulator_freq: hz,
    mix: beyondUnit,
    freq_sweep: sweep,
  }),
  fc.record({ type: fc.constant('pitched_body'), start_freq: hz, end_freq: hz }),
  fc.record({
    type: fc.constant('metallic'),
    base_freq: hz,
    num_partials: fc.constantFrom(0, 1, 6, 1e4, 1e6),
    inharmonicity: fc.constantFrom(-3, 0, 0.02, 1.4, 8.5, 500),
  }),
  fc.record({
    type: fc.constant('granular'),
    source: fc.oneof(
      fc.record({ type: fc.constant('noise'), noise_type: noiseType }),
      fc.record({ type: fc.constant('tone'), waveform, frequency: hz }),
      fc.record({ type: fc.constant('formant'), frequency: hz, formant_freq: hz }),
    ),
    grain_size_ms: fc.constantFrom(-1, 0, 0.05, 1, 20, 300),
    grain_density: fc.constantFrom(-1, 0, 1e-9, 5, 80, 3000, 1e9),
    pitch_spread: fc.constantFrom(0, 0, 2, 1e9),
    position_spread: fc.constantFrom(0, 0.3, 1, 1e12),
    pan_spread: fc.constantFrom(0, 0, 0.5, 3),
  }),
  fc.record({
    type: fc.constant('wavetable'),
    table: fc.constantFrom('basic', 'analog', 'digital', 'pwm', 'formant', 'organ'),
    frequency: hz,
    position: beyondUnit,
    position_sweep: optional(
      fc.record({ end_position: beyondUnit, curve: fc.constantFrom('linear', 'exponential', 'logarithmic') }),
    ),
    voices: optional(fc.constantFrom(0, 1, 3, 255)),
    detune: cents,
  }),
  fc.record({
    type: fc.constant('pd_synth'),
    frequency: hz,
    distortion: fc.constantFrom(-1, 0, 3, 1e300),
    distortion_decay: fc.constantFrom(-1, 0, 20, 1e300),
    waveform: fc.constantFrom('resonant', 'sawtooth', 'pulse'),
    freq_sweep: sweep,
  }),
  fc.record({
    type: fc.constant('modal'),
    frequency: hz,
    modes: fc.array(
      fc.record({
        freq_ratio: fc.constantFrom(-1, 0, 1, 2.76, 1e9),
        amplitude: beyondUnit,
        decay_time: fc.constantFrom(-1, 0, 0.1, 1e9),
      }),
      { maxLength: 5 },
    ),
    excitation: fc.constantFrom('impulse', 'noise', 'pluck'),
    freq_sweep: sweep,
  }),
  fc.record({
    type: fc.constant('vocoder'),
    carrier_freq: hz,
    carrier_type: fc.constantFrom('sawtooth', 'pulse', 'noise'),
    num_bands: fc.constantFrom(0, 8, 1000),
    band_spacing: fc.constantFrom('linear', 'logarithmic'),
    envelope_attack: seconds,
    envelope_release: seconds,
    formant_rate: fc.constantFrom(-1, 0, 2, 1e12),
    bands: fc.array(
      fc.record({
        center_freq: hz,
        bandwidth: fc.constantFrom(-1, 0, 4, 1e9),
        envelope_pattern: fc.array(beyondUnit, { maxLength: 4 }),
      }),
      { maxLength: 3 },
    ),
  }),
  fc.record({
    type: fc.constant('formant'),
    frequency: hz,
    formants: fc.array(
      fc.record({ frequency: hz, amplitude: beyondUnit, bandwidth: fc.constantFrom(-1, 0.1, 8, 1e9) }),
      {
        maxLength: 3,
      },
    ),
    vowel: optional(vowel),
    vowel_morph: optional(vowel),
    morph_amount: beyondUnit,
    breathiness: beyondUnit,
  }),
  fc.record({
    type: fc.constant('vector'),
    frequency: hz,
    sources: fc.tuple(vectorSource, vectorSource, vectorSource, vectorSource),
    position_x: beyondUnit,
    position_y: beyondUnit,
    path: fc.array(fc.record({ x: beyondUnit, y: beyondUnit, duration: fc.constantFrom(-1, 0, 0.001, 0.005, 9) }), {
      maxLength: 4,
    }),
    path_loop: fc.boolean(),
    path_curve: fc.constantFrom('linear', 'exponential', 'logarithmic'),
  }),
  fc.record({
    type: fc.constant('supersaw_unison'),
    frequency: hz,
    voices: fc.constantFrom(0, 1, 2, 5, 40),
    detune_cents: fc.double({ min: -2000, max: 2000, noNaN: true }),
    spread: fc.constantFrom(0, 0.5, 1, -3),
    detune_curve: fc.constantFrom('linear', 'exp2'),
  }),
  fc.record({
    type: fc.constant('waveguide'),
    frequency: hz,
    breath: beyondUnit,
    noise: beyondUnit,
    damping: beyondUnit,
    resonance: beyondUnit,
  }),
  fc.record({
    type: fc.constant('bowed_string'),
    frequency: hz,
    bow_pressure: beyondUnit,
    bow_position: beyondUnit,
    damping: beyondUnit,
  }),
  fc.record({
    type: fc.constant('membrane_drum'),
    frequency: hz,
    decay: beyondUnit,
    tone: beyondUnit,
    strike: beyondUnit,
  }),
  fc.record({
    type: fc.constant('comb_filter_synth'),
    frequency: hz,
    decay: beyondUnit,
    excitation: fc.constantFrom('impulse', 'noise', 'saw'),
  }),
  fc.record({
    type: fc.constant('pulsar'),
    frequency: hz,
    pulse_rate: hz,
    grain_size_ms: fc.constantFrom(-1, 0, 0.01, 5, 100),
    shape: waveform,
  }),
  fc.record({
    type: fc.constant('vosim'),
    frequency: hz,
    formant_freq: hz,
    pulses: fc.constantFrom(0, 3, 255),
    breathiness: beyondUnit,
  }),
  fc.record({
    type: fc.constant('spectral_freeze'),
    source: fc.oneof(
      fc.record({ type: fc.constant('noise'), noise_type: noiseType }),
      fc.record({ type: fc.constant('tone'), waveform, frequency: hz }),
    ),
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
  fc.record({ target: fc.constant('grain_size'), amount_ms: fc.constantFrom(5, 1e9) }),
  fc.record({ target: fc.constant('grain_density'), amount: fc.constantFrom(5, 1e9) }),
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

/** What a number of a recipe may have become on its way: too large, too small, or none. */
const hostile = fc.constantFrom<unknown>(
  0,
  -1,
  -50,
  1,
  1.5,
  5e-324,
  -1e-300,
  0.49999999999999994,
  255,
  1e4,
  4294967296,
  9007199254740992,
  1e300,
  -1.7976931348623157e308,
  null,
  'NaN',
  'Infinity',
  '',
  '440',
  [],
);

/** Where numbers stand in JSON. */
function numbersIn(json: unknown, found: [holder: Record<string, unknown>, key: string][] = []): typeof found {
  if (typeof json !== 'object' || json === null) return found;
  for (const [key, value] of Object.entries(json)) {
    if (typeof value === 'number') found.push([json as Record<string, unknown>, key]);
    else numbersIn(value, found);
  }
  return found;
}

/** Recipes as JSON, most of them with some of their numbers replaced by hostile ones: not all are valid. */
export const hostileRecipe: fc.Arbitrary<unknown> = fc
  .tuple(recipe, optional(chain), fc.array(fc.tuple(fc.nat(), hostile), { maxLength: 4 }))
  .map(([sound, effects, changes]) => {
    const json: unknown = JSON.parse(JSON.stringify({ ...sound, ...effects }));
    const places = numbersIn(json).filter(([, key]) => key !== 'duration_seconds' && key !== 'sample_rate');
    for (const [at, value] of changes) {
      const place = places[at % Math.max(places.length, 1)];
      if (place) place[0][place[1]] = value;
    }
    return json;
  });
