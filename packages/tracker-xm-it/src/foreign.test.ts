/** What programs of other projects read in our modules. Skipped where they are not on the PATH. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SongParams, TrackerFormat } from '@speccade/spec/kinds/music.tracker_song_v1';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openmpt, renderLeft, xmp } from '../test/_players.ts';
import { make, mono16, paramsOf, STRUCK } from './_fixtures.ts';
import { traceScore } from './song/trace.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'speccade-module-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const RATE = 22050;
const tone = mono16(
  Array.from({ length: RATE }, (_, i) => Math.round(20000 * Math.sin((2 * Math.PI * 440 * i) / RATE))),
  RATE,
);
const readFile = () => tone;
const held = {
  name: 'held tone',
  wav: 'tone.wav',
  base_note: 'A4',
  envelope: { attack: 0, decay: 0, sustain: 1, release: 0 },
};
const note = { row: 0, note: 'A4', inst: 0 };

function songOf(format: TrackerFormat, data: readonly object[], change: Record<string, unknown> = {}): SongParams {
  return paramsOf({
    format,
    name: 'Foreign ears',
    channels: 4,
    instruments: [held],
    patterns: { a: { rows: 32, data: [note, ...data] } },
    ...change,
  });
}

function write(params: SongParams): { path: string; made: ReturnType<typeof make> } {
  const made = make(params, undefined, readFile);
  const path = join(folder, `song.${params.format}`);
  writeFileSync(path, made.bytes);
  return { path, made };
}

/** Fields of `openmpt123 --info`, lower-cased, by name. */
function openmptInfo(path: string): Record<string, string> {
  const { status, stdout, stderr } = spawnSync('openmpt123', ['--batch', '--info', path], { encoding: 'utf8' });
  expect(status, `${stdout}${stderr}`).toBe(0);
  return Object.fromEntries([...stdout.matchAll(/^(\w[\w ]*?)\.*: (.*)$/gm)].map((m) => [m[1]!.toLowerCase(), m[2]!]));
}

function secondsOf(text: string): number {
  return text.split(':').reduce((sum, part) => 60 * sum + Number(part), 0);
}

const fx = (row: number, effect_name: string, param: number, channel = 1) => ({
  row,
  channel,
  note: '---',
  effect_name,
  param,
});

const FLOWS: readonly [string, Record<string, unknown>[], Record<string, unknown>?][] = [
  ['nothing but a note', []],
  ['tempo and speed', [fx(4, 'set_tempo', 200), fx(8, 'set_speed', 3)]],
  ['a break', [fx(8, 'pattern_break', 16)], { arrangement: [{ pattern: 'a', repeat: 3 }] }],
  // Over nothing: openmpt123 adds what a jump makes unreachable to the length.
  ['a jump', [fx(8, 'position_jump', 1)], { arrangement: [{ pattern: 'a' }, { pattern: 'b' }] }],
  [
    'a pattern loop',
    [fx(4, 'pattern_loop', 0), fx(8, 'pattern_loop', 2)],
    { arrangement: [{ pattern: 'a', repeat: 2 }] },
  ],
  ['an empty pattern', [], { arrangement: [{ pattern: 'a' }, { pattern: 'b' }] }],
  [
    'a repeated last pattern and a loop',
    [],
    { loop: true, restart_position: 1, arrangement: [{ pattern: 'a' }, { pattern: 'b' }, { pattern: 'a' }] },
  ],
  ['a change of tempo', [], { automation: [{ type: 'tempo_change', pattern: 'a', row: 9, bpm: 77 }] }],
];
const withB = (data: readonly object[], change: Record<string, unknown> = {}) => ({
  patterns: { a: { rows: 32, data: [note, ...data] }, b: { rows: 20 } },
  ...change,
});

describe.each(['xm', 'it'] as const)('%s', (format) => {
  it.skipIf(!openmpt).each(FLOWS)('openmpt123 plays %s as long as the trace', (_, data, change) => {
    const { path, made } = write(songOf(format, [], withB(data, change)));
    const info = openmptInfo(path);
    expect(Math.abs(secondsOf(info.duration!) - traceScore(made.song).seconds)).toBeLessThan(0.01);
  });

  it.skipIf(!xmp).each(FLOWS)('xmp plays %s as long as the trace', (_, data, change) => {
    const { path, made } = write(songOf(format, [], withB(data, change)));
    const { status, stdout, stderr } = spawnSync('xmp', ['--load-only', '-v', path], { encoding: 'utf8' });
    const text = `${stdout}${stderr}`;
    expect(status, text).toBe(0);
    const [, minutes, seconds] = /Duration\s+: (\d+)min(\d+)s/.exec(text)!;
    expect(Math.abs(60 * Number(minutes) + Number(seconds) - traceScore(made.song).seconds)).toBeLessThan(0.51);
    expect(text).toContain('Foreign ears');
    expect(text).toMatch(/Channels\s+: 4 /);
  });

  it.skipIf(!openmpt)('openmpt123 reads title, channels and counts', () => {
    const instruments = [held, { ...held, name: 'other', nna: 'fade', fadeout: 1, pan: -0.5 }];
    const { path } = write(songOf(format, [], { instruments, it_options: { compression: 'auto' } }));
    const info = openmptInfo(path);
    expect(info).toMatchObject({ title: 'Foreign ears', channels: '4', orders: '1', patterns: '1', instruments: '2' });
    expect(info.type).toMatch(new RegExp(`^${format} `));
    expect(Object.keys(info)).not.toContain('warnings');
  });

  it.skipIf(!openmpt)('openmpt123 plays the pitch, the volume and the fade that the song asks for', () => {
    const data = [
      { row: 8, note: 'A4', inst: 0, vol: 0 },
      { row: 16, note: 'A4', inst: 0, vol: 32 },
      { row: 24, note: 'OFF' },
    ];
    const left = renderLeft(write(songOf(format, data)).path);
    const row = (index: number) =>
      left.subarray(Math.round(index * 0.12 * 48000), Math.round((index + 6) * 0.12 * 48000));
    const [loud, silent, half, over] = [row(1), row(9), row(17), row(26)];
    expect(Math.abs(1200 * Math.log2(pitchOf(loud) / 440))).toBeLessThan(3.5);
    expect(rms(loud)).toBeGreaterThan(300);
    expect(rms(silent)).toBeLessThan(2);
    expect(rms(half) / rms(loud)).toBeGreaterThan(0.45);
    expect(rms(half) / rms(loud)).toBeLessThan(0.55);
    expect(rms(over)).toBeLessThan(2);
  });

  it.skipIf(!openmpt)('openmpt123 slides the volume of a note that goes on', () => {
    const slides = Array.from({ length: 10 }, (_, i) => ({ ...fx(4 + i, 'vol_slide', 1, 0) }));
    const left = renderLeft(write(songOf(format, slides)).path);
    const levels = [3, 6, 9, 12].map((row) =>
      rms(left.subarray(Math.round(row * 0.12 * 48000), Math.round((row + 1) * 0.12 * 48000))),
    );
    for (const [index, level] of levels.slice(1).entries()) expect(level).toBeLessThan(0.9 * levels[index]!);
  });
});

it.skipIf(!openmpt)('both formats of one song are equally loud and long', () => {
  const [xm, itSound] = (['xm', 'it'] as const).map((format) => renderLeft(write(songOf(format, [])).path));
  expect(Math.abs(20 * Math.log10(rms(xm!) / rms(itSound!)))).toBeLessThan(1);
  expect(Math.abs(xm!.length - itSound!.length) / 48000).toBeLessThan(0.01);
});

it.skipIf(!openmpt)('openmpt123 unpacks compressed samples to what was packed', () => {
  const rendered = (['none', 'auto'] as const).map((compression) =>
    renderLeft(
      write(songOf('it', [], { it_options: { compression }, instruments: [{ ...held, envelope: STRUCK }] })).path,
    ),
  );
  expect(rms(rendered[0]!)).toBeGreaterThan(10);
  expect(rendered[1]).toEqual(rendered[0]);
});

it.runIf(!openmpt || !xmp)('openmpt123 or xmp is not on the PATH: what they read is not tested', () => {
  expect(openmpt && xmp).toBe(false);
});

function pitchOf(samples: Int16Array): number {
  const crossings: number[] = [];
  for (let i = 1; i < samples.length; i++) {
    const [a, b] = [samples[i - 1]!, samples[i]!];
    if (a < 0 && b >= 0) crossings.push(i - 1 + a / (a - b));
  }
  return (48000 * (crossings.length - 1)) / (crossings.at(-1)! - crossings[0]!);
}

function rms(samples: Int16Array): number {
  return Math.sqrt(samples.reduce((sum, value) => sum + value * value, 0) / samples.length);
}
