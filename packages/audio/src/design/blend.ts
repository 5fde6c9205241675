/** Two JSON values of like structure, and one between them. */
import type { JsonObject, JsonValue } from '@speccade/spec';
import { COUNTS, enforcedRange, parameterOf } from './parameters.ts';
import { between } from './scale.ts';
import { tidy } from './tidy.ts';
import { ownerOf } from './walk.ts';

/** Members that may be absent, and the values or siblings that then stand for them. */
const ABSENT: Readonly<Record<string, number | { readonly like: string }>> = {
  detune: 0,
  duty: 0.5,
  phase: 0,
  delay: 0,
  volume: 1,
  voices: 1,
  position: 0,
  position_x: 0.5,
  position_y: 0.5,
  pitch_spread: 0,
  position_spread: 0,
  pan_spread: 0,
  distortion_decay: 0,
  formant_rate: 2,
  morph_amount: 0,
  breathiness: 0,
  frequency_ratio: 1,
  width: 1,
  makeup_db: 0,
  mic_position: 0,
  sample_rate_reduction: 1,
  filter_cutoff: 0,
  cutoff_end: { like: 'cutoff' },
  center_end: { like: 'center' },
  frequency_end: { like: 'frequency' },
};
/** Defaults that differ by the object. */
const ABSENT_IN: Readonly<Record<string, number>> = { 'chorus.voices': 2, 'stereo_widener.delay_ms': 10 };
/** Members that may be absent and are objects, the member of theirs that moves something, and from where. */
const SWEEPS: Readonly<Record<string, readonly [member: string, from: readonly string[]]>> = {
  freq_sweep: ['end_freq', ['frequency', 'carrier_freq']],
  position_sweep: ['end_position', ['position']],
};

/**
 * The value at `at` (0 to 1) of the way from `a` to `b`, or `undefined` when the two are unlike: other types, other lengths
 * of lists, other words. Frequencies, times and levels go in equal ratios, see `parameters.ts`.
 */
export function blend(a: JsonValue, b: JsonValue, at: number, owner = '', field = ''): JsonValue | undefined {
  if (typeof a === 'number' && typeof b === 'number') return blendNumbers(a, b, at, owner, field);
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b ? a : undefined;
  if (Array.isArray(a) !== Array.isArray(b)) return undefined;
  if (Array.isArray(a)) return blendLists(a, b as readonly JsonValue[], at, owner, field);
  return blendObjects(a as JsonObject, b as JsonObject, at, field);
}

function blendNumbers(a: number, b: number, at: number, owner: string, field: string): number {
  if (a === b) return a;
  if (COUNTS.has(field)) return Math.round(a + at * (b - a));
  const value = tidy(between(a, b, at, parameterOf(owner, field)?.scale ?? 'linear'));
  const range = enforcedRange(owner, field);
  return range ? Math.min(Math.max(value, range[0]), range[1]) : value;
}

function blendLists(
  a: readonly JsonValue[],
  b: readonly JsonValue[],
  at: number,
  owner: string,
  field: string,
): JsonValue | undefined {
  if (a.length !== b.length) return undefined;
  const items = a.map((item, i) => blend(item, b[i]!, at, owner, field));
  return items.every((item) => item !== undefined) ? (items as JsonValue[]) : undefined;
}

function blendObjects(a: JsonObject, b: JsonObject, at: number, heldBy: string): JsonObject | undefined {
  const owner = ownerOf(a, heldBy);
  const members: Record<string, JsonValue> = {};
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const from = a[key] ?? absent(key, a, b[key], owner);
    const to = b[key] ?? absent(key, b, a[key], owner);
    if (from === undefined && to === undefined) continue;
    if (from === undefined || to === undefined) return undefined;
    const value = blend(from, to, at, owner, key);
    if (value === undefined) return undefined;
    members[key] = value;
  }
  return members;
}

/** What an absent member of `object` amounts to, where the other object has `other` for it. */
function absent(key: string, object: JsonObject, other: JsonValue | undefined, owner: string): JsonValue | undefined {
  if (other == null) return undefined;
  if (Object.hasOwn(SWEEPS, key)) {
    const [member, from] = SWEEPS[key]!;
    const start = from.map((name) => object[name]).find((value) => value !== undefined) ?? 0;
    return { ...(other as JsonObject), [member]: start };
  }
  const named = `${owner}.${key}`;
  if (Object.hasOwn(ABSENT_IN, named)) return ABSENT_IN[named];
  if (!Object.hasOwn(ABSENT, key) || owner === 'envelope') return undefined;
  const value = ABSENT[key]!;
  return typeof value === 'number' ? value : object[value.like];
}
