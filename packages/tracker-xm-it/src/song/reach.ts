/** Which notes a format can play with a sample. */
import { pow } from '@speccade/numerics';
import type { TrackerFormat } from '@speccade/spec/kinds/music.tracker_song_v1';

/** FastTracker 2 plays nothing outside of these, relative note included. */
export const LOWEST_XM_NOTE = 1;
export const HIGHEST_XM_NOTE = 119;
/** Hz; Impulse Tracker's. */
export const FASTEST_IT = 9_999_999;
/** MIDI number of XM's note 0, which is none. */
const XM_ZERO = 11;
/** MIDI number of the note at which a sample plays at its C5 speed. */
const IT_MIDDLE = 72;

export interface Tuned {
  readonly relativeNote?: number | undefined;
  readonly c5Speed?: number | undefined;
}

/** Whether a player plays the sample at a MIDI note. */
export function isInReach(format: TrackerFormat, midi: number, { relativeNote = 0, c5Speed = 0 }: Tuned): boolean {
  if (format === 'it') return c5Speed * pow(2, (midi - IT_MIDDLE) / 12) <= FASTEST_IT;
  const note = midi - XM_ZERO + relativeNote;
  return note >= LOWEST_XM_NOTE && note <= HIGHEST_XM_NOTE;
}
