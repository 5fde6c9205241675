/** Effects and filters that do nothing: what one fades from when only one of two sounds has it. */
import type { JsonObject, JsonValue } from '@speccade/spec';

/** Values at which an effect leaves the sound alone. Types that are not here cannot be turned down to nothing. */
const NEUTRAL: Readonly<Record<string, JsonObject>> = {
  reverb: { wet: 0 },
  delay: { wet: 0 },
  chorus: { wet: 0 },
  phaser: { wet: 0 },
  flanger: { wet: 0 },
  waveshaper: { wet: 0 },
  rotary_speaker: { wet: 0 },
  granular_delay: { wet: 0 },
  ring_modulator: { mix: 0 },
  bitcrush: { bits: 16, sample_rate_reduction: 1 },
  compressor: { ratio: 1, makeup_db: 0 },
  gate_expander: { ratio: 1 },
  transient_shaper: { attack: 0, sustain: 0, output_gain_db: 0 },
};

/** The effect without any effect, or `undefined` where it has none such. */
export function neutralised(effect: JsonObject): JsonObject | undefined {
  const type = effect.type as string;
  if (Object.hasOwn(NEUTRAL, type)) return { ...effect, ...NEUTRAL[type] };
  const each = (list: JsonValue | undefined, change: JsonObject) =>
    (list as readonly JsonObject[]).map((item) => ({ ...item, ...change }));
  if (type === 'multi_tap_delay') return { ...effect, taps: each(effect.taps, { level: 0 }) };
  if (type === 'parametric_eq') {
    const bands = effect.bands as readonly JsonObject[];
    return bands.some((band) => band.band_type === 'notch')
      ? undefined
      : { ...effect, bands: each(bands, { gain_db: 0 }) };
  }
  if (type === 'stereo_widener') return effect.mode === 'haas' ? undefined : { ...effect, width: 1 };
  return undefined;
}

/** Hz. */
const ABOVE_HEARING = 20000;
const BELOW_HEARING = 1;

/** The filter without any effect, or `undefined` where it has none such: it always lets some frequencies through alone. */
export function neutralisedFilter(filter: JsonObject): JsonObject | undefined {
  const swept = 'cutoff_end' in filter && filter.cutoff_end !== null;
  const open = (cutoff: number) => ({ ...filter, cutoff, resonance: 0.5, ...(swept && { cutoff_end: cutoff }) });
  switch (filter.type) {
    case 'lowpass':
      return open(ABOVE_HEARING);
    case 'highpass':
      return open(BELOW_HEARING);
    case 'comb':
      return { ...filter, wet: 0 };
    case 'formant':
      return { ...filter, intensity: 0 };
    case 'shelf_low':
    case 'shelf_high':
      return { ...filter, gain_db: 0 };
    default:
      return undefined;
  }
}
