/** What our reader, which is written against the formats, finds in what the writers wrote. */
import { BackendError, validateDocument } from '@speccade/spec';
import type { SongParams } from '@speccade/spec/kinds/music.tracker_song_v1';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenSong, files, song } from './_arbitrary.ts';
import { CountingReader } from './_count-reads.ts';
import { type Made, make, specOf } from './_fixtures.ts';
import { trackerBackend } from './backend.ts';
import { factsOf } from './export/facts.ts';
import { ModuleError, moduleFacts, readModule } from './read/index.ts';
import { readIt } from './read/it.ts';
import type { Module, ModuleEnvelope } from './read/module.ts';
import { readXm } from './read/xm.ts';
import type { Cell, Envelope, Song } from './song/model.ts';
import { plainText } from './text.ts';

const RUNS = Number(process.env.FUZZ_RUNS ?? 150);
const readFile = (path: string) => files[path];

const written = ({ points, sustain, loop }: Envelope, more: object = {}): ModuleEnvelope => ({
  on: true,
  points,
  ...more,
  ...(sustain !== undefined && { sustain: [sustain, sustain] }),
  ...(loop !== undefined && { loop }),
});

/** The cells of a model as the reader finds them: `zero` tells whether zeros are something. */
function cellsOf(pattern: Song['patterns'][number], zero: boolean): [number, object][] {
  return [...pattern.cells]
    .map(([key, cell]): [number, object] => [key, membersOf(cell, zero)])
    .filter(([, cell]) => Object.keys(cell).length > 0)
    .sort(([a], [b]) => a - b);
}

function membersOf({ note, instrument, volume, effect, param }: Cell, zero: boolean): object {
  const kept = (value: number | undefined) => value !== undefined && (zero || value !== 0);
  return {
    ...(kept(note) && { note }),
    ...(kept(instrument) && { instrument }),
    ...(kept(volume) && { volume }),
    ...((kept(effect) || kept(param)) && { effect: effect ?? 0, param: param ?? 0 }),
  };
}

/** The sample of an instrument all of whose keys play it. */
function sampleOf({ instruments, samples }: Module, index: number): Module['samples'][number] {
  const keys = instruments[index]!.keys.map(({ note, sample }) => [note, sample]);
  expect(keys).toEqual(keys.map((_, key) => [key, index]));
  return samples[index]!;
}

/** A text as a field of so many bytes holds it, padding aside. */
const field = (text: string, size: number) => String.fromCharCode(...plainText(text, size)).replace(/ +$/, '');

function expectSame({ song: model }: Made, read: Module, zero: boolean): void {
  const [title, name] = model.format === 'xm' ? [20, 22] : [25, 26];
  expect(read.title).toBe(field(model.title, title!));
  const names = model.instruments.map((instrument) => field(instrument.name, name!));
  expect([...read.instruments, ...read.samples].map((each) => each.name)).toEqual([...names, ...names]);
  expect([read.orders, read.speed, read.bpm]).toEqual([model.orders, model.speed, model.bpm]);
  expect(read.channels).toBe(model.channels);
  expect(read.patterns.map(({ rows }) => rows)).toEqual(model.patterns.map(({ rows }) => rows));
  model.patterns.forEach((pattern, index) => {
    const cells = [...read.patterns[index]!.cells].sort(([a], [b]) => a - b);
    expect(cells).toEqual(cellsOf(pattern, zero));
  });
  expect([read.instruments.length, read.samples.length]).toEqual([model.instruments.length, model.instruments.length]);
  model.instruments.forEach(({ sample }, index) => {
    const found = sampleOf(read, index);
    expect([...found.pcm()]).toEqual([...sample.pcm]);
    expect([found.frames, found.bits, found.stereo]).toEqual([sample.pcm.length, 16, false]);
    expect([found.loop, found.volume]).toEqual([sample.loop, sample.volume]);
  });
  const { notes_per_pattern: _, unused_patterns: __, ...facts } = moduleFacts(read);
  expect({ ...factsOf(model), title: expect.anything(), instruments: expect.anything() }).toMatchObject({
    ...facts,
    title: expect.anything(),
    instruments: expect.anything(),
  });
}

function checkXm(made: Made): void {
  const from = new CountingReader(made.bytes);
  const read = readXm(from);
  expectSame(made, read, false);
  expect([read.flags, read.restart]).toEqual([1, made.song.restart]);
  expect(from.seen.every((count) => count === 1)).toBe(true);
  made.song.instruments.forEach(({ sample, volumeEnvelope, panEnvelope }, index) => {
    const found = read.instruments[index]!;
    expect(found.volumeEnvelope).toEqual(written(volumeEnvelope));
    if (panEnvelope) expect(found.panEnvelope).toEqual(written(panEnvelope));
    const { finetune, relativeNote } = read.samples[index]!;
    expect([finetune, relativeNote]).toEqual([sample.finetune, sample.relativeNote]);
    expect(finetune! % 8).toBe(0);
  });
}

function checkIt(made: Made): void {
  const from = new CountingReader(made.bytes);
  const read = readIt(from);
  expectSame(made, read, true);
  const samples = made.song.instruments.map(({ sample }) => sample.pcm.join());
  const shared = new Set(samples).size < samples.length;
  const wrong = [...from.seen].flatMap((count, at) => ((shared ? count > 0 : count === 1) ? [] : [[at, count]]));
  expect(wrong).toEqual([]);
  made.song.instruments.forEach(({ sample, volumeEnvelope, panEnvelope, pitchEnvelope, nna, dct, dca }, index) => {
    const found = read.instruments[index]!;
    expect(found.volumeEnvelope).toEqual(written(volumeEnvelope, { filter: false }));
    if (panEnvelope) expect(found.panEnvelope).toEqual(written(panEnvelope, { filter: false }));
    if (pitchEnvelope) {
      expect(found.pitchEnvelope).toEqual(written(pitchEnvelope, { filter: pitchEnvelope.filter }));
    }
    expect(read.samples[index]!.c5Speed).toBe(sample.c5Speed);
    expect(found.nna).toEqual([nna, dct, dca]);
  });
}

/** What can be made of a song that may use what its format lacks. */
async function attempt(params: Record<string, unknown>, compat?: 'reference'): Promise<Made | undefined> {
  const { spec } = await validateDocument(
    specOf(params as unknown as SongParams, [params.format as 'xm'], { ...(compat && { compat }) }),
  );
  if (spec === undefined) return undefined;
  try {
    return make(spec.recipe!.params as SongParams, compat, readFile);
  } catch (error) {
    // A last row without room for the jump, or a sample too short to loop.
    expect(error).toBeInstanceOf(BackendError);
    return undefined;
  }
}

describe.each([
  ['xm', checkXm],
  ['it', checkIt],
] as const)('%s', (format, check) => {
  it('holds what the model says', async () => {
    let checked = 0;
    await fc.assert(
      fc.asyncProperty(song(format), async (params) => {
        const made = await attempt(withUsable(params));
        if (made === undefined) return;
        checked++;
        check(made);
      }),
      { numRuns: RUNS },
    );
    expect(checked).toBeGreaterThan(RUNS / 3);
  });

  it('is the same bytes again, in whatever order the members of the spec are', async () => {
    await fc.assert(
      fc.asyncProperty(song(format), async (params) => {
        const made = await attempt(withUsable(params));
        if (made === undefined) return;
        const patterns = Object.fromEntries(Object.entries(params.patterns as object).reverse());
        const again = await attempt(withUsable({ ...params, patterns }));
        expect(again!.bytes).toEqual(made.bytes);
      }),
      { numRuns: Math.ceil(RUNS / 10) },
    );
  });

  it('takes anything: issues or a module, in either mode', async () => {
    await fc.assert(
      fc.asyncProperty(brokenSong(format), fc.constantFrom(undefined, 'reference' as const), async (params, compat) => {
        const { spec, errors } = await validateDocument(
          specOf(params as unknown as SongParams, [format], { ...(compat && { compat }) }),
        );
        expect(spec === undefined).toBe(errors.length > 0);
        if (spec === undefined) return;
        try {
          const artifacts = await trackerBackend.generate(spec, { readFile });
          expect(artifacts.map(({ kind }) => kind)).toEqual(['primary', 'metadata']);
        } catch (error) {
          expect(error).toBeInstanceOf(BackendError);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('is not read when it is damaged, or read as something', async () => {
    const made = make((await goodSong(format)) as unknown as SongParams, undefined, readFile);
    fc.assert(
      fc.property(fc.nat(made.bytes.length - 1), fc.nat(255), fc.boolean(), (at, value, cut) => {
        const bytes = made.bytes.slice(0, cut ? at : undefined);
        if (!cut) bytes[at] = value;
        try {
          const module = readModule(bytes);
          moduleFacts(module);
          for (const sample of module.samples) sample.pcm();
        } catch (error) {
          expect(error).toBeInstanceOf(ModuleError);
        }
      }),
      { numRuns: RUNS },
    );
  });
});

/** Without the events that the format cannot hold, so that the rest is tested. */
function withUsable(params: Record<string, unknown>): Record<string, unknown> {
  const format = params.format as 'xm' | 'it';
  const patterns = structuredClone(params.patterns) as Record<string, { data: Record<string, unknown>[] }>;
  for (const pattern of Object.values(patterns)) {
    pattern.data = pattern.data.filter((event) => holds(event, format));
  }
  return { ...params, patterns };
}

function holds(event: Record<string, unknown>, format: 'xm' | 'it'): boolean {
  try {
    make(
      {
        format,
        bpm: 125,
        speed: 6,
        channels: format === 'xm' ? 32 : 64,
        loop: false,
        instruments: Array.from({ length: 3 }, () => ({ name: '', wav: 'short.wav', loop_mode: 'none' as const })),
        patterns: { a: { rows: format === 'xm' ? 256 : 200, data: [event as never] } },
        arrangement: [{ pattern: 'a', repeat: 1 }],
        automation: [],
      },
      undefined,
      readFile,
    );
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(BackendError);
    return false;
  }
}

async function goodSong(format: 'xm' | 'it'): Promise<Record<string, unknown>> {
  for (const params of fc.sample(song(format), { numRuns: 50, seed: 1 })) {
    const usable = withUsable(params);
    const { spec } = await validateDocument(specOf(usable as unknown as SongParams, [format]));
    if (spec !== undefined) return spec.recipe!.params as Record<string, unknown>;
  }
  throw new Error('no song of the sample is valid');
}
