import type { Spec } from '@speccade/spec';
import { songParams } from '@speccade/spec/kinds/music.tracker_song_v1';
import { type MidiData, parseMidi } from 'midi-file';
import { describe, expect, it } from 'vitest';
import { makeSong } from '../make-song.ts';
import { toolsFor } from '../modes.ts';
import { factsOfSong, midiFile, playedNotes, songTrace, stemModules } from './index.ts';

type Format = 'xm' | 'it';

const NOTES = [
  { row: 0, channel: 0, note: 'C4', inst: 0, vol: 32 },
  { row: 2, channel: 0, note: 'E4', inst: 0 },
  { row: 4, channel: 0, note: 'OFF' },
  { row: 1, channel: 2, note: 'A3', inst: 1 },
  { row: 4, channel: 1, note: '---', effect_name: 'set_tempo', param: 250 },
];

function specOf(format: Format, change: Record<string, unknown> = {}): Spec {
  const params = (songParams as unknown as { parse(value: unknown): unknown }).parse({
    format,
    bpm: 125,
    speed: 6,
    channels: 4,
    instruments: [
      { name: 'lead', synthesis: { type: 'sine' } },
      { name: 'bass', synthesis: { type: 'triangle' } },
    ],
    patterns: { a: { rows: 8, data: NOTES } },
    arrangement: [{ pattern: 'a', repeat: 2 }],
    ...change,
  });
  const outputs = [{ kind: 'primary', format, path: `song.${format}` }];
  const head = { spec_version: 1, asset_id: 'a-song', asset_type: 'music', license: 'CC0-1.0', seed: 42 };
  return { ...head, outputs, recipe: { kind: 'music.tracker_song_v1', params } } as unknown as Spec;
}

const songOf = (spec: Spec, format: Format) =>
  makeSong({ params: spec.recipe!.params as never, assetId: 'a-song', seed: 42, format, tools: toolsFor(undefined) })
    .song;

describe.each(['xm', 'it'] as const)('%s', (format) => {
  it('has notes that begin and end where they are heard', () => {
    const { notes, tempos, ticks, seconds } = playedNotes(songOf(specOf(format), format));
    expect(notes.slice(0, 3)).toEqual([
      { channel: 0, key: 60, instrument: 0, start: 0, end: 12, volume: 32 },
      { channel: 2, key: 57, instrument: 1, start: 6, end: 54, volume: 64 },
      { channel: 0, key: 64, instrument: 0, start: 12, end: 24, volume: 64 },
    ]);
    expect(notes).toHaveLength(6);
    expect(ticks).toBe(2 * 8 * 6);
    // Half a pattern at 125, all that follows at 250.
    expect(tempos).toEqual([
      { tick: 0, bpm: 125 },
      { tick: 24, bpm: 250 },
    ]);
    expect(seconds).toBeCloseTo((24 * 2.5) / 125 + (72 * 2.5) / 250, 9);
  });

  it('is a MIDI file with the same notes, tempo and length', () => {
    const midi = parseMidi(midiFile(specOf(format), {}));
    expect(midi.header).toMatchObject({ format: 1, numTracks: 3, ticksPerBeat: 24 });
    expect(notesIn(midi)).toEqual(
      playedNotes(songOf(specOf(format), format)).notes.map(({ key, start, end, instrument, volume }) => ({
        key,
        start,
        end,
        instrument,
        velocity: Math.round((volume * 127) / 64),
      })),
    );
    const tempos = midi.tracks[0]!.flatMap((event) => (event.type === 'setTempo' ? [event.microsecondsPerBeat] : []));
    expect(tempos).toEqual([480000, 240000]);
    for (const track of midi.tracks) expect(track.reduce((sum, { deltaTime }) => sum + deltaTime, 0)).toBe(96);
  });

  it('has facts', () => {
    const facts = factsOfSong(specOf(format, { patterns: { a: { rows: 8, data: NOTES }, b: { rows: 4 } } }), {});
    expect(facts).toMatchObject({
      format,
      channels: 4,
      silent_channels: [1, 3],
      orders: 2,
      notes: 6,
      most_voices: 2,
      unused_patterns: ['b'],
      instruments: [
        { name: 'lead', notes: 4, lowest: 60, highest: 64 },
        { name: 'bass', notes: 2, lowest: 57, highest: 57 },
      ],
    });
    const unused = factsOfSong(specOf(format, { patterns: { a: { rows: 8, data: NOTES.slice(0, 2) } } }), {});
    expect(unused.instruments[1]).toEqual({ name: 'bass', notes: 0, sample_frames: expect.any(Number) });
  });

  it('has a trace of the same length', () => {
    const trace = songTrace(specOf(format), {});
    expect(trace.seconds).toBeCloseTo(factsOfSong(specOf(format), {}).seconds, 3);
    expect(trace.events[0]).toMatchObject({ tick: 0, channel: 0, instrument: 0 });
  });

  it('has a stem for each channel with notes, which keeps what moves the whole song', () => {
    const spec = specOf(format);
    const stems = stemModules(spec, {});
    expect(stems.map(({ channel }) => channel)).toEqual([0, 2]);
    for (const { bytes } of stems) expect(bytes.length).toBeGreaterThan(500);
    expect(stems[0]!.bytes).not.toEqual(stems[1]!.bytes);
  });
});

/** Notes of all tracks in the order of their start. */
function notesIn({ tracks }: MidiData) {
  const found: { key: number; start: number; end: number; instrument: number; velocity: number; track: number }[] = [];
  for (const [index, track] of tracks.entries()) {
    let [tick, program] = [0, 0];
    for (const event of track) {
      tick += event.deltaTime;
      if (event.type === 'programChange') program = event.programNumber;
      else if (event.type === 'noteOn') {
        const { noteNumber: key, velocity } = event;
        found.push({ key, start: tick, end: -1, instrument: program, velocity, track: index });
      } else if (event.type === 'noteOff') {
        found.findLast(({ key, track: at }) => key === event.noteNumber && at === index)!.end = tick;
      }
    }
  }
  return found.sort((a, b) => a.start - b.start || a.track - b.track).map(({ track: _, ...note }) => note);
}
