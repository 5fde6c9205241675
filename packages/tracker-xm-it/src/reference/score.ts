/** Cells and the loop as the reference implementation writes them. */
import {
  FORMAT_LIMITS,
  instrumentOf,
  type PatternNote,
  readNoteText,
  type TrackerInstrument,
  volumeOf,
} from '@speccade/spec/kinds/music.tracker_song_v1';
import {
  type CellContext,
  effectOf,
  IT_NOTE_CUT,
  IT_NOTE_OFF,
  writeEffect,
  XM_KEY_OFF,
  XM_SET_VOLUME,
} from '../song/cell.ts';
import { placeJump } from '../song/finish.ts';
import type { Cell, Score } from '../song/model.ts';
import type { SongTools } from '../tools.ts';

/** IT's byte for a fade there, which players take for no note. */
const IT_FADE = 253;
/** Volume of IT notes that give none. */
const IT_FULL = 64;

export const toCell: SongTools['toCell'] = (note, context) => {
  const { format, params } = context;
  const instrument = instrumentOf(note) ?? 0;
  const { text, key } = textOf(note, params.instruments[instrument], format === 'xm' ? 'C4' : 'C5');
  const exact = text.trim();
  // These drop everything beside them.
  if (format === 'xm' && (exact === 'OFF' || exact === '===')) return { note: XM_KEY_OFF };
  if (format === 'it' && (exact === 'OFF' || exact === '^^^')) return { note: IT_NOTE_OFF };
  if (format === 'it' && exact === '===') return { note: IT_NOTE_CUT };
  const cell: Cell = { instrument: instrument + 1 };
  const byte = noteByte(text, key, context);
  if (byte !== undefined) cell.note = byte;
  const volume = volumeOf(note);
  if (format === 'it') cell.volume = volume ?? IT_FULL;
  else if (volume !== undefined) cell.volume = XM_SET_VOLUME + volume;
  writeEffect(cell, effectOf(note, context, 'reference'), context);
  return cell;
};

/** The text of a cell, or the key that a MIDI number comes to: taken modulo 256, and without its minus below C0. */
function textOf(
  { note }: PatternNote,
  instrument: TrackerInstrument | undefined,
  fallback: string,
): { readonly text: string; readonly key?: number } {
  if (typeof note === 'number') return { text: 'note', key: keyOfMidi(note) };
  if (note !== undefined && note.trim() !== '') return { text: note };
  const synthesis = instrument?.synthesis;
  const named =
    nonBlank(instrument?.base_note) ??
    (synthesis?.type === 'sample' ? nonBlank(synthesis.base_note) : undefined) ??
    instrument?.synthesis_audio_v1?.base_note ??
    fallback;
  return typeof named === 'number' ? { text: 'note', key: keyOfMidi(named) } : { text: named };
}

function keyOfMidi(midi: number): number {
  const byte = ((midi % 256) + 256) % 256;
  return byte < 12 ? byte + 12 : byte - 12;
}

function noteByte(text: string, given: number | undefined, { format }: CellContext): number | undefined {
  const parsed = given === undefined ? readNoteText(text) : ({ kind: 'key', key: given } as const);
  if (parsed.kind === 'key') {
    const key = Math.min(Math.max(parsed.key, 0), FORMAT_LIMITS[format].highestKey);
    return format === 'xm' ? key + 1 : key;
  }
  const upper = text.trim().toUpperCase();
  if (format === 'xm') return upper === 'OFF' || upper === '===' ? XM_KEY_OFF : undefined;
  if (parsed.kind === 'off') return IT_NOTE_OFF;
  if (parsed.kind === 'stop' || parsed.kind === 'cut') return IT_NOTE_CUT;
  return parsed.kind === 'fade' ? IT_FADE : undefined;
}

function nonBlank(text: string | null | undefined): string | undefined {
  return text == null || text.trim() === '' ? undefined : text;
}

/** Tempo changes are on the first channel, over whatever effect is there. */
export const tempoChannel: SongTools['tempoChannel'] = () => 0;

/** The jump stands in the last pattern, at each of its occurrences. */
export function finish(score: Score, loop: boolean): Score {
  if (loop && score.format === 'it') placeJump(score, score.patterns[score.orders.at(-1)!]!);
  return score;
}
