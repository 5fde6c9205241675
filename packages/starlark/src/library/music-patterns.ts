/** Notes, patterns, their order, and what changes them. */
import { atLeast, between, nonEmpty, nonNegative, positive, ranged } from './checks.ts';
import { define, int, optional, str } from './define.ts';
import { both, notBelow, upTo } from './shapes.ts';

const bpm = between('32', '255');

export const MUSIC_PATTERNS = [
  define({
    name: 'pattern_note',
    category: 'music.patterns',
    description: 'A note of a pattern, with its effect.',
    params: {
      row: int(nonNegative),
      note: str(),
      inst: int(nonNegative),
      channel: optional.int(),
      vol: optional.int(upTo(64)),
      effect: optional.int(),
      param: optional.int(),
      effect_name: optional.str(),
      effect_xy: optional.any(),
    },
    order: ['row', 'inst', 'vol'],
    example: 'pattern_note(0, "C4", 1, vol = 48)',
    build: ({ row, note, inst, channel, vol, effect, param, effect_name, effect_xy }) => ({
      row,
      note,
      inst,
      channel,
      vol,
      effect,
      param,
      effect_name,
      effect_xy,
    }),
  }),
  define({
    name: 'tracker_pattern',
    category: 'music.patterns',
    description: 'A pattern: notes by channel, or a flat list of notes that name their channels.',
    params: { rows: int(positive), notes: optional.any(), data: optional.any() },
    example: 'tracker_pattern(64, notes = {"0": [pattern_note(0, "C4", 1)]})',
    build: (pattern) => pattern,
  }),
  define({
    name: 'arrangement_entry',
    category: 'music.patterns',
    description: 'A pattern in the order of a song.',
    params: { pattern: str(nonEmpty), repeat: int(atLeast('1'), 1) },
    build: (entry) => entry,
  }),
  define({
    name: 'volume_fade',
    category: 'music',
    description: 'Automation: volumes from one row to another.',
    params: {
      pattern: str(nonEmpty),
      channel: int(),
      start_row: int(),
      end_row: int(),
      start_vol: int(upTo(64)),
      end_vol: int(upTo(64)),
    },
    build: (fade) => ({ type: 'volume_fade', ...fade }),
  }),
  define({
    name: 'tempo_change',
    category: 'music',
    description: 'Automation: another tempo from a row on.',
    params: { pattern: str(nonEmpty), row: int(), bpm: int(bpm) },
    build: (change) => ({ type: 'tempo_change', ...change }),
  }),
  define({
    name: 'humanize_vol',
    category: 'music',
    description: 'Transform of a composition: volumes at random between two bounds.',
    params: { min_vol: int(upTo(64)), max_vol: int(both(upTo(64), notBelow('min_vol'))), seed_salt: str(nonEmpty) },
    build: (transform) => ({ op: 'humanize_vol', ...transform }),
  }),
  define({
    name: 'swing',
    category: 'music',
    description: 'Transform of a composition: every other step later.',
    params: {
      amount_permille: int(upTo(1000)),
      stride: int(ranged({ min: 0, exclusiveMin: true }, 'be > 0')),
      seed_salt: str(nonEmpty),
    },
    build: (transform) => ({ op: 'swing', ...transform }),
  }),
];
