/** Pieces that the groups of the compose schema share: integers by width, places in a bar, cells and notes. */
import * as z from 'zod/mini';

export const u8 = z.int().check(z.gte(0), z.lte(0xff));
export const u16 = z.int().check(z.gte(0), z.lte(0xffff));
export const u32 = z.int().check(z.gte(0), z.lte(0xffff_ffff));
export const i32 = z.int().check(z.gte(-0x8000_0000), z.lte(0x7fff_ffff));

/** A channel or an instrument: its number from 0, or its alias in `channel_ids` or `instrument_ids`. */
export const alias = z.union([u8, z.string()]);
export type Alias = z.infer<typeof alias>;

/** A note name such as `C4`, a MIDI number (60 is C4), or one of the words that are no note (`---`, `OFF`, ...). */
export const note = z.union([z.string(), z.int()]);

/** The two hexadecimal digits of an effect's parameter. */
export const effectXy = z.tuple([u8, u8]);
export type EffectXy = readonly [number, number];

export const timebase = z.strictObject({
  beats_per_bar: u16.check(z.gte(1)),
  rows_per_beat: u16.check(z.gte(1)),
});
export type Timebase = z.infer<typeof timebase>;

/** A place in a pattern: `row = (bar * beats_per_bar + beat) * rows_per_beat + sub`. */
export const beatPos = z.strictObject({ bar: u16, beat: z._default(u16, 0), sub: z._default(u16, 0) });
export type BeatPos = z.infer<typeof beatPos>;

/** A distance: `beats * rows_per_beat + sub` rows. */
export const beatDelta = z.strictObject({ beats: i32, sub: i32 });
export type BeatDelta = z.infer<typeof beatDelta>;

/** What an operator puts at each of its positions. */
export const cellTemplate = z.strictObject({
  channel: alias,
  inst: z.nullish(alias),
  note: z.nullish(note),
  /** 0 to 64. */
  vol: z.nullish(u8),
  /** A number of the module format's own; `effect_name` is the portable way. */
  effect: z.nullish(u8),
  param: z.nullish(u8),
  effect_name: z.nullish(z.string()),
  effect_xy: z.nullish(effectXy),
});
export type CellTemplate = z.infer<typeof cellTemplate>;

/** A cell written by hand, in `data` or under its channel in `notes`. What is not given is not changed. */
export const manualNote = z.strictObject({
  row: z._default(u16, 0),
  /** Read in `data` only. */
  channel: z._default(u8, 0),
  note: z.optional(note),
  inst: z.optional(u8),
  /** The same as `inst`. */
  instrument: z.optional(u8),
  vol: z.nullish(u8),
  /** The same as `vol`. */
  volume: z.nullish(u8),
  effect: z.nullish(u8),
  param: z.nullish(u8),
  effect_name: z.nullish(z.string()),
  effect_xy: z.nullish(effectXy),
});
export type ManualNote = z.infer<typeof manualNote>;
