/**
 * A song as a module holds it: what the writers write, the trace plays and the readers of the tests read back. Bytes of
 * cells are those of the format; a member that is absent is not written, so that note 0 and volume 0 can be.
 */
import type { TrackerFormat } from '@speccade/spec/kinds/music.tracker_song_v1';

export interface Cell {
  note?: number | undefined;
  /** From 1. */
  instrument?: number | undefined;
  /** The byte of the volume column. */
  volume?: number | undefined;
  effect?: number | undefined;
  param?: number | undefined;
}

export interface Pattern {
  readonly name: string;
  readonly rows: number;
  /** By `row · channels + channel`; what is not there is empty. */
  readonly cells: Map<number, Cell>;
}

export interface SampleLoop {
  readonly mode: 'forward' | 'pingpong';
  /** First sample, and the one after the last. */
  readonly start: number;
  readonly end: number;
}

/** One channel of 16 bits. */
export interface Sample {
  readonly pcm: Int16Array;
  /** Hz. */
  readonly rate: number;
  /** 0 to 64. */
  readonly volume: number;
  readonly loop?: SampleLoop | undefined;
  /** XM: semitones that a note is raised by, and 1/128 semitones on top. */
  readonly relativeNote: number;
  readonly finetune: number;
  /** IT: Hz at note 60. */
  readonly c5Speed: number;
}

/** Points are [tick, value]; the other members are indices of points. */
export interface Envelope {
  readonly points: readonly (readonly [tick: number, value: number])[];
  readonly sustain?: number | undefined;
  readonly loop?: readonly [number, number] | undefined;
}

export interface Instrument {
  readonly name: string;
  readonly sample: Sample;
  /** 0 to 64. */
  readonly volumeEnvelope: Envelope;
  /** -32 to 32. */
  readonly panEnvelope?: Envelope | undefined;
  /** IT; -32 to 32: half semitones, or shares of the filter's cutoff. */
  readonly pitchEnvelope?: (Envelope & { readonly filter: boolean }) | undefined;
  /** Ticks from key-off to silence; 0: no fade-out. */
  readonly fadeTicks: number;
  /** -1 to 1; absent: wherever the channel stands. */
  readonly pan?: number | undefined;
  /** IT. */
  readonly nna: number;
  readonly dct: number;
  readonly dca: number;
  readonly filter?: { readonly cutoff: number; readonly resonance: number } | undefined;
}

export interface Song {
  readonly format: TrackerFormat;
  readonly title: string;
  readonly channels: number;
  readonly speed: number;
  readonly bpm: number;
  /** Index into `orders` where the song goes on after its end. */
  readonly restart: number;
  /** Indices of patterns. */
  readonly orders: readonly number[];
  readonly patterns: readonly Pattern[];
  readonly instruments: readonly Instrument[];
  /** IT. */
  readonly stereo: boolean;
  readonly globalVolume: number;
  readonly mixVolume: number;
  readonly compress: boolean;
}

/** The part of a song that sounds are not needed for. */
export type Score = Pick<Song, 'format' | 'channels' | 'speed' | 'bpm' | 'restart' | 'orders' | 'patterns'>;

/** Whether nothing of a cell is written. */
export function isEmpty(cell: Cell | undefined): boolean {
  return (
    cell === undefined ||
    (cell.note === undefined &&
      cell.instrument === undefined &&
      cell.volume === undefined &&
      cell.effect === undefined &&
      cell.param === undefined)
  );
}

/** The cell at a place, made where there is none. */
export function cellAt(pattern: Pattern, channels: number, row: number, channel: number): Cell {
  const key = row * channels + channel;
  let cell = pattern.cells.get(key);
  if (cell === undefined) pattern.cells.set(key, (cell = {}));
  return cell;
}

/** The lowest channel whose effect column is free on a row: effect number 0 counts as free, whatever its parameter. */
export function freeChannel(pattern: Pattern, channels: number, row: number): number | undefined {
  for (let channel = 0; channel < channels; channel++) {
    if ((pattern.cells.get(row * channels + channel)?.effect ?? 0) === 0) return channel;
  }
  return undefined;
}
