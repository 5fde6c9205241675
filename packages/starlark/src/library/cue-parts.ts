/** What the plans of all musical cues have in common. */
import type { StarlarkInput } from '@speccade/starlark-wasm';
import { between, type Check, type Given, oneOf, positive, type Refusal } from './checks.ts';
import { MODULE_FORMAT } from './choices.ts';
import { TRACK_ROLES } from './cue-tracks.ts';
import { type Context, str } from './define.ts';
import { both } from './shapes.ts';

export const BEATS_PER_MEASURE = 4;
/** Ticks in a row. */
export const SPEED = 6;
const INT32_MAX = 2147483647;
export const INTENSITY = ['low', 'main', 'hi'];

/** As many as the format has, which is checked before. */
const inFormat: Check = {
  refuse(value: number, name, { format }: Given): Refusal | undefined {
    const max = format === 'it' ? 64 : 32;
    if (value <= max) return undefined;
    return { code: 'S103', text: `'${name}' must be <= ${max} for ${format} format, got ${value}` };
  },
};
export const channels = both(positive, inFormat);
export const bpm = between('32', '255');
export const format = str(oneOf(MODULE_FORMAT), 'xm');

/** The first tracks, one for each channel. */
export function suggested(names: readonly string[], channels = names.length): StarlarkInput {
  return names.slice(0, channels).map((name, channel) => ({ channel, name, description: TRACK_ROLES[name] }));
}

/** Rows of a cue; S103 where no pattern can be that long. */
export function rows(beats: number, rowsPerBeat: number, { refuse }: Context): number {
  const total = beats * rowsPerBeat;
  if (total <= INT32_MAX) return total;
  return refuse('S103', 'rows_per_beat', `'rows_per_beat' makes too many rows, got ${rowsPerBeat}`);
}
