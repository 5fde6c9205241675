/** What programs of other projects read in our files. Skipped where they are not on the PATH. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { audioBackend } from '@speccade/audio';
import type { Artifact, BackendContext, Spec } from '@speccade/spec';
import { audioParams } from '@speccade/spec/kinds/audio_v1';
import { expect, it } from 'vitest';

const golden = new URL('./', import.meta.url);
const names = readdirSync(golden).filter((file) => file.endsWith('.json') && file !== 'hashes.json');
const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;

/** Writes the files of a golden spec and calls `judge` with their paths. */
function withFiles(
  name: string,
  judge: (wav: Artifact, wavPath: string, pngPath: string) => void,
  context: BackendContext = {},
): void {
  const spec = JSON.parse(readFileSync(new URL(name, golden), 'utf8')) as Spec;
  const recipe = { ...spec.recipe!, params: audioParams.parse(spec.recipe!.params) };
  const [wav, png] = audioBackend.generate({ ...spec, recipe }, context) as [Artifact, Artifact];
  const folder = mkdtempSync(join(tmpdir(), 'speccade-foreign-'));
  try {
    const [wavPath, pngPath] = [join(folder, 'a.wav'), join(folder, 'a.png')];
    writeFileSync(wavPath, wav.bytes);
    writeFileSync(pngPath, png.bytes);
    judge(wav, wavPath, pngPath);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function output(program: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  expect(status, `${program} ${args.join(' ')}: ${stdout}${stderr}`).toBe(0);
  return stdout + stderr;
}

function judgeBySox(wav: Artifact, path: string, bits: number): void {
  const { sample_rate, channels, num_samples, peak } = wav.metrics as Record<string, number>;
  expect(output('sox', '--i', '-r', path).trim()).toBe(String(sample_rate));
  expect(output('sox', '--i', '-c', path).trim()).toBe(String(channels));
  expect(output('sox', '--i', '-s', path).trim()).toBe(String(num_samples));
  expect(output('sox', '--i', '-b', path).trim()).toBe(String(bits));
  const loudest = /Maximum amplitude: +([-\d.]+)[\s\S]*Minimum amplitude: +([-\d.]+)/.exec(
    output('sox', path, '-n', 'stat'),
  );
  const level = Math.max(Math.abs(Number(loudest![1])), Math.abs(Number(loudest![2])));
  expect(level).toBeCloseTo(peak!, 3);
}

it.skipIf(!has('sox')).each(names)('sox reads the sound of %s', (name) => {
  withFiles(name, (wav, path) => judgeBySox(wav, path, 16));
});

it.skipIf(!has('sox')).each([
  ['loop.json', { sampleFormat: 'pcm24' }, 24],
  ['loop.json', { sampleFormat: 'pcm24', dither: true }, 24],
  ['loop.json', { sampleFormat: 'float32' }, 32],
  ['effects-time.json', { dither: true }, 16],
  ['effects-time.json', { sampleFormat: 'pcm24', dither: true }, 24],
  ['effects-time.json', { sampleFormat: 'float32' }, 32],
  // An odd number of bytes.
  ['loop.json', { sampleFormat: 'pcm24', previewSeconds: 0.0101 }, 24],
] as const)('sox reads the sound of %s with %j', (name, context, bits) => {
  withFiles(name, (wav, path) => judgeBySox(wav, path, bits), context);
});

it.skipIf(!has('pngcheck')).each(names)('pngcheck reads the picture of %s', (name) => {
  withFiles(name, (_wav, _wavPath, path) => {
    expect(output('pngcheck', path)).toMatch(/^OK: .*1024x256, 4-bit palette/);
  });
});
