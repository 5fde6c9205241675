/** What a song plays, tick by tick, as JSON: from the same cells that the modules hold. */
import type { SongParams, TrackerFormat } from '@speccade/spec/kinds/music.tracker_song_v1';
import type { ReadFile } from './instruments/external.ts';
import { type LoadedSource, loadSource } from './instruments/source.ts';
import { baseNotesOf } from './make-song.ts';
import { toolsFor } from './modes.ts';
import { IT_NOTE_CUT, IT_NOTE_OFF, XM_KEY_OFF, XM_SET_VOLUME } from './song/cell.ts';
import { buildScore } from './song/score.ts';
import { traceScore } from './song/trace.ts';

export interface TraceOptions {
  /** The module to trace; the song's own format when absent. */
  readonly format?: TrackerFormat | undefined;
  readonly compat?: 'reference' | undefined;
  /** Reads referenced sounds, for their base notes; without it they have the format's. */
  readonly readFile?: ReadFile | undefined;
}

export interface TraceEvent {
  /** Ticks since the start. */
  readonly tick: number;
  readonly seconds: number;
  /** Index into the order list. */
  readonly order: number;
  /** Name of the pattern. */
  readonly pattern: string;
  readonly row: number;
  readonly channel: number;
  /** A name such as `C#4`, or `off`, `cut` or `fade`. */
  readonly note?: string;
  /** 0-based, as in the spec. */
  readonly instrument?: number;
  /** 0 to 64. */
  readonly volume?: number;
  /** What stands in the volume column instead, in hexadecimal. */
  readonly volume_command?: string;
  /** The command as the format's tracker shows it, such as `A04`. */
  readonly effect?: string;
  /** The row ends before the delayed cell comes: it is never heard. */
  readonly lost?: true;
}

export interface SongTrace {
  readonly format: TrackerFormat;
  readonly ticks: number;
  readonly seconds: number;
  /** Index into the order list at which the song goes on; absent: it stops. */
  readonly continues_at?: number;
  /** There is more of the song than these events. */
  readonly cut_short?: true;
  readonly events: readonly TraceEvent[];
}

/** Nobody reads more. */
const MOST_EVENTS = 1_000_000;

/** Plays the song once through. Throws `BackendError` for what the format cannot hold. */
export function traceSong(params: SongParams, options: TraceOptions = {}): SongTrace {
  const { format = params.format, compat, readFile } = options;
  const tools = toolsFor(compat);
  const sources = params.instruments.map((instrument, index): LoadedSource => {
    const needed = instrument.synthesis_audio_v1 != null || (instrument.ref != null && readFile !== undefined);
    return needed ? loadSource(instrument, index, readFile) : { kind: 'waveform', path: ['instruments', index] };
  });
  const score = buildScore(params, format, baseNotesOf(params, sources, format, tools), tools);
  const events: TraceEvent[] = [];
  let complete = true;
  const { ticks, seconds, continuesAt, ends } = traceScore(score, ({ cell, pattern, lost, ...place }) => {
    if (events.length === MOST_EVENTS) {
      complete = false;
      return;
    }
    const { tick, seconds: at, order, row, channel } = place;
    const { note, instrument, volume, effect, param } = cell;
    events.push({
      tick,
      seconds: at,
      order,
      pattern: score.patterns[pattern]!.name,
      row,
      channel,
      ...(note !== undefined && { note: noteName(note, format) }),
      ...(instrument !== undefined && { instrument: instrument - 1 }),
      ...(volume !== undefined && describeVolume(volume, format)),
      ...((effect !== undefined || param !== undefined) && { effect: effectText(effect ?? 0, param ?? 0, format) }),
      ...(lost && { lost: true as const }),
    });
  });
  // Delayed cells come after those of the row that are not.
  events.sort((a, b) => a.tick - b.tick || a.channel - b.channel);
  return {
    format,
    ticks,
    seconds,
    ...(continuesAt !== undefined && { continues_at: continuesAt }),
    ...(!(ends && complete) && { cut_short: true as const }),
    events,
  };
}

const NAMES = ['C', 'C#', 'D', 'D#', 'E', 'F', 'F#', 'G', 'G#', 'A', 'A#', 'B'] as const;
const IT_HIGHEST_NOTE = 119;

function noteName(byte: number, format: TrackerFormat): string {
  if (format === 'xm' && byte === XM_KEY_OFF) return 'off';
  if (format === 'it' && byte > IT_HIGHEST_NOTE) {
    return byte === IT_NOTE_OFF ? 'off' : byte === IT_NOTE_CUT ? 'cut' : 'fade';
  }
  const key = format === 'xm' ? byte - 1 : byte;
  return `${NAMES[key % 12]}${Math.floor(key / 12)}`;
}

function describeVolume(byte: number, format: TrackerFormat): Pick<TraceEvent, 'volume' | 'volume_command'> {
  const volume = format === 'xm' ? byte - XM_SET_VOLUME : byte;
  return volume >= 0 && volume <= 64 ? { volume } : { volume_command: hex(byte) };
}

/** XM: a digit of base 36; IT: a letter. */
function effectText(effect: number, param: number, format: TrackerFormat): string {
  const letter = format === 'xm' ? effect.toString(36) : effect === 0 ? '.' : String.fromCharCode(0x40 + effect);
  return letter.toUpperCase() + hex(param);
}

function hex(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0');
}
