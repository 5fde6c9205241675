/** Plans of loops. */
import { between, nonEmpty, oneOf, positive } from './checks.ts';
import { BEATS_PER_MEASURE, bpm, channels, format, INTENSITY, rows, SPEED, suggested } from './cue-parts.ts';
import { LOOP_TRACKS } from './cue-tracks.ts';
import { type Context, define, int, optional, str } from './define.ts';

/** Tempo and channels. */
const LOOP_DEFAULTS = { low: [90, 4], main: [120, 8], hi: [140, 12] } as const;

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

export const MUSIC_LOOPS = [
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
];
