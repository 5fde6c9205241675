/** That the golden songs use everything there is: every source, field, effect and command of the volume column. */
import { audioParams } from '@speccade/spec/kinds/audio_v1';
import {
  EFFECTS,
  encodeVolumeCommand,
  type PatternNote,
  type SongParams,
  songParams,
  type TrackerFormat,
  VOLUME_COMMANDS,
} from '@speccade/spec/kinds/music.tracker_song_v1';
import { expect, it } from 'vitest';
import { possible, used } from '../audio/_coverage.ts';
import { songSpecs } from './_specs.ts';

const parser = songParams as unknown as { parse(value: unknown): SongParams };
// Compose songs write their own patterns.
const specs = Object.values(songSpecs()).filter(({ recipe }) => recipe!.kind === 'music.tracker_song_v1');
const songs = specs.map(({ recipe, outputs }) => ({
  params: parser.parse(recipe!.params),
  formats: outputs.map(({ format }) => format as TrackerFormat),
}));

function eventsIn(format: TrackerFormat): PatternNote[] {
  return songs
    .filter(({ formats }) => formats.includes(format))
    .flatMap(({ params }) => Object.values(params.patterns))
    .flatMap(({ notes, data }) => [...Object.values(notes ?? {}).flat(), ...(data ?? [])]);
}

it('every value and optional field', () => {
  const everything = possible(songParams);
  for (const name of ['instruments.nna=fade', 'instruments.loop_mode=pingpong', 'sample']) {
    expect([...everything]).toContain(name);
  }
  const found = new Set<string>();
  for (const { params } of songs) used(songParams, params, found);
  // What sounds can be is covered by theirs.
  const fieldOf = (name: string) => name.slice(name.indexOf('.') + 1);
  const ofSounds = new Set([...possible(audioParams)].flatMap((name) => [name, `instruments.${fieldOf(name)}`]));
  expect([...everything].filter((name) => !found.has(name) && !ofSounds.has(name)).join(' ')).toBe('');
});

it.each(['xm', 'it'] as const)('every effect and volume command of %s, by every name', (format) => {
  const events = eventsIn(format);
  const effects = new Set(events.map((event) => event.effect_name));
  const names = EFFECTS.filter((rule) => rule[format] !== undefined).flatMap((rule) => rule.names);
  expect(names.filter((name) => !effects.has(name))).toEqual([]);
  const commands = new Set(events.map((event) => event.vol_cmd?.command));
  const writable = VOLUME_COMMANDS.filter((command) => 'byte' in encodeVolumeCommand({ command, value: 1 }, format));
  expect(writable.filter((command) => !commands.has(command))).toEqual([]);
});

it('both modes and both formats', () => {
  for (const format of ['xm', 'it'] as const) {
    const compats = specs.filter(({ outputs }) => outputs.some((output) => output.format === format));
    expect(new Set(compats.map(({ compat }) => compat))).toEqual(new Set([undefined, 'reference']));
  }
  expect(songs.some(({ formats }) => formats.length === 2)).toBe(true);
});
