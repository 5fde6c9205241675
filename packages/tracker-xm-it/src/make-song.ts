/** One song in one format: sources, patterns, instruments, bytes. */
import type { SongParams, TrackerFormat } from '@speccade/spec/kinds/music.tracker_song_v1';
import { type Baked, bakeInstrument } from './instruments/bake.ts';
import type { ReadFile } from './instruments/external.ts';
import { baseNoteOf, type LoadedSource, loadSource } from './instruments/source.ts';
import { writeIt } from './it/write.ts';
import type { Score, Song } from './song/model.ts';
import { buildScore } from './song/score.ts';
import type { SongTools } from './tools.ts';
import { writeXm } from './xm/write.ts';

export interface SongRequest {
  readonly params: SongParams;
  /** Of the spec. */
  readonly assetId: string;
  readonly seed: number;
  readonly format: TrackerFormat;
  readonly tools: SongTools;
  readonly readFile?: ReadFile | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface MadeSong {
  readonly song: Song;
  readonly baked: readonly Baked[];
}

/** Throws `BackendError` for what cannot be made, and the signal's reason when it aborts. */
export function makeSong(request: SongRequest): MadeSong {
  const { params, assetId, seed, format, tools, readFile, signal } = request;
  const sources = params.instruments.map((instrument, index) => loadSource(instrument, index, readFile));
  const baseNotes = baseNotesOf(params, sources, format, tools);
  const score = buildScore(params, format, baseNotes, tools);
  const highest = highestNotes(score, params.instruments.length);
  const baked = params.instruments.map((instrument, index) => {
    signal?.throwIfAborted();
    return bakeInstrument({
      instrument,
      index,
      source: sources[index]!,
      baseNote: baseNotes[index]!,
      format,
      seed,
      tools,
      signal,
      params,
      highestNote: highest[index]!,
    });
  });
  const options = params.it_options;
  const song: Song = {
    ...score,
    title: tools.title(params, assetId),
    instruments: baked.map(({ instrument }) => instrument),
    stereo: options?.stereo ?? true,
    globalVolume: options?.global_volume ?? 128,
    mixVolume: options?.mix_volume ?? 48,
    compress: options?.compression === 'auto',
  };
  return { song, baked };
}

export function writeSong(song: Song, tools: SongTools): Uint8Array {
  return song.format === 'xm' ? writeXm(song, tools) : writeIt(song, tools);
}

/** MIDI numbers of the pitches of the instruments' samples. */
export function baseNotesOf(
  params: SongParams,
  sources: readonly LoadedSource[],
  format: TrackerFormat,
  tools: SongTools,
): number[] {
  return params.instruments.map((instrument, index) => baseNoteOf(instrument, sources[index]!, index, format, tools));
}

/** The highest XM note that each instrument is played at; 0: none. */
function highestNotes({ patterns, format }: Score, instruments: number): number[] {
  const highest = new Array<number>(instruments).fill(0);
  if (format !== 'xm') return highest;
  for (const { cells } of patterns) {
    for (const { note = 0, instrument = 0 } of cells.values()) {
      if (instrument > 0 && note < 97 && instrument <= instruments) {
        highest[instrument - 1] = Math.max(highest[instrument - 1]!, note);
      }
    }
  }
  return highest;
}
