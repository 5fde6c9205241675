/** The notes of a song as they sound: where they begin and end, whatever jumps, loops and delays lie between. */
import { XM_KEY_OFF, XM_SET_VOLUME } from '../song/cell.ts';
import type { Cell, Score } from '../song/model.ts';
import { traceScore } from '../song/trace.ts';

export interface PlayedNote {
  /** From 0. */
  readonly channel: number;
  /** MIDI number: 60 is C4. */
  readonly key: number;
  /** Index, from 0. */
  readonly instrument: number;
  /** Ticks from the start of the song; a note lasts at least one. */
  readonly start: number;
  readonly end: number;
  /** 0 to 64, as the note begins. */
  readonly volume: number;
}

export interface TempoChange {
  readonly tick: number;
  /** 24 ticks are a beat. */
  readonly bpm: number;
}

export interface PlayedNotes {
  /** By start, then channel. */
  readonly notes: readonly PlayedNote[];
  /** The first one at tick 0. A tempo that slides is the mean between two rows. */
  readonly tempos: readonly TempoChange[];
  readonly ticks: number;
  readonly seconds: number;
  /** Whether that is all: songs that run for hours, and notes beyond {@link MOST_NOTES}, are left. */
  readonly complete: boolean;
}

/** Only loops within loops have more. */
const MOST_NOTES = 1 << 20;

/** Ticks of a beat, by the trackers' meaning of beats per minute: a tick lasts 2.5 / bpm seconds. */
export const TICKS_PER_BEAT = 24;

const FULL_VOLUME = 64;

/** Every note of one pass through the song. */
export function playedNotes(score: Score): PlayedNotes {
  const notes: PlayedNote[] = [];
  const running = new Map<number, Omit<PlayedNote, 'end'>>();
  const instruments = new Map<number, number>();
  const places: { readonly tick: number; readonly seconds: number }[] = [];
  const end = (channel: number, tick: number): void => {
    const note = running.get(channel);
    if (note) notes.push({ ...note, end: Math.max(tick, note.start + 1) });
    running.delete(channel);
  };
  let complete = true;
  const { ticks, seconds, ends } = traceScore(score, ({ tick, seconds: at, channel, cell, lost }) => {
    if (lost) return;
    if (tick > (places.at(-1)?.tick ?? -1)) places.push({ tick, seconds: at });
    if (cell.instrument !== undefined) instruments.set(channel, cell.instrument - 1);
    const key = keyOf(cell, score);
    if (key !== undefined && notes.length + running.size >= MOST_NOTES) complete = false;
    else if (key !== undefined) {
      end(channel, tick);
      const instrument = instruments.get(channel) ?? 0;
      running.set(channel, { channel, key, instrument, start: tick, volume: volumeOf(cell, score) });
    } else if (isEnd(cell, score)) end(channel, tick);
  });
  for (const channel of [...running.keys()]) end(channel, ticks);
  notes.sort((a, b) => a.start - b.start || a.channel - b.channel);
  return {
    notes,
    tempos: temposOf([...places, { tick: ticks, seconds }], score.bpm),
    ticks,
    seconds,
    complete: complete && ends,
  };
}

/** XM counts keys from 1 at C0, IT from 0 at the same pitch, an octave above MIDI's lowest. */
function keyOf({ note }: Cell, { format }: Score): number | undefined {
  if (note === undefined || (note === 0 && format === 'xm')) return undefined;
  if (format === 'xm') return note < XM_KEY_OFF ? note + 11 : undefined;
  return note < 120 ? note + 12 : undefined;
}

function isEnd({ note, effect, param }: Cell, { format }: Score): boolean {
  if (format === 'it') return note !== undefined && note >= 120;
  // XM has no note that cuts: its command does, at once.
  return note === XM_KEY_OFF || (effect === 14 && param === 0xc0);
}

function volumeOf({ volume }: Cell, { format }: Score): number {
  if (volume === undefined) return FULL_VOLUME;
  const set = format === 'xm' ? volume - XM_SET_VOLUME : volume;
  return set >= 0 && set <= FULL_VOLUME ? set : FULL_VOLUME;
}

function temposOf(
  places: readonly { readonly tick: number; readonly seconds: number }[],
  first: number,
): TempoChange[] {
  const tempos: TempoChange[] = [{ tick: 0, bpm: first }];
  for (let i = 1; i < places.length; i++) {
    const [from, to] = [places[i - 1]!, places[i]!];
    if (to.tick === from.tick) continue;
    const bpm = Math.round((2500 * (to.tick - from.tick)) / (to.seconds - from.seconds)) / 1000;
    if (bpm === tempos.at(-1)!.bpm) continue;
    if (from.tick === 0) tempos[0] = { tick: 0, bpm };
    else tempos.push({ tick: from.tick, bpm });
  }
  return tempos;
}
