/** Patterns and the events in them. */
import * as z from 'zod/mini';
import { byte, word } from './common.ts';

/** What can stand in a volume column instead of a volume; values are in the units of the format. */
export const VOLUME_COMMANDS = [
  'slide_up',
  'slide_down',
  'fine_slide_up',
  'fine_slide_down',
  'panning',
  'vibrato_depth',
  'tone_portamento',
  'vibrato_speed',
  'pan_slide_left',
  'pan_slide_right',
  'pitch_slide_up',
  'pitch_slide_down',
] as const;
export type VolumeCommand = (typeof VOLUME_COMMANDS)[number];

/** One event. `instrument` and `volume` are other words for `inst` and `vol`. */
export const patternNote = z.strictObject({
  row: z._default(word, 0),
  /** Read in `data` only: in `notes` the key says it. */
  channel: z._default(byte, 0),
  /** A name, a MIDI number, `OFF`, `---` and the like; empty or absent: the base note of the instrument. */
  note: z.optional(z.union([z.string(), z.int()])),
  /** 0-based; 0 when absent. */
  inst: z.optional(byte),
  instrument: z.optional(byte),
  vol: z.nullish(byte),
  volume: z.nullish(byte),
  /** A command of the volume column, in place of `vol`. */
  vol_cmd: z.nullish(z.strictObject({ command: z.enum(VOLUME_COMMANDS), value: byte })),
  /** A command by its number in the format, as it is. */
  effect: z.nullish(byte),
  param: z.nullish(byte),
  effect_name: z.nullish(z.string()),
  effect_xy: z.nullish(z.tuple([byte, byte])),
});
export type PatternNote = z.infer<typeof patternNote>;

export const trackerPattern = z.strictObject({
  rows: z._default(word, 0),
  /** Events by channel. */
  notes: z.nullish(z.record(z.string(), z.array(patternNote))),
  /** Events that name their channel. */
  data: z.nullish(z.array(patternNote)),
});
export type TrackerPattern = z.infer<typeof trackerPattern>;

/** The instrument that an event names, if it names one. */
export function instrumentOf(note: PatternNote): number | undefined {
  return note.inst ?? note.instrument;
}

/** Notes whose instrument is not looked at: they end what sounds. */
const WITHOUT_INSTRUMENT = new Set(['OFF', '===', '^^^']);

/** Whether an event is of an instrument, named or the first one. */
export function needsInstrument({ note }: PatternNote): boolean {
  return typeof note !== 'string' || !WITHOUT_INSTRUMENT.has(note.trim());
}

/** The volume that an event gives, if it gives one. */
export function volumeOf(note: PatternNote): number | undefined {
  return note.vol ?? note.volume ?? undefined;
}
