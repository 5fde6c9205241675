/** `recipe.params` of `music.tracker_song_compose_v1`: a song whose patterns are programs. */
import * as z from 'zod/mini';
import { songFields } from '../music.tracker_song_v1/params.ts';
import { manualNote, timebase, u8, u16 } from './common.ts';
import { type PatternExpr, patternExpr } from './expression.ts';
import { harmony } from './harmony.ts';

export const composePattern = z.strictObject({
  /** Exactly one of `rows` and `bars`. */
  rows: z.nullish(u16),
  bars: z.nullish(u16),
  /** In place of the song's. */
  timebase: z.nullish(timebase),
  program: patternExpr,
  /** Cells by hand, over those of the program: with their channels, or by channel. */
  data: z.nullish(z.array(manualNote)),
  notes: z.nullish(z.record(z.string(), z.array(manualNote))),
});
export type ComposePattern = z.infer<typeof composePattern>;

export const composeParams = z.strictObject({
  ...songFields,
  /** Names of channels and of instruments, for use in cells. */
  channel_ids: z._default(z.record(z.string(), u8), {}),
  instrument_ids: z._default(z.record(z.string(), u8), {}),
  timebase: z.nullish(timebase),
  harmony: z.nullish(harmony),
  /** Expressions by name, for `ref`. */
  defs: z._default(z.record(z.string(), patternExpr), {}),
  patterns: z._default(z.record(z.string(), composePattern), {}),
});
export type ComposeParams = z.infer<typeof composeParams>;
export type { PatternExpr };
