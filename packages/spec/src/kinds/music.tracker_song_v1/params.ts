/** `recipe.params` of `music.tracker_song_v1`, without the keys that published specs carry for their own tests. */
import * as z from 'zod/mini';
import { byte, trackerFormat, word } from './common.ts';
import { trackerInstrument } from './instrument.ts';
import { trackerPattern } from './pattern.ts';

export const arrangementEntry = z.strictObject({ pattern: z.string(), repeat: z._default(word, 1) });
export type ArrangementEntry = z.infer<typeof arrangementEntry>;

export const automationEntry = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('volume_fade'),
    pattern: z.string(),
    channel: z._default(byte, 0),
    start_row: z._default(word, 0),
    /** The last row that is written. */
    end_row: word,
    start_vol: z._default(byte, 0),
    end_vol: byte,
  }),
  z.strictObject({
    type: z.literal('tempo_change'),
    pattern: z.string(),
    row: z._default(word, 0),
    bpm: byte,
  }),
]);
export type AutomationEntry = z.infer<typeof automationEntry>;

export const IT_COMPRESSION = ['none', 'auto'] as const;

/** Read for IT modules only. */
export const itOptions = z.strictObject({
  stereo: z._default(z.boolean(), true),
  /** 0 to 128; more counts as 128. */
  global_volume: z._default(byte, 128),
  mix_volume: z._default(byte, 48),
  /** `auto`: store each sample in the smallest of raw, IT 2.14 and IT 2.15 compression. */
  compression: z.optional(z.enum(IT_COMPRESSION)),
});
export type ItOptions = z.infer<typeof itOptions>;

/** Everything of a song but its patterns, which songs and compose songs have in common. */
export const songFields = {
  format: trackerFormat,
  /** Ticks per minute times 0.4: 125 are 50 ticks a second. */
  bpm: word,
  /** Ticks per row. */
  speed: byte,
  channels: byte,
  /** Title of the module. */
  name: z.nullish(z.string()),
  /** Title of the module where there is no `name`. */
  title: z.nullish(z.string()),
  loop: z._default(z.boolean(), false),
  /** Index into the order list; read with `loop` only. */
  restart_position: z.nullish(word),
  instruments: z._default(z.array(trackerInstrument), []),
  arrangement: z._default(z.array(arrangementEntry), []),
  automation: z._default(z.array(automationEntry), []),
  it_options: z.nullish(itOptions),
};

export const songParams = z.strictObject({
  ...songFields,
  patterns: z._default(z.record(z.string(), trackerPattern), {}),
});
export type SongParams = z.infer<typeof songParams>;

/** Drops the keys that published specs carry beside the parameters. */
export function stripCoverage(params: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(params).filter(([key]) => !key.startsWith('_coverage_') && key !== 'synth_type_coverage'),
  );
}
export const STRIPPED_KEYS = '^(_coverage_|synth_type_coverage$)';
