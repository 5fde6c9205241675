/** What there is to know of a song without hearing it. */
import type { Song } from '../song/model.ts';
import { playedNotes } from './notes.ts';

export interface SongFacts {
  readonly format: Song['format'];
  readonly title: string;
  /** Of one pass. */
  readonly seconds: number;
  readonly ticks: number;
  readonly channels: number;
  /** Channels, from 0, on which nothing sounds. */
  readonly silent_channels: readonly number[];
  readonly orders: number;
  /** Notes of one pass. */
  readonly notes: number;
  /** The most notes that sound at one time. */
  readonly most_voices: number;
  /** Notes written in each pattern, by its name. */
  readonly notes_per_pattern: Readonly<Record<string, number>>;
  /** Names of patterns that are never played. */
  readonly unused_patterns: readonly string[];
  readonly instruments: readonly InstrumentFacts[];
}

export interface InstrumentFacts {
  readonly name: string;
  /** Notes of one pass. */
  readonly notes: number;
  /** MIDI numbers; absent where it is never played. */
  readonly lowest?: number;
  readonly highest?: number;
  readonly sample_frames: number;
}

/** The facts of a song. Instruments without notes are those that nothing plays. */
export function songFacts(song: Song): SongFacts {
  const { notes, seconds, ticks } = playedNotes(song);
  const sounding = new Set(notes.map(({ channel }) => channel));
  const played = new Set(song.orders);
  return {
    format: song.format,
    title: song.title,
    seconds: Math.round(seconds * 1000) / 1000,
    ticks,
    channels: song.channels,
    silent_channels: Array.from({ length: song.channels }, (_, i) => i).filter((channel) => !sounding.has(channel)),
    orders: song.orders.length,
    notes: notes.length,
    most_voices: mostAtOnce(notes),
    notes_per_pattern: Object.fromEntries(
      song.patterns.map(({ name, cells }) => [
        name,
        [...cells.values()].filter(({ note }) => note !== undefined).length,
      ]),
    ),
    unused_patterns: song.patterns.filter((_, i) => !played.has(i)).map(({ name }) => name),
    instruments: song.instruments.map(({ name, sample }, index) => {
      const keys = notes.filter(({ instrument }) => instrument === index).map(({ key }) => key);
      const range = keys.length > 0 && {
        lowest: keys.reduce((a, b) => Math.min(a, b)),
        highest: keys.reduce((a, b) => Math.max(a, b)),
      };
      return { name, notes: keys.length, ...range, sample_frames: sample.pcm.length };
    }),
  };
}

function mostAtOnce(notes: readonly { readonly start: number; readonly end: number }[]): number {
  // A note that ends where another begins makes room for it.
  const edges = notes.flatMap(({ start, end }) => [
    { tick: start, by: 1 },
    { tick: end, by: -1 },
  ]);
  edges.sort((a, b) => a.tick - b.tick || a.by - b.by);
  let [voices, most] = [0, 0];
  for (const { by } of edges) most = Math.max(most, (voices += by));
  return most;
}
