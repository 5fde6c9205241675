/** `@speccade/tracker-xm-it/export`: what can be had of a song besides its module. */
import type { BackendContext, Spec } from '@speccade/spec';
import type { TrackerFormat } from '@speccade/spec/kinds/music.tracker_song_v1';
import { songParamsOf } from '../backend.ts';
import { makeSong, writeSong } from '../make-song.ts';
import { toolsFor } from '../modes.ts';
import { type SongTrace, traceSong } from '../trace-song.ts';
import { factsOf, type SongFacts } from './facts.ts';
import { songToMidi } from './midi.ts';
import { isolateChannel, soundingChannels } from './stems.ts';

export type { InstrumentFacts, SongFacts } from './facts.ts';
export { type PlayedNote, type PlayedNotes, playedNotes, type TempoChange, TICKS_PER_BEAT } from './notes.ts';

/** A module in which one channel sounds. */
export interface Stem {
  /** From 0. */
  readonly channel: number;
  readonly bytes: Uint8Array;
}

/** The notes of a music spec as a Standard MIDI File. Throws `BackendError` where the song cannot be made. */
export function midiFile(spec: Spec, context: BackendContext): Uint8Array {
  return songToMidi(songOf(spec, context, firstFormat(spec)).song);
}

/** What sounds when, tick by tick. Throws `BackendError` for what the format cannot hold. */
export function songTrace(spec: Spec, context: BackendContext, format = firstFormat(spec)): SongTrace {
  const { compat = spec.compat, readFile } = context;
  return traceSong(songParamsOf(spec, context), { format, compat, readFile });
}

/** What there is to know of the song of a spec. Throws `BackendError` where it cannot be made. */
export function factsOfSong(spec: Spec, context: BackendContext, format = firstFormat(spec)): SongFacts {
  return factsOf(songOf(spec, context, format).song);
}

/** A module for each channel that has notes. Throws `BackendError` where the song cannot be made. */
export function stemModules(spec: Spec, context: BackendContext, format = firstFormat(spec)): Stem[] {
  const { song, tools } = songOf(spec, context, format);
  return soundingChannels(song).map((channel) => ({ channel, bytes: writeSong(isolateChannel(song, channel), tools) }));
}

function songOf(spec: Spec, context: BackendContext, format: TrackerFormat) {
  const { compat = spec.compat, readFile, signal } = context;
  const params = songParamsOf(spec, context);
  const tools = toolsFor(compat);
  const { song } = makeSong({ params, assetId: spec.asset_id, seed: spec.seed, format, tools, readFile, signal });
  return { song, tools };
}

function firstFormat({ outputs }: Spec): TrackerFormat {
  return outputs.find(({ kind }) => kind === 'primary')?.format === 'it' ? 'it' : 'xm';
}
