/** Plans of musical cues: values for scripts to read, which no recipe takes as they are. */
import type { StarlarkInput } from '@speccade/starlark-wasm';
import { between, type Check, type Given, nonEmpty, oneOf, positive, type Refusal } from './checks.ts';
import { MODULE_FORMAT } from './choices.ts';
import { LOOP_TRACKS, STINGER_TRACKS, TRACK_ROLES, TRANSITION_HINTS, TRANSITION_TRACKS } from './cue-tracks.ts';
import { type Context, define, int, optional, str } from './define.ts';
import { both } from './shapes.ts';

const BEATS_PER_MEASURE = 4;
const SPEED = 6;
const INT32_MAX = 2147483647;
const INTENSITY = ['low', 'main', 'hi'];
const LOOP_DEFAULTS = { low: [90, 4], main: [120, 8], hi: [140, 12] } as const;

/** As many as the format has, which is checked before. */
const inFormat: Check = {
  refuse(value: number, name, { format }: Given): Refusal | undefined {
    const max = format === 'it' ? 64 : 32;
    if (value <= max) return undefined;
    return { code: 'S103', text: `'${name}' must be <= ${max} for ${format} format, got ${value}` };
  },
};
const channels = both(positive, inFormat);
const bpm = between('32', '255');
const format = str(oneOf(MODULE_FORMAT), 'xm');

function suggested(names: readonly string[], channels = names.length): StarlarkInput {
  return names.slice(0, channels).map((name, channel) => ({ channel, name, description: TRACK_ROLES[name] }));
}

/** Rows of a cue; S103 where no pattern can be that long. */
function rows(beats: number, rowsPerBeat: number, { refuse }: Context): number {
  const total = beats * rowsPerBeat;
  if (total <= INT32_MAX) return total;
  return refuse('S103', 'rows_per_beat', `'rows_per_beat' makes too many rows, got ${rowsPerBeat}`);
}

interface Loop {
  readonly name: string;
  readonly intensity: string;
  readonly bpm: number;
  readonly measures: number;
  readonly rows_per_beat: number;
  readonly channels: number;
  readonly format: string;
}

function loop({ name, intensity, bpm, measures, rows_per_beat, channels, format }: Loop, context: Context) {
  const total = rows(measures * BEATS_PER_MEASURE, rows_per_beat, context);
  return {
    cue_type: 'loop',
    name,
    intensity,
    timing: { bpm, rows_per_beat, measures, total_rows: total },
    song_params: { format, bpm, speed: SPEED, channels, loop: true, restart_position: 0, pattern_rows: total },
    track_layout: { suggested_tracks: suggested(LOOP_TRACKS[intensity]!, channels), intensity },
  };
}

const measured = { measures: int(between('1', '64'), 8), rows_per_beat: int(positive, 4) };
const loopOrder = ['name', 'format', 'bpm', 'measures', 'rows_per_beat', 'channels'] as const;

const loopOf = (name: string, intensity: keyof typeof LOOP_DEFAULTS, description: string) =>
  define({
    name,
    category: 'music',
    description,
    keywordOnly: true,
    params: {
      name: str(nonEmpty),
      bpm: int(bpm, LOOP_DEFAULTS[intensity][0]),
      ...measured,
      channels: int(channels, LOOP_DEFAULTS[intensity][1]),
      format,
    },
    order: loopOrder,
    build: (args, context) => loop({ ...args, intensity }, context),
  });

export const MUSIC_CUES = [
  loopOf('loop_low', 'low', 'The plan of a calm loop.'),
  loopOf('loop_main', 'main', 'The plan of a loop of usual intensity.'),
  loopOf('loop_hi', 'hi', 'The plan of an intense loop.'),
  define({
    name: 'loop_cue',
    category: 'music',
    description: 'The plan of a loop.',
    keywordOnly: true,
    params: {
      name: str(nonEmpty),
      intensity: str(oneOf(INTENSITY)),
      bpm: optional.int(bpm),
      ...measured,
      channels: optional.int(channels),
      format,
    },
    order: ['intensity', ...loopOrder],
    build(args, context) {
      const [bpm, channels] = LOOP_DEFAULTS[args.intensity as keyof typeof LOOP_DEFAULTS];
      return loop({ ...args, bpm: args.bpm ?? bpm, channels: args.channels ?? channels }, context);
    },
  }),
  define({
    name: 'stinger',
    category: 'music',
    description: 'The plan of a short cue for an event.',
    keywordOnly: true,
    params: {
      name: str(nonEmpty),
      stinger_type: str(oneOf(Object.keys(STINGER_TRACKS)), 'custom'),
      duration_beats: int(between('1', '32'), 4),
      bpm: int(bpm, 120),
      rows_per_beat: int(positive, 4),
      channels: int(channels, 4),
      format,
      tail_beats: int(between('0', '16'), 0),
    },
    order: ['name', 'stinger_type', 'format', 'bpm', 'duration_beats', 'rows_per_beat', 'channels', 'tail_beats'],
    build({ name, stinger_type, duration_beats, bpm, rows_per_beat, channels, format, tail_beats }, context) {
      const total = rows(duration_beats + tail_beats, rows_per_beat, context);
      return {
        cue_type: 'stinger',
        name,
        stinger_type,
        duration_beats,
        tail_beats,
        timing: { bpm, rows_per_beat, total_rows: total },
        song_params: { format, bpm, speed: SPEED, channels, loop: false, pattern_rows: total },
        track_layout: { suggested_tracks: suggested(STINGER_TRACKS[stinger_type]!, channels), stinger_type },
      };
    },
  }),
  define({
    name: 'transition',
    category: 'music',
    description: 'The plan of a passage between two loops, with hints for its automation.',
    keywordOnly: true,
    params: {
      name: str(nonEmpty),
      transition_type: str(oneOf(Object.keys(TRANSITION_TRACKS)), 'bridge'),
      from_intensity: str(oneOf(INTENSITY), 'main'),
      to_intensity: str(oneOf(INTENSITY), 'main'),
      measures: int(between('1', '8'), 2),
      bpm: int(bpm, 120),
      rows_per_beat: int(positive, 4),
      channels: int(channels, 8),
      format,
    },
    order: ['name', 'transition_type', 'from_intensity', 'to_intensity', 'format', 'bpm'],
    build(args, context) {
      const { name, transition_type, from_intensity, to_intensity, measures, bpm, rows_per_beat } = args;
      const { format, channels } = args;
      const total = rows(measures * BEATS_PER_MEASURE, rows_per_beat, context);
      const rise = Math.sign(INTENSITY.indexOf(to_intensity) - INTENSITY.indexOf(from_intensity));
      return {
        cue_type: 'transition',
        name,
        transition_type,
        from_intensity,
        to_intensity,
        timing: { bpm, rows_per_beat, measures, total_rows: total },
        song_params: { format, bpm, speed: SPEED, channels, loop: false, pattern_rows: total },
        track_layout: { suggested_tracks: suggested(TRANSITION_TRACKS[transition_type]!), transition_type },
        automation_hints: {
          volume_direction: ['decrescendo', 'steady', 'crescendo'][rise + 1]!,
          suggestions: TRANSITION_HINTS[transition_type]!,
        },
      };
    },
  }),
];
