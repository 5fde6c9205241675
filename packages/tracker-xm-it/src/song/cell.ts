/** From one event to the cell that the format stores. */
import type { PathStep } from '@speccade/spec';
import {
  type EncodedEffect,
  encodeEffect,
  encodeVolumeCommand,
  FORMAT_LIMITS,
  instrumentOf,
  type NoteText,
  type PatternNote,
  readNoteText,
  type TrackerFormat,
  volumeOf,
} from '@speccade/spec/kinds/music.tracker_song_v1';
import { problem } from '../problem.ts';
import type { Cell } from './model.ts';

/** What a cell's meaning depends on besides its event. */
export interface CellContext {
  /** The format to write. */
  readonly format: TrackerFormat;
  /** The format of the song, in whose ranges values are given. */
  readonly songFormat: TrackerFormat;
  /** MIDI number of the pitch of each instrument's sample. */
  readonly baseNotes: readonly number[];
  /** Where the event stands, for issues. */
  readonly path: readonly PathStep[];
}

/** XM 1.04: 97 is key-off. IT 2.14: 255 note-off, 254 note-cut; players take 246 for a fade. */
export const XM_KEY_OFF = 97;
export const IT_NOTE_OFF = 255;
export const IT_NOTE_CUT = 254;
export const IT_NOTE_FADE = 246;
/** XM's ECx: the note is cut at tick x. */
const XM_EXTENDED = 14;
const XM_CUT_NOW = 0xc0;

export function toCell(note: PatternNote, context: CellContext): Cell {
  const { format } = context;
  const cell: Cell = {};
  const instrument = instrumentOf(note);
  const text = noteOf(note, context, instrument);
  if (text.kind === 'key') {
    const key = Math.min(Math.max(text.key, 0), FORMAT_LIMITS[format].highestKey);
    cell.note = format === 'xm' ? key + 1 : key;
    cell.instrument = (instrument ?? 0) + 1;
  } else if ((text.kind === 'none' || text.kind === 'unknown') && instrument !== undefined) {
    // An instrument sets the volume again: on a cell without a note only where the song asks for it.
    cell.instrument = instrument + 1;
  }
  writeVolume(cell, note, context);
  writeEffect(cell, effectOf(note, context, undefined), context);
  if (text.kind !== 'key') writeEnd(cell, text.kind, format);
  return cell;
}

/** The effect of an event. Throws `BackendError` where it cannot be written. */
export function effectOf(
  note: PatternNote,
  { format, songFormat, path }: CellContext,
  compat: 'reference' | undefined,
): EncodedEffect | undefined {
  const result = encodeEffect(note, { format, songFormat, compat });
  if (result.ok) return result.effect;
  const { member, message, expected, found } = result.problem;
  throw problem('MUSIC_001', [...path, member], message, {
    ...(expected !== undefined && { expected }),
    ...(found !== undefined && { found }),
  });
}

/** Puts a command into the effect column, or into the volume column where IT has it there only. */
export function writeEffect(cell: Cell, effect: EncodedEffect | undefined, { format, path }: CellContext): void {
  if (effect === undefined) return;
  if (effect.volume !== undefined) {
    if (cell.volume !== undefined && cell.volume > 64) {
      throw problem('MUSIC_001', [...path, 'vol_cmd'], `${format} sets volumes in the column that this command is in`);
    }
    cell.volume = effect.volume;
  } else if (effect.code !== 0 || effect.param !== 0) {
    cell.effect = effect.code;
    cell.param = effect.param;
  }
}

function noteOf({ note }: PatternNote, { baseNotes, path }: CellContext, instrument = 0): NoteText {
  if (typeof note === 'number') return { kind: 'key', key: note - 12 };
  if (note !== undefined && note.trim() !== '') return readNoteText(note);
  const base = baseNotes[instrument];
  if (base === undefined) throw problem('MUSIC_001', path, 'there is no such instrument', { found: `${instrument}` });
  return { kind: 'key', key: base - 12 };
}

function writeVolume(cell: Cell, note: PatternNote, { format, path }: CellContext): void {
  const volume = volumeOf(note);
  if (volume !== undefined) cell.volume = format === 'xm' ? XM_SET_VOLUME + volume : volume;
  if (note.vol_cmd == null) return;
  const command = encodeVolumeCommand(note.vol_cmd, format);
  if ('expected' in command) {
    throw problem('MUSIC_001', [...path, 'vol_cmd'], 'this cannot stand in the volume column', command);
  }
  cell.volume = command.byte;
}

/** XM's volume column counts set volumes from here. */
export const XM_SET_VOLUME = 0x10;

/** The ends of notes. They leave volume and effect beside them as they are, and never name an instrument. */
function writeEnd(cell: Cell, kind: Exclude<NoteText['kind'], 'key'>, format: TrackerFormat): void {
  if (kind === 'none' || kind === 'unknown') return;
  if (format === 'it') {
    cell.note = kind === 'off' ? IT_NOTE_OFF : kind === 'fade' ? IT_NOTE_FADE : IT_NOTE_CUT;
  } else if (kind === 'cut' && cell.effect === undefined) {
    cell.effect = XM_EXTENDED;
    cell.param = XM_CUT_NOW;
  } else cell.note = XM_KEY_OFF;
}
