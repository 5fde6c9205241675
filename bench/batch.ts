/** Batches: a first run, the same from the cache into another folder, and runs in which nothing has changed. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle, median, wallTime } from './bundle.ts';
import { printRows, type Row } from './row.ts';

const LONG = 120;
const UNCHANGED = 10_000;

const noise = {
  type: 'noise_burst',
  noise_type: 'pink',
  filter: { type: 'bandpass', center: 800, resonance: 2, center_end: 3000 },
};
const saw = {
  type: 'multi_oscillator',
  frequency: 110,
  oscillators: [
    { waveform: 'sawtooth', detune: -8 },
    { waveform: 'sawtooth', detune: 8 },
  ],
};

function spec(index: number, seconds: number, layers: readonly object[]): string {
  const envelope = { attack: 0.01, decay: 0.1, sustain: 0.6, release: 0.2 };
  return JSON.stringify({
    spec_version: 1,
    asset_id: `sound-${index}`,
    asset_type: 'audio',
    license: 'CC0-1.0',
    seed: index,
    description: 'A sound of the batch benchmark',
    outputs: [{ kind: 'primary', format: 'wav', path: `s${index % 100}/sound-${index}.wav` }],
    recipe: {
      kind: 'audio_v1',
      params: {
        duration_seconds: seconds,
        layers: layers.map((synthesis) => ({ synthesis, envelope, volume: 0.5, pan: 0.2 })),
      },
    },
  });
}

function folderOf(count: number, text: (index: number) => string): string {
  const folder = mkdtempSync(join(tmpdir(), 'speccade-batch-'));
  for (let i = 0; i < count; i++) {
    mkdirSync(join(folder, 'specs', `d${i % 100}`), { recursive: true });
    writeFileSync(join(folder, 'specs', `d${i % 100}`, `${i}.json`), text(i));
  }
  return folder;
}

export async function run(): Promise<Row[]> {
  const script = bundle();
  const rows: Row[] = [];
  const sounds = folderOf(LONG, (i) => spec(i, 4, [noise, saw, noise, saw]));
  const all = (out: string, ...args: string[]) =>
    wallTime([script, 'generate-all', 'specs', '-o', out, ...args], sounds);
  const one = all('one', '--jobs', '1', '--no-cache');
  const first = all('first');
  rows.push({
    name: `${LONG} sounds, ${availableParallelism()} workers vs 1`,
    ours: first / LONG,
    baseline: one / LONG,
    ratio: first / one,
    unit: 'ms/spec',
  });
  const cached = median([1, 2, 3].map((i) => all(`cached${i}`)));
  rows.push({
    name: 'from the cache vs first run',
    ours: cached / LONG,
    baseline: first / LONG,
    ratio: cached / first,
    unit: 'ms/spec',
  });
  const same = median([1, 2, 3].map(() => all('first')));
  rows.push({
    name: 'up to date vs first run',
    ours: same / LONG,
    baseline: first / LONG,
    ratio: same / first,
    unit: 'ms/spec',
  });
  rmSync(sounds, { recursive: true, force: true });

  const beep = { type: 'oscillator', waveform: 'sine', frequency: 440 };
  const many = folderOf(UNCHANGED, (i) => spec(i, 0.05, [beep]));
  const made = wallTime([script, 'generate-all', 'specs', '-o', 'out'], many);
  const noop = median([1, 2, 3].map(() => wallTime([script, 'generate-all', 'specs', '-o', 'out'], many)));
  rows.push({
    name: `${UNCHANGED} unchanged specs vs making them`,
    ours: noop / UNCHANGED,
    baseline: made / UNCHANGED,
    ratio: noop / made,
    unit: 'ms/spec',
  });
  rmSync(many, { recursive: true, force: true });
  return rows;
}

if (import.meta.main) printRows('Batches', await run());
