/** Plans of musical cues: values for scripts to read, which no recipe takes as they are. */
import { between, nonEmpty, oneOf, positive } from './checks.ts';
import { BEATS_PER_MEASURE, bpm, channels, format, INTENSITY, rows, SPEED, suggested } from './cue-parts.ts';
import { STINGER_TRACKS, TRANSITION_HINTS, TRANSITION_TRACKS } from './cue-tracks.ts';
import { define, int, str } from './define.ts';
import { MUSIC_LOOPS } from './music-loops.ts';

export const MUSIC_CUES = [
  ...MUSIC_LOOPS,
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
