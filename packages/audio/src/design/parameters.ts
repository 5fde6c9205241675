/**
 * The continuous parameters of `audio_v1`: on which scale each is heard and how far it may be moved. Named by field,
 * or by `owner.field` where one name means several things; the owner is the `type` or `target` of the object, else the
 * member that holds it.
 */
import { EFFECT_RANGES, HAAS_RANGES, type Range, TAP_RANGES } from '../effects/ranges.ts';
import type { Scale } from './scale.ts';

export interface Parameter {
  readonly scale: Scale;
  /** Of the magnitude for `log`, of the value for the others. A value beyond stays possible where it stands already. */
  readonly low: number;
  readonly high: number;
  /** The farthest that mutation moves: octaves for `log` and `loss`, units for `linear`. */
  readonly reach: number;
}

const log = (low: number, high: number, reach = 1): Parameter => ({ scale: 'log', low, high, reach });
const loss = (low: number, high: number, reach = 1): Parameter => ({ scale: 'loss', low, high, reach });
const linear = (low: number, high: number, reach: number): Parameter => ({ scale: 'linear', low, high, reach });

/** Hz. Kept below Nyquist by whoever moves it, too. */
const HERTZ = log(0.1, 20000);
const SECONDS = log(0.0005, 30);
const MILLISECONDS = log(0.1, 2000);
const SHARE = log(0.001, 1);
const POSITION = linear(0, 1, 0.5);
/** 0 to 0.95. */
const FEEDBACK = loss(0, 0.95);
const DECIBELS = linear(-60, 24, 6);
const SEMITONES = log(0.01, 48);
const AMOUNT = log(1e-6, 1e6);

const fields = (names: string, parameter: Parameter): Record<string, Parameter> =>
  Object.fromEntries(names.split(' ').map((name) => [name, parameter]));

const PARAMETERS: Readonly<Record<string, Parameter>> = {
  ...fields('frequency carrier_freq modulator_freq base_freq start_freq end_freq formant_freq center_freq', HERTZ),
  ...fields('cutoff cutoff_end center center_end frequency_end base_frequency filter_cutoff', HERTZ),
  ...fields('rate formant_rate pulse_rate', log(0.01, 400)),
  ...fields('attack decay release delay duration decay_time envelope_attack envelope_release', SECONDS),
  duration_seconds: log(0.005, 5),
  ...fields('time_ms delay_ms attack_ms release_ms hold_ms lookahead_ms grain_size_ms', MILLISECONDS),
  ...fields('volume wet mix depth width room_size damping sustain sensitivity level intensity amplitude', SHARE),
  ...fields('modulation_depth blend position_spread pan_spread spread breath noise bow_position tone strike', SHARE),
  ...fields('breathiness morph_amount mic_position pan', SHARE),
  ...fields('position end_position position_x position_y x y', POSITION),
  ...fields('threshold_db makeup_db ceiling_db range_db output_gain_db', DECIBELS),
  ...fields('detune detune_cents', log(0.01, 1200)),
  ...fields('pitch_spread semitones pitch_semitones', SEMITONES),
  ...fields('freq_ratio frequency_ratio', log(0.0625, 64, 0.25)),
  feedback: FEEDBACK,
  amount: AMOUNT,
  amount_ms: AMOUNT,
  // Below, a bow no longer makes a string sound.
  bow_pressure: log(0.4, 1),
  bandwidth: log(0.5, 20),
  bias: log(0.001, 0.5),
  distortion: log(0.01, 20),
  distortion_decay: log(0.01, 100),
  drive: log(0.1, 100),
  duty: linear(0.05, 0.95, 0.25),
  envelope_pattern: SHARE,
  flutter_rate: log(0.01, 20),
  gain_db: linear(-24, 24, 6),
  grain_density: log(1, 100),
  harmonics: log(0.001, 100),
  hiss_level: log(0.0001, 0.1),
  inharmonicity: log(0.1, 8, 0.5),
  modulation_index: log(0.01, 30),
  phase: linear(-100, 100, 1.5),
  q: log(0.1, 10),
  ratio: log(1, 20),
  resonance: log(0.1, 12),
  sample_rate_reduction: log(1, 64),
  wow_rate: log(0.01, 3),

  'comb_filter_synth.decay': loss(0, 0.999),
  'comb.feedback': loss(0, 0.99),
  'config.depth': SHARE,
  'config.phase': POSITION,
  'feedback_fm.feedback': log(0.01, 0.99),
  'flanger.feedback': log(0.001, 0.95),
  'karplus_strong.decay': loss(0, 0.9999, 2),
  'ladder.resonance': log(0.01, 0.95),
  'membrane_drum.decay': SHARE,
  'oscillators.volume': log(0.001, 4),
  'pan.amount': SHARE,
  'pitch_envelope.depth': SEMITONES,
  'pulse_width.amount': log(0.001, 0.49),
  'reverb_size.amount': SHARE,
  'stereo_widener.width': log(0.01, 2),
  'transient_shaper.attack': SHARE,
  'volume.amount': SHARE,
  'waveguide.resonance': loss(0, 0.999),
};

/** Numbers that count or name something: mutation leaves them alone, interpolation rounds them. */
export const COUNTS: ReadonlySet<string> = new Set('voices num_partials num_bands pulses stages bits'.split(' '));

/** The parameter of a field, or `undefined` for what is none. */
export function parameterOf(owner: string, field: string): Parameter | undefined {
  const name = `${owner}.${field}`;
  if (Object.hasOwn(PARAMETERS, name)) return PARAMETERS[name];
  return Object.hasOwn(PARAMETERS, field) ? PARAMETERS[field] : undefined;
}

/** The range outside of which a sound is refused, ends included. */
export function enforcedRange(owner: string, field: string): Range | undefined {
  const ranges =
    owner === 'taps'
      ? TAP_RANGES
      : owner === 'stereo_widener'
        ? HAAS_RANGES
        : (EFFECT_RANGES as Readonly<Record<string, Readonly<Record<string, Range>> | undefined>>)[owner];
  return ranges?.[field];
}
