import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWav } from '@speccade/audio/analysis';
import { describe, expect, it } from 'vitest';
import { cli, cliJson, folderWith, soundSpec, speccade } from './harness.ts';

const soundIn = (root: string, path: string) => readWav(readFileSync(join(root, path)));

describe('generate', () => {
  it.each([
    [[], 16, 'pcm', undefined],
    [['--sample-format', 'pcm16'], 16, 'pcm', undefined],
    [['--sample-format', 'pcm24', '--dither'], 24, 'pcm', 'pcm24'],
    [['--sample-format', 'float32'], 32, 'float', 'float32'],
  ])('with %j', async (args, bits, format, told) => {
    const root = folderWith({ 'beep.json': soundSpec('beep') });
    const { code, json } = await cliJson(['generate', 'beep.json', '--no-cache', ...args], root);
    expect(code).toBe(0);
    expect(soundIn(root, 'sounds/beep.wav')).toMatchObject({ bitsPerSample: bits, sampleFormat: format });
    expect(json.result.outputs[0].metrics.sample_format).toBe(told);
  });

  it('dithers what analyze and compare read', async () => {
    const root = folderWith({ 'beep.json': soundSpec('beep') });
    await cli(['generate', 'beep.json', '--no-cache', '-o', 'plain', '--no-report'], root);
    await cli(['generate', 'beep.json', '--no-cache', '-o', 'dithered', '--dither', '--no-report'], root);
    await cli(['generate', 'beep.json', '--no-cache', '-o', 'f', '--sample-format', 'float32', '--no-report'], root);
    const compare = async (a: string, b: string) =>
      (await cliJson(['compare', `${a}/sounds/beep.wav`, `${b}/sounds/beep.wav`], root)).json.result.metrics;
    const dithered = await compare('plain', 'dithered');
    expect(dithered.samples_identical).toBe(false);
    expect(dithered.spectral_distance_db).toBeLessThan(0.1);
    const floats = await compare('plain', 'f');
    expect(floats).toMatchObject({ samples_identical: false, channels_delta: 0, duration_delta_ms: 0 });
    expect(Math.abs(floats.rms_delta_db)).toBeLessThan(0.001);
    const { json } = await cliJson(['analyze', 'f/sounds/beep.wav'], root);
    expect(json.result.metrics.format).toMatchObject({ bits_per_sample: 32, sample_format: 'float' });
  });

  it.each([
    [['--sample-format', 'pcm32'], /must be one of pcm16, pcm24, float32/],
    [['--sample-format', 'float32', '--dither'], /--dither is for integers/],
    [['--dither=yes'], /takes no value/],
  ])('refuses %j as wrong usage', async (args, message) => {
    const root = folderWith({ 'beep.json': soundSpec('beep') });
    for (const command of [
      ['generate', 'beep.json'],
      ['generate-all', '.'],
    ]) {
      const { code, err } = await cli([...command, ...args], root);
      expect([code, err]).toEqual([2, expect.stringMatching(message)]);
    }
    const { code, json } = await cliJson(['generate', 'beep.json', ...args], root);
    expect([code, json.errors[0].code]).toEqual([2, 'CLI_011']);
  });
});

describe('generate-all', () => {
  it('makes everything again when the format or the dither changes', () => {
    const root = folderWith({ 'specs/a.json': soundSpec('wind'), 'specs/b.json': soundSpec('rain') });
    const run = (...args: string[]) => {
      const { stdout } = speccade(['generate-all', 'specs', '-o', 'out', '--json', ...args], root);
      const { result } = JSON.parse(stdout);
      const { bitsPerSample } = soundIn(root, 'out/sounds/rain.wav');
      return [bitsPerSample, ...result.specs.map((spec: { status: string }) => spec.status)];
    };
    expect(run()).toEqual([16, 'generated', 'generated']);
    expect(run('--sample-format', 'pcm16')).toEqual([16, 'fresh', 'fresh']);
    expect(run('--sample-format', 'pcm24')).toEqual([24, 'generated', 'generated']);
    expect(run('--sample-format', 'pcm24')).toEqual([24, 'fresh', 'fresh']);
    expect(run('--sample-format', 'pcm24', '--dither')).toEqual([24, 'generated', 'generated']);
    expect(run('--sample-format', 'float32')).toEqual([32, 'generated', 'generated']);
    expect(run()).toEqual([16, 'cached', 'cached']);
  });
});
