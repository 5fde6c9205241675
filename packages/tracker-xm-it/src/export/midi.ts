/**
 * Songs as Standard MIDI Files: format 1, a track of tempos, then one for each channel that has notes. A tick of the song
 * is a tick of the file.
 */
import { type MidiEvent, writeMidi } from 'midi-file';
import type { Song } from '../song/model.ts';
import { type PlayedNote, playedNotes, TICKS_PER_BEAT } from './notes.ts';

/** Channel 10 is for drums everywhere; instruments of a module are none of those. */
const MIDI_CHANNELS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15];
const PROGRAMS = 128;

interface Timed {
  readonly tick: number;
  readonly event: MidiEvent;
}

/** The bytes of a MIDI file of one pass through the song. Instruments are programs by their number. */
export function songToMidi(song: Pick<Song, 'title' | 'instruments'> & Parameters<typeof playedNotes>[0]): Uint8Array {
  const { notes, tempos, ticks } = playedNotes(song);
  const conductor: Timed[] = [
    { tick: 0, event: { deltaTime: 0, meta: true, type: 'trackName', text: ascii(song.title) } },
    ...tempos.map(({ tick, bpm }): Timed => {
      const microsecondsPerBeat = Math.min(Math.round(60_000_000 / bpm), 0xffffff);
      return { tick, event: { deltaTime: 0, meta: true, type: 'setTempo', microsecondsPerBeat } };
    }),
  ];
  const channels = [...new Set(notes.map(({ channel }) => channel))].sort((a, b) => a - b);
  const tracks = channels.map((channel) => {
    const own = notes.filter((note) => note.channel === channel);
    const name = ascii(song.instruments[own[0]!.instrument]?.name ?? '');
    return trackOf(own, MIDI_CHANNELS[channel % MIDI_CHANNELS.length]!, `${channel + 1} ${name}`.trim());
  });
  const bytes = writeMidi({
    header: { format: 1, numTracks: tracks.length + 1, ticksPerBeat: TICKS_PER_BEAT },
    tracks: [conductor, ...tracks].map((track) => timed(track, ticks)),
  });
  return Uint8Array.from(bytes);
}

function trackOf(notes: readonly PlayedNote[], channel: number, name: string): Timed[] {
  const events: Timed[] = [{ tick: 0, event: { deltaTime: 0, meta: true, type: 'trackName', text: name } }];
  let program: number | undefined;
  for (const { start, end, key, instrument, volume } of notes) {
    const programNumber = instrument % PROGRAMS;
    if (programNumber !== program) {
      events.push({ tick: start, event: { deltaTime: 0, channel, type: 'programChange', programNumber } });
      program = programNumber;
    }
    const noteNumber = Math.min(Math.max(key, 0), 127);
    const velocity = Math.max(1, Math.round((volume * 127) / 64));
    events.push({ tick: start, event: { deltaTime: 0, channel, type: 'noteOn', noteNumber, velocity } });
    events.push({ tick: end, event: { deltaTime: 0, channel, type: 'noteOff', noteNumber, velocity: 0 } });
  }
  return events;
}

/** Notes end before others begin. */
const rank = ({ event }: Timed): number => (event.type === 'noteOff' ? 0 : event.type === 'noteOn' ? 2 : 1);

function timed(events: readonly Timed[], end: number): MidiEvent[] {
  const sorted = [...events].sort((a, b) => a.tick - b.tick || rank(a) - rank(b));
  let at = 0;
  const track = sorted.map(({ tick, event }) => {
    const deltaTime = tick - at;
    at = tick;
    return { ...event, deltaTime };
  });
  return [...track, { deltaTime: Math.max(0, end - at), meta: true, type: 'endOfTrack' }];
}

const ascii = (text: string): string => text.replace(/[^\x20-\x7e]/g, '?');
