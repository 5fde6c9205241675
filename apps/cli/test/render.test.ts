import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWav } from '@speccade/audio/analysis';
import { describe, expect, it } from 'vitest';
import { cli, cliJson, folderWith, soundSpec, speccade } from './harness.ts';

/** A ProTracker module of one pattern, 64 rows at speed 6 and tempo 125: 7.68 s of a square wave that sounds all through. */
function moduleFile(volume = 64): Uint8Array {
  const samples = 64;
  const bytes = new Uint8Array(1084 + 1024 + samples);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode('square'), 0);
  view.setUint16(20 + 22, samples / 2);
  bytes[20 + 25] = volume;
  view.setUint16(20 + 28, samples / 2);
  for (let i = 1; i < 31; i++) view.setUint16(20 + 30 * i + 28, 1);
  bytes[950] = 1;
  bytes.set(new TextEncoder().encode('M.K.'), 1080);
  // Period 428 (C-2) with instrument 1 in the first channel of the first row.
  bytes.set([0x01, 0xac, 0x10, 0x00], 1084);
  bytes.fill(100, 1084 + 1024, 1084 + 1024 + samples / 2);
  bytes.fill(156, 1084 + 1024 + samples / 2);
  return bytes;
}

describe('render', () => {
  it('plays a module into a WAV file', () => {
    const root = folderWith({ 'song.mod': moduleFile() });
    const { status, stdout } = speccade(['render', 'song.mod', '--rate', '8000', '--json'], root);
    expect(status).toBe(0);
    const { result } = JSON.parse(stdout);
    expect(result).toMatchObject({ path: 'song.wav', song_seconds: 7.68, sample_rate: 8000, clipped_samples: 0 });
    const { channels, sampleRate } = readWav(readFileSync(join(root, 'song.wav')));
    expect([channels.length, sampleRate]).toEqual([2, 8000]);
    // The player lets the last note fade for a tenth of a second.
    expect(Math.abs(channels[0]!.length / 8000 - 7.68)).toBeLessThan(0.15);
    expect(Math.max(...channels[0]!)).toBeGreaterThan(0.1);
  });

  it('plays it again and again, in other sample formats', async () => {
    const root = folderWith({ 'song.mod': moduleFile() });
    const args = [
      'render',
      'song.mod',
      '--to',
      'twice.wav',
      '--loops',
      '2',
      '--rate',
      '8000',
      '--sample-format',
      'float32',
    ];
    const { code, json } = await cliJson(args, root);
    expect(code).toBe(0);
    expect(Math.abs(json.result.seconds - 15.36)).toBeLessThan(0.15);
    expect(readWav(readFileSync(join(root, 'twice.wav')))).toMatchObject({ bitsPerSample: 32, sampleFormat: 'float' });
    expect((await cli(args.slice(0, 4), root)).out).toMatch(
      /^✓ twice\.wav {2}1\.\d+ MB, 7\.\d+ s, -?\d+\.\d LUFS, peak /,
    );
  });

  it('gives the same bytes every time', async () => {
    const root = folderWith({ 'song.mod': moduleFile() });
    for (const name of ['a.wav', 'b.wav']) await cli(['render', 'song.mod', '--to', name, '--rate', '8000'], root);
    expect(readFileSync(join(root, 'a.wav'))).toEqual(readFileSync(join(root, 'b.wav')));
  });

  it('says what cannot be played', async () => {
    const root = folderWith({ 'text.xm': 'no module', 'beep.json': soundSpec('beep'), 'deep.xm/a': '' });
    for (const song of ['text.xm', 'missing.it', 'deep.xm', 'beep.json']) {
      const { code, json } = await cliJson(['render', song], root);
      expect([code, json.errors[0].code]).toEqual([1, 'CLI_001']);
    }
    expect((await cli(['render'], root)).code).toBe(2);
    expect((await cli(['render', 'text.xm', '--loops', '0'], root)).code).toBe(2);
    expect((await cli(['render', 'text.xm', '--rate', '1'], root)).code).toBe(2);
  });
});

describe('songs of specs', () => {
  const song = (format: string) => ({
    spec_version: 1,
    asset_id: 'two-voices',
    asset_type: 'music',
    license: 'CC0-1.0',
    seed: 3,
    description: 'Two notes',
    outputs: [{ kind: 'primary', format, path: `two-voices.${format}` }],
    recipe: {
      kind: 'music.tracker_song_v1',
      params: {
        format,
        bpm: 200,
        speed: 3,
        channels: 2,
        instruments: [
          { name: 'low', synthesis: { type: 'square' } },
          { name: 'high', synthesis: { type: 'sine' } },
        ],
        patterns: {
          a: {
            rows: 16,
            data: [
              { row: 0, channel: 0, note: 'C3', inst: 0, vol: 40 },
              { row: 8, channel: 1, note: 'G4', inst: 1, vol: 40 },
            ],
          },
        },
        arrangement: [{ pattern: 'a' }],
      },
    },
  });

  it.each(['xm', 'it'])('%s: stems add up to the whole', async (format) => {
    const root = folderWith({ 'song.json': song(format) });
    const args = ['render', 'song.json', '--to', 'whole.wav', '--stems', 'stems', '--rate', '16000'];
    const { code, json } = await cliJson([...args, '--sample-format', 'float32'], root);
    expect(code).toBe(0);
    expect(json.result.stems).toEqual(['stems/01.wav', 'stems/02.wav']);
    const read = (path: string) => readWav(readFileSync(join(root, path))).channels[0]!;
    const [whole, first, second] = [read('whole.wav'), read('stems/01.wav'), read('stems/02.wav')];
    let [error, power] = [0, 0];
    for (let i = 0; i < whole.length; i++) {
      error += (whole[i]! - first[i]! - second[i]!) ** 2;
      power += whole[i]! ** 2;
    }
    expect(power).toBeGreaterThan(1);
    expect(error).toBeLessThan(1e-4 * power);
  });

  it('are traced, and have facts', async () => {
    const root = folderWith({ 'song.json': song('it') });
    const trace = (await cliJson(['music', 'trace', 'song.json'], root)).json.result;
    expect(trace).toMatchObject({
      ticks: 48,
      events: [
        { tick: 0, channel: 0 },
        { tick: 24, channel: 1 },
      ],
    });
    expect((await cli(['music', 'trace', 'song.json'], root)).out).toMatch(/^tick +order +row .*\n +0 +0:a +0 +0 .*\n/);
    const facts = (await cliJson(['music', 'facts', 'song.json'], root)).json.result;
    expect(facts).toMatchObject({ format: 'it', seconds: 0.6, notes: 2, silent_channels: [] });
    expect((await cli(['music', 'facts', 'song.json'], root)).out).toMatch(/^notes +2, at most 2 at a time$/m);
  });

  it('become MIDI files', async () => {
    const root = folderWith({ 'song.json': song('xm'), 'beep.json': soundSpec('beep') });
    expect((await cliJson(['music', 'midi', 'song.json'], root)).json.result.path).toBe('song.mid');
    expect(readFileSync(join(root, 'song.mid')).subarray(0, 4).toString()).toBe('MThd');
    expect((await cliJson(['music', 'midi', 'beep.json'], root)).json.errors[0].code).toBe('CLI_011');
    expect((await cli(['render', 'song.xm', '--stems', 'x'], root)).code).not.toBe(0);
  });
});
