/**
 * Every kind of source and every instrument of the example songs that has a pitch, at five notes over two octaves, as
 * openmpt123 plays them: within 3 cents of the notes. Skipped where it is not on the PATH.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateDocument } from '@speccade/spec';
import {
  INSTRUMENT_SOURCES,
  type InstrumentSynthesis,
  readBaseNote,
  type TrackerFormat,
  type TrackerInstrument,
} from '@speccade/spec/kinds/music.tracker_song_v1';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { make, mono16, paramsOf } from '../src/_fixtures.ts';
import { songParamsOf } from '../src/backend.ts';
import { renderSource } from '../src/instruments/render.ts';
import { loadSource } from '../src/instruments/source.ts';
import { toolsFor } from '../src/modes.ts';
import { centsOff } from './_pitch.ts';
import { openmpt, PLAYER_RATE, renderLeft } from './_players.ts';

const MOST_CENTS = 3;
/** Semitones from the pitch of the sample. */
const NOTES = [-12, -5, 0, 7, 12];
/** Rows of a note, of 0.12 s each; its pitch is measured after the first tenth of a second. */
const ROWS = 8;
const ROW_SECONDS = 0.12;
const NOTES_OF_PATTERN = 8;

type Given = Partial<TrackerInstrument> & { readonly base_note?: string | null };

const struck = { attack: 0, decay: 1, sustain: 0, release: 0 };
const held = { attack: 0, decay: 0, sustain: 1, release: 0 };
const tone = (rate: number, seconds: number) =>
  mono16(
    Array.from({ length: rate * seconds }, (_, i) => Math.round(20_000 * Math.sin((2 * Math.PI * 440 * i) / rate))),
    rate,
  );
const sound = {
  duration_seconds: 1,
  sample_rate: 22_050,
  layers: [
    { synthesis: { type: 'oscillator', waveform: 'sawtooth', frequency: 220 }, envelope: held, volume: 1, pan: 0 },
  ],
};
const soundSpec = { asset_type: 'audio', recipe: { kind: 'audio_v1', params: sound } };
const files: Readonly<Record<string, Uint8Array>> = {
  'long.wav': tone(44_100, 1),
  'short.wav': tone(48_000, 0.1),
  'sound.json': new TextEncoder().encode(JSON.stringify(soundSpec)),
};
const readFile = (path: string) => files[path];

/** All ten kinds of sources: held and looped, some struck as well. */
const sources: Readonly<Record<string, Given>> = {
  'synthesis pulse': { base_note: 'C4', synthesis: { type: 'pulse', duty_cycle: 0.3 } },
  'synthesis square': { base_note: 'C3', synthesis: { type: 'square' } },
  'synthesis triangle': { base_note: 'G4', synthesis: { type: 'triangle' } },
  'synthesis sawtooth': { base_note: 'C2', synthesis: { type: 'sawtooth' } },
  'synthesis sine': { base_note: 'A4', synthesis: { type: 'sine' } },
  'synthesis sample': { base_note: 'A4', synthesis: { type: 'sample', path: 'long.wav' }, envelope: held },
  wav: { base_note: 'A4', wav: 'long.wav', envelope: held },
  'wav, short, looped': { base_note: 'A4', wav: 'short.wav', envelope: held, loop_mode: 'forward' },
  'wav, struck': { base_note: 'A4', wav: 'long.wav', envelope: struck, loop_mode: 'none' },
  ref: { base_note: 'A3', ref: 'sound.json', envelope: held },
  synthesis_audio_v1: { base_note: 'A3', synthesis_audio_v1: sound as never, envelope: held },
};
const WAVEFORMS: Readonly<Record<InstrumentSynthesis['type'], true>> = {
  pulse: true,
  square: true,
  triangle: true,
  sawtooth: true,
  sine: true,
  noise: true,
  sample: true,
};
const UNPITCHED_SOURCES: Readonly<Record<string, string>> = { 'synthesis noise': 'noise is of all pitches' };

const SWEEP = 'a drum whose pitch falls as it sounds';
const NOISE = 'filtered noise';
/** Instruments of the example songs, by name. */
const UNPITCHED: Readonly<Record<string, string>> = {
  kick: SWEEP,
  snare: NOISE,
  clap: NOISE,
  hat: NOISE,
  shaker: NOISE,
  brush: NOISE,
  ride: NOISE,
};
/** Measured against their own sounds: what their oscillators are in sum is no one frequency. */
const DETUNED: Readonly<Record<string, string>> = { brass: 'its pulse wave is 6 cents above its sawtooth' };

const folder = new URL('../../../examples/music/', import.meta.url);
async function exampleInstruments(): Promise<[name: string, instrument: TrackerInstrument][]> {
  const found: [string, TrackerInstrument][] = [];
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const { spec } = await validateDocument(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
    if (!spec?.recipe?.kind.startsWith('music.')) continue;
    for (const instrument of songParamsOf(spec, {}).instruments) found.push([`${file} ${instrument.name}`, instrument]);
  }
  return found;
}

let work = '';
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'speccade-pitch-'));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Cents that each instrument is off at each note: all of them in one module. */
function cents(instruments: readonly Given[], format: TrackerFormat): number[][] {
  const bases = instruments.map(({ base_note: note }) => readBaseNote(note!)!);
  const events = bases.flatMap((base, inst) => NOTES.map((up) => ({ note: base + up, inst })));
  const patterns: Record<string, object> = {};
  for (let at = 0; at < events.length; at += NOTES_OF_PATTERN) {
    const data = events.slice(at, at + NOTES_OF_PATTERN).map((event, index) => ({ row: ROWS * index, ...event }));
    patterns[`p${at}`] = { rows: ROWS * NOTES_OF_PATTERN, data };
  }
  const arrangement = Object.keys(patterns).map((pattern) => ({ pattern }));
  const params = paramsOf({ format, instruments, patterns, arrangement });
  const path = join(work, `notes.${format}`);
  writeFileSync(path, make(params, undefined, readFile).bytes);
  const left = renderLeft(path);
  const measured = events.map(({ note }, index) => {
    const start = Math.round((index * ROWS * ROW_SECONDS + 0.1) * PLAYER_RATE);
    return centsOff(left, start, PLAYER_RATE, 440 * 2 ** ((note - 69) / 12));
  });
  return instruments.map((_, inst) => measured.slice(inst * NOTES.length, (inst + 1) * NOTES.length));
}

/** How far the sound itself is from its base note, before a module is made of it. */
function ownCents(instrument: TrackerInstrument): number {
  const baseNote = readBaseNote(instrument.base_note!)!;
  const source = loadSource(instrument, 0, readFile);
  const request = {
    instrument,
    index: 0,
    source,
    baseNote,
    format: 'it',
    seed: 42,
    tools: toolsFor(undefined),
  } as const;
  const { pcm, rate } = renderSource(request);
  return centsOff(pcm, 0, rate, 440 * 2 ** ((baseNote - 69) / 12));
}

describe.skipIf(!openmpt).each(['xm', 'it'] as const)('%s', (format) => {
  it('holds the pitch of every kind of source', () => {
    const off = cents(Object.values(sources), format);
    const wrong = Object.keys(sources).filter((_, i) => !off[i]!.every((each) => Math.abs(each) < MOST_CENTS));
    expect(wrong, JSON.stringify(off)).toEqual([]);
  });

  it('holds the pitch of every instrument of the examples', async () => {
    const pitched = (await exampleInstruments()).filter(([, { name }]) => !(name in UNPITCHED));
    const off = cents(
      pitched.map(([, instrument]) => instrument),
      format,
    );
    expect(pitched.length).toBeGreaterThan(15);
    pitched.forEach(([name, instrument], index) => {
      const own = instrument.name in DETUNED ? ownCents(instrument) : 0;
      const wrong = off[index]!.filter((each) => !(Math.abs(each - own) < MOST_CENTS));
      expect(wrong, `${name}: ${off[index]!.join(' ')}, by itself ${own}`).toEqual([]);
    });
  });
});

it('leaves out what is named, and nothing else', async () => {
  const names = new Set((await exampleInstruments()).map(([, { name }]) => name));
  expect(Object.keys({ ...UNPITCHED, ...DETUNED }).filter((name) => !names.has(name))).toEqual([]);
  const waveforms = Object.keys(WAVEFORMS).map((type) => `synthesis ${type}`);
  const kinds = [...INSTRUMENT_SOURCES.filter((source) => source !== 'synthesis'), ...waveforms];
  expect(kinds.filter((kind) => !(kind in sources) && !(kind in UNPITCHED_SOURCES))).toEqual([]);
  expect(kinds).toHaveLength(10);
});

it.runIf(!openmpt)('openmpt123 is not on the PATH: the pitch of instruments is not tested', () => {
  expect(openmpt).toBe(false);
});
