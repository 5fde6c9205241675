/** What there is to know of a song without hearing it. */
import type { Score, Song } from '../song/model.ts';
import { isInReach } from '../song/reach.ts';
import { playedNotes } from './notes.ts';

/** A song as far as its facts go: of a spec, or of a file. */
export interface FactsSource extends Score {
  readonly title: string;
  /** How many there are. */
  readonly samples: number;
  readonly instruments: readonly {
    readonly name: string;
    readonly sampleFrames: number;
    /** Whether a player plays this MIDI note with it. */
    plays(key: number): boolean;
  }[];
}

export interface SongFacts {
  readonly format: Song['format'];
  readonly title: string;
  /** Of one pass. */
  readonly seconds: number;
  readonly ticks: number;
  readonly channels: number;
  /** Channels on which something sounds. */
  readonly channels_used: number;
  /** Channels, from 0, on which nothing sounds. */
  readonly silent_channels: readonly number[];
  readonly orders: number;
  readonly patterns: number;
  readonly samples: number;
  /** Notes of one pass. */
  readonly notes: number;
  /** The most notes that sound at one time. */
  readonly most_voices: number;
  /** Notes of one pass that no player plays: beyond the format's pitches, or of an instrument or sample that is not there. */
  readonly out_of_range_notes: number;
  /** Notes written in each pattern, by its name. */
  readonly notes_per_pattern: Readonly<Record<string, number>>;
  /** Names of patterns that are never played. */
  readonly unused_patterns: readonly string[];
  /** Indices, from 0, of instruments without a note. */
  readonly unused_instruments: readonly number[];
  readonly instruments: readonly InstrumentFacts[];
  /** There is more of the song than was followed: loops within loops, or millions of notes. */
  readonly cut_short?: true;
}

export interface InstrumentFacts {
  readonly name: string;
  /** Notes of one pass. */
  readonly notes: number;
  /** MIDI numbers; absent where it is never played. */
  readonly lowest?: number;
  readonly highest?: number;
  /** Notes that no player plays; absent where there are none. */
  readonly out_of_range?: number;
  /** Of all its samples. */
  readonly sample_frames: number;
}

/** The facts of a song as it is made. */
export function factsOf(song: Song): SongFacts {
  const instruments = song.instruments.map(({ name, sample }) => ({
    name,
    sampleFrames: sample.pcm.length,
    plays: (key: number) => isInReach(song.format, key, sample),
  }));
  return songFacts({ ...song, samples: instruments.length, instruments });
}

/** Instruments without notes are those that nothing plays. */
export function songFacts(song: FactsSource): SongFacts {
  const { notes, seconds, ticks, complete } = playedNotes(song);
  const sounding = new Set(notes.map(({ channel }) => channel));
  const played = new Set(song.orders);
  const keys = song.instruments.map((): number[] => []);
  for (const { instrument, key } of notes) keys[instrument]?.push(key);
  const instruments = song.instruments.map((instrument, index) => instrumentFacts(instrument, keys[index]!));
  const nowhere = notes.filter(({ instrument }) => song.instruments[instrument] === undefined).length;
  return {
    format: song.format,
    title: song.title,
    seconds: Math.round(seconds * 1000) / 1000,
    ticks,
    channels: song.channels,
    channels_used: sounding.size,
    silent_channels: Array.from({ length: song.channels }, (_, i) => i).filter((channel) => !sounding.has(channel)),
    orders: song.orders.length,
    patterns: song.patterns.length,
    samples: song.samples,
    notes: notes.length,
    most_voices: mostAtOnce(notes),
    out_of_range_notes: instruments.reduce((sum, { out_of_range: count = 0 }) => sum + count, nowhere),
    notes_per_pattern: Object.fromEntries(
      song.patterns.map(({ name, cells }) => [
        name,
        [...cells.values()].filter(({ note }) => note !== undefined).length,
      ]),
    ),
    unused_patterns: song.patterns.filter((_, i) => !played.has(i)).map(({ name }) => name),
    unused_instruments: instruments.flatMap((facts, index) => (facts.notes === 0 ? [index] : [])),
    instruments,
    ...(!complete && { cut_short: true }),
  };
}

function instrumentFacts(
  { name, sampleFrames, plays }: FactsSource['instruments'][number],
  keys: readonly number[],
): InstrumentFacts {
  const range = keys.length > 0 && {
    lowest: keys.reduce((a, b) => Math.min(a, b)),
    highest: keys.reduce((a, b) => Math.max(a, b)),
  };
  const lost = keys.filter((key) => !plays(key)).length;
  return { name, notes: keys.length, ...range, ...(lost > 0 && { out_of_range: lost }), sample_frames: sampleFrames };
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
