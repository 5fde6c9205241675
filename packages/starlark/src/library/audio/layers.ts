/** Layers of a sound, and builders of several at once. */
import type { StarlarkInput, StarlarkValue } from '@speccade/starlark-wasm';
import { nonNegative, oneOf, pan, positive, unit } from '../checks.ts';
import { any, type Context, define, float, int, isInt, isNumber, num, optional, str, typeName } from '../define.ts';
import { toFloat } from '../values.ts';
import { NOISE } from './enums.ts';

const category = 'audio.layers';

const DEFAULT_ENVELOPE = { attack: 0.01, decay: 0.1, sustain: 0.5, release: 0.2 };

type Dict = { readonly [key: string]: StarlarkValue };

/** The contents of a dict, else S102. */
function dict(value: StarlarkValue, param: string, { refuse, read }: Context): Dict {
  if (typeName(value) !== 'dict') refuse('S102', param, `'${param}' expected dict, got ${typeName(value)}`);
  return read(value, param) as Dict;
}

/** A position in samples: an int, or a float that is whole. */
function sample(value: StarlarkValue | undefined, param: string, { refuse }: Context): number | bigint | undefined {
  if (value === undefined) return undefined;
  const number = isInt(value) ? value : isNumber(value) ? Number(value) : NaN;
  if (typeof number === 'number' && !Number.isInteger(number)) {
    return refuse('S102', param, `'${param}' expected int, got ${typeName(value)}`);
  }
  if (number < 0) refuse('S103', param, `'${param}' must be >= 0, got ${number}`);
  return typeof number === 'number' && !Number.isSafeInteger(number) ? BigInt(number) : number;
}

function foleyLayer(part: Dict, name: string, { refuse }: Context): StarlarkInput {
  for (const key of ['synthesis', 'envelope', 'volume']) {
    if (!(key in part)) refuse('S101', name, `'${name}' dict must have '${key}' field`);
  }
  const { synthesis, envelope, filter } = part;
  const path = `${name}.volume`;
  const given = part.volume!;
  const volume = isNumber(given)
    ? toFloat(given)
    : refuse('S102', path, `'${path}' expected float, got ${typeName(given)}`);
  const refusal = unit.refuse(volume, path);
  if (refusal) refuse(refusal.code, path, refusal.text);
  return { synthesis, envelope, volume, pan: float(0), ...('filter' in part && { filter }) };
}

export const LAYERS = [
  define({
    name: 'audio_layer',
    category,
    description: 'One layer: what sounds, and how it is shaped, placed and filtered.',
    params: {
      synthesis: any(),
      envelope: optional.any(),
      volume: num(unit, 0.8),
      pan: num(pan, 0),
      filter: optional.any(),
      lfo: optional.any(),
      delay: optional.num(nonNegative),
    },
    example: 'audio_layer(oscillator(440), envelope(), volume = 0.7)',
    build: ({ envelope = DEFAULT_ENVELOPE, ...rest }) => ({ ...rest, envelope }),
  }),
  define({
    name: 'with_loop_config',
    category,
    description: 'A copy of a layer with a loop.',
    params: {
      layer: any(),
      loop_start: optional.any(),
      loop_end: optional.any(),
      crossfade_samples: int(nonNegative, 441),
    },
    order: ['crossfade_samples'],
    build: ({ layer, loop_start, loop_end, crossfade_samples }, context) => ({
      ...dict(layer, 'layer', context),
      loop_config: {
        enabled: true,
        start_sample: sample(loop_start, 'loop_start', context),
        end_sample: sample(loop_end, 'loop_end', context),
        crossfade_ms: float(crossfade_samples / 44.1),
        snap_to_zero_crossing: true,
      },
    }),
  }),
  define({
    name: 'impact_builder',
    category,
    keywordOnly: true,
    description: 'Three layers of an impact, from dicts with synthesis, envelope, volume and perhaps a filter.',
    params: { transient: any(), body: any(), tail: any() },
    returns: 'list',
    build: (parts, context) =>
      Object.entries(parts)
        .map(([name, part]) => [name, dict(part, name, context)] as const)
        .map(([name, part]) => foleyLayer(part, name, context)),
  }),
  define({
    name: 'whoosh_builder',
    category,
    keywordOnly: true,
    description: 'A layer of noise through a moving band-pass filter.',
    params: {
      direction: str(oneOf(['rising', 'falling'])),
      duration_ms: num(positive),
      start_freq: num(positive),
      end_freq: num(positive),
      noise_type: str(oneOf(NOISE), 'white'),
    },
    build: ({ duration_ms, start_freq, end_freq, noise_type }) => {
      const seconds = duration_ms.value / 1000;
      return {
        synthesis: { type: 'noise_burst', noise_type },
        envelope: {
          attack: float(seconds * 0.3),
          decay: float(seconds * 0.1),
          sustain: float(0.8),
          release: float(seconds * 0.6),
        },
        volume: float(0.8),
        pan: float(0),
        filter: { type: 'bandpass', center: start_freq, resonance: float(2), center_end: end_freq },
      };
    },
  }),
];
