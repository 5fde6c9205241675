import { spawnSync } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { writeWav } from '@speccade/audio';
import { encodePng } from '@speccade/png';
import { blake3Hex } from '@speccade/spec';
import { describe, expect, it } from 'vitest';
import { cli, cliJson, folderWith, soundSpec } from './harness.ts';

/** One second of a square wave of 441 Hz; its level is the same everywhere. */
function square(amplitude: number, channels = 1): Uint8Array {
  const value = Math.round(amplitude * 32768);
  const pcm = Int16Array.from({ length: 44100 * channels }, (_, i) =>
    Math.floor(i / channels) % 100 < 50 ? value : -value,
  );
  return writeWav(pcm, { sampleRate: 44100, channels });
}

describe('analyze', () => {
  it('measures one file', async () => {
    const root = folderWith({ 'a.wav': square(0.5) });
    for (const args of [['a.wav'], ['--input', 'a.wav'], ['-i', 'a.wav']]) {
      const { code, json, err } = await cliJson(['analyze', ...args], root);
      expect([code, err]).toEqual([0, '']);
      expect(json).toMatchObject({
        success: true,
        errors: [],
        result: {
          input: 'a.wav',
          asset_type: 'audio',
          input_hash: blake3Hex(readFileSync(join(root, 'a.wav'))),
          metrics: {
            format: { sample_rate: 44100, channels: 1, bits_per_sample: 16, num_samples: 44100, duration_ms: 1000 },
            quality: { peak_db: -6.0206, rms_db: -6.0206, clipping_detected: false, dc_offset: 0, silence_ratio: 0 },
            spectral: { dominant_frequency_hz: expect.closeTo(441, -1) },
            temporal: { attack_ms: 0, zero_crossing_rate: expect.closeTo(0.02, 3) },
          },
        },
      });
    }
  });

  it('prints a short table', async () => {
    const root = folderWith({ 'a.wav': square(0.5, 2), 'b.wav': square(0.25) });
    const one = await cli(['analyze', 'a.wav'], root);
    expect(one).toMatchObject({ code: 0, err: '' });
    expect(one.out).toContain('format     44100 Hz, 2 channels, 16 bit\n');
    expect(one.out).toContain('peak       -6.02 dBFS (channels -6.02, -6.02)\n');
    expect(one.out).toMatch(/^loudness {3}-\d+\.\d\d LUFS$/m);
    const two = await cli(['analyze', 'a.wav', 'b.wav'], root);
    expect(two.out.split('\n').map((line) => line.split(/ {2,}/).slice(0, 5))).toEqual([
      ['file', 'seconds', 'Hz', 'channels', 'peak dB'],
      ['a.wav', '1.000', '44100', '2', '-6.02'],
      ['b.wav', '1.000', '44100', '1', '-12.04'],
      [''],
    ]);
  });

  it('measures what generate makes', async () => {
    const root = folderWith({ 'beep.json': soundSpec('beep') });
    await cli(['generate', 'beep.json', '-o', 'out'], root);
    const { code, json } = await cliJson(['analyze', 'out/sounds/beep.wav'], root);
    expect(code).toBe(0);
    expect(json.result.metrics.quality.peak_db).toBeCloseTo(-3, 2);
  });

  it.each([
    ['missing.wav', 'CLI_001', 'there is no such file'],
    ['folder.wav', 'CLI_001', 'it is not a file'],
    ['noise.glb', 'CLI_011', 'only WAV files'],
    ['text.png', 'CLI_013', 'does not begin as a PNG file does'],
    ['text.wav', 'CLI_012', 'not a WAV file'],
  ])('refuses %s with %s and exit code 1', async (name, code, message) => {
    const root = folderWith({ 'folder.wav/x': 'x', 'noise.glb': 'x', 'text.png': 'x', 'text.wav': 'this is no sound' });
    const outcome = await cliJson(['analyze', name], root);
    expect(outcome.code).toBe(1);
    expect(outcome.json).toMatchObject({
      success: false,
      errors: [{ code, file: name, message: expect.stringContaining(message) }],
    });
    const plain = await cli(['analyze', name], root);
    expect(plain).toMatchObject({ code: 1, out: '', err: expect.stringContaining(`error[${code}] ${name}: `) });
  });

  const mixed = () =>
    folderWith({
      'in/b,1.wav': square(0.5),
      'in/deep/a.WAV': square(0.25, 2),
      'in/deep/bad.wav': 'no',
      'in/.hidden/c.wav': 'no',
      'in/model.glb': 'no',
    });

  it('measures a folder, failures included', async () => {
    const { code, json } = await cliJson(['analyze', '--input-dir', 'in'], mixed());
    expect(code).toBe(1);
    expect(json).toMatchObject({
      success: false,
      results: [
        { input: 'in/b,1.wav', success: true, asset_type: 'audio', metrics: { quality: { peak_db: -6.0206 } } },
        { input: 'in/deep/a.WAV', success: true, metrics: { quality: { channel_peak_db: [-12.0412, -12.0412] } } },
        { input: 'in/deep/bad.wav', success: false, error: { code: 'CLI_012' } },
      ],
      summary: { total: 3, succeeded: 2, failed: 1 },
    });
    const plain = await cli(['analyze', '--input-dir', 'in'], mixed());
    expect([plain.code, plain.out.split('\n').length]).toEqual([1, 4]);
    expect(plain.err).toContain('error[CLI_012] in/deep/bad.wav');
  });

  it('writes lines of JSON and CSV', async () => {
    const root = mixed();
    const lines = (await cli(['analyze', '--input-dir', 'in', '--output-format', 'jsonl'], root)).out.trimEnd();
    expect(lines.split('\n').map((line) => JSON.parse(line).success)).toEqual([true, true, false]);

    const written = await cli(['analyze', '--input-dir', 'in', '--output-format', 'csv', '-o', 'all.csv'], root);
    expect(written.code).toBe(1);
    const [head, first, second, third, end] = readFileSync(join(root, 'all.csv'), 'utf8').split('\n');
    const columns = head!.split(',');
    expect(columns.slice(0, 7).join()).toBe(
      'input,success,asset_type,input_hash,error_code,error_message,format.bits_per_sample',
    );
    expect(columns.slice(6)).toEqual(columns.slice(6).sort());
    expect(first).toMatch(/^"in\/b,1\.wav",true,audio,[0-9a-f]{64},,,16,1,/);
    expect(second!.split(',')[columns.indexOf('quality.channel_peak_db.1')]).toBe('-12.0412');
    expect(third).toMatch(/^in\/deep\/bad\.wav,false,,,CLI_012,/);
    expect(end).toBe('');
  });

  it('writes the document to a file', async () => {
    const root = folderWith({ 'a.wav': square(0.5) });
    const { json } = await cliJson(['analyze', 'a.wav', '-o', 'out/a.json'], root);
    expect(JSON.parse(readFileSync(join(root, 'out/a.json'), 'utf8'))).toEqual(json);
  });

  it('does not follow links to folders, which may lead in a circle', async () => {
    const root = folderWith({ 'in/a.wav': square(0.5) });
    symlinkSync('.', join(root, 'in/circle'));
    expect((await cliJson(['analyze', '--input-dir', 'in'], root)).json.summary.total).toBe(1);
  });

  it.each([
    [['analyze'], 'no file is given'],
    [['analyze', '--input-dir', 'nowhere'], 'there is no folder "nowhere"'],
    [['analyze', 'a.wav', '--output-format', 'xml'], 'must be one of json, jsonl, csv'],
    [['analyze', 'a.wav', '--json', '--output-format', 'csv'], '--json prints JSON'],
    [['compare', 'a.wav'], 'two files are needed'],
    [['compare', 'a.wav', 'b.wav', '-a', 'c.wav'], 'unexpected argument "b.wav"'],
  ])('refuses %j with exit code 2', async (args, message) => {
    const { code, out, err } = await cli(args, folderWith());
    expect(code).toBe(2);
    expect(out + err).toContain(message);
  });
});

describe('compare', () => {
  it('says how far two files are from each other', async () => {
    const root = folderWith({ 'a.wav': square(0.5), 'b.wav': square(0.25) });
    for (const args of [
      ['a.wav', 'b.wav'],
      ['-a', 'a.wav', '-b', 'b.wav'],
      ['-b', 'b.wav', 'a.wav'],
    ]) {
      const { code, json } = await cliJson(['compare', ...args], root);
      expect(code).toBe(0);
      expect(json).toMatchObject({
        success: true,
        errors: [],
        result: {
          path_a: 'a.wav',
          path_b: 'b.wav',
          asset_type: 'audio',
          identical: false,
          metrics: { type: 'audio', peak_delta_db: -6.0206, rms_delta_db: -6.0206, pitch_delta_cents: 0 },
        },
      });
      expect(json.result.hash_a).not.toBe(json.result.hash_b);
    }
    const plain = await cli(['compare', 'a.wav', 'b.wav'], root);
    expect(plain).toMatchObject({ code: 0, err: '' });
    expect(plain.out).toContain('RMS         -6.02 dB (-50 %)\n');
  });

  it('knows the same file, and the same sound in another file', async () => {
    const bytes = square(0.5);
    const longer = new Uint8Array([...bytes, 0]);
    const root = folderWith({ 'a.wav': bytes, 'b.wav': bytes, 'c.wav': longer });
    expect((await cliJson(['compare', 'a.wav', 'b.wav'], root)).json.result).toMatchObject({
      identical: true,
      metrics: { samples_identical: true, spectral_distance_db: 0 },
    });
    expect((await cliJson(['compare', 'a.wav', 'c.wav'], root)).json.result).toMatchObject({
      identical: false,
      metrics: { samples_identical: true },
    });
  });

  it('refuses other files', async () => {
    const root = folderWith({ 'a.wav': square(0.5), 'b.glb': 'x' });
    expect(await cliJson(['compare', 'a.wav', 'b.glb'], root)).toMatchObject({
      code: 1,
      json: { success: false, errors: [{ code: 'CLI_011', file: 'b.glb' }] },
    });
  });
});

describe('pictures', () => {
  const gray = (level: number, width = 4) =>
    encodePng({ width, height: 4, colorType: 'gray', data: new Uint8Array(4 * width).fill(level) });

  it('are measured', async () => {
    const root = folderWith({ 'a.png': gray(100), 'b.wav': square(0.5) });
    const { code, json } = await cliJson(['analyze', 'a.png'], root);
    expect(code).toBe(0);
    expect(json.result).toMatchObject({
      input: 'a.png',
      asset_type: 'texture',
      metrics: {
        format: { width: 4, height: 4, channels: 1, color_type: 'Grayscale', bit_depth: 8 },
        histogram: { red: { mean: 100, stddev: 0, min: 100, max: 100 } },
        contrast: { contrast_ratio: 1, weber_contrast: 0 },
        tiling: { score: 1 },
      },
    });
    expect((await cli(['analyze', 'a.png'], root)).out).toMatch(/^format +4 x 4, Grayscale, 8 bit$/m);
    const both = await cli(['analyze', '--input-dir', '.'], root);
    expect(both.out.split('\n').map((line) => line.split(/ {2,}/)[0])).toEqual([
      'file',
      'b.wav',
      '',
      'file',
      'a.png',
      '',
    ]);
    const csv = await cli(['analyze', 'a.png', 'b.wav', '--output-format', 'csv'], root);
    expect(csv.out).toMatch(/^input,success,asset_type,.*histogram\.red\.mean,.*quality\.peak_db/);
  });

  it('are compared with each other, and not with sounds', async () => {
    const root = folderWith({ 'a.png': gray(100), 'b.png': gray(110), 'c.png': gray(100, 8), 'd.wav': square(0.5) });
    const { json } = await cliJson(['compare', 'a.png', 'b.png'], root);
    expect(json.result).toMatchObject({
      asset_type: 'texture',
      identical: false,
      metrics: { type: 'texture', different_pixels: 1, histogram_diff: { red: 10 }, pixels_identical: false },
    });
    expect((await cli(['compare', 'a.png', 'a.png'], root)).out).toMatch(/^identical +yes$/m);
    expect(await cliJson(['compare', 'a.png', 'c.png'], root)).toMatchObject({
      code: 1,
      json: { errors: [{ code: 'CLI_013' }] },
    });
    expect(await cli(['compare', 'a.png', 'd.wav'], root)).toMatchObject({ code: 2 });
  });
});

const noSox = spawnSync('sox', ['--version']).error !== undefined;

it.skipIf(noSox)('sox agrees about a generated sound', async () => {
  const root = folderWith({ 'beep.json': soundSpec('beep') });
  await cli(['generate', 'beep.json', '-o', '.'], root);
  const { json } = await cliJson(['analyze', 'sounds/beep.wav'], root);
  const { stderr } = spawnSync('sox', ['sounds/beep.wav', '-n', 'stats'], { cwd: root, encoding: 'utf8' });
  const figure = (name: string) => Number(new RegExp(`^${name}\\s+(\\S+)`, 'm').exec(stderr)![1]);
  expect(Math.abs(json.result.metrics.quality.peak_db - figure('Pk lev dB'))).toBeLessThan(0.01);
  expect(Math.abs(json.result.metrics.quality.rms_db - figure('RMS lev dB'))).toBeLessThan(0.01);
});
