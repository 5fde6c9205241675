/** Start-up: what a short command costs beside starting Node for nothing. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle, median, wallTime } from './bundle.ts';
import { printRows, type Row } from './row.ts';

const RUNS = 15;

const beep = {
  spec_version: 1,
  asset_id: 'beep',
  asset_type: 'audio',
  license: 'CC0-1.0',
  seed: 1,
  description: 'A short beep',
  outputs: [{ kind: 'primary', format: 'wav', path: 'beep.wav' }],
  recipe: {
    kind: 'audio_v1',
    params: {
      duration_seconds: 0.1,
      layers: [
        {
          synthesis: { type: 'oscillator', waveform: 'sine', frequency: 440 },
          envelope: { attack: 0.01, decay: 0.02, sustain: 0.5, release: 0.05 },
          volume: 0.8,
          pan: 0,
        },
      ],
    },
  },
};

export async function run(): Promise<Row[]> {
  const script = bundle();
  const folder = mkdtempSync(join(tmpdir(), 'speccade-cold-'));
  writeFileSync(join(folder, 'beep.json'), JSON.stringify(beep));
  const cases: [string, string[]][] = [
    ['--version', ['--version']],
    ['generate, 0.1 s sound', ['generate', 'beep.json', '--no-cache', '--no-report']],
    ['generate, from the cache', ['generate', 'beep.json', '--no-report']],
    ['validate', ['validate', 'beep.json', '--no-report']],
  ];
  for (const [, args] of cases) wallTime([script, ...args], folder);
  const bare: number[] = [];
  const times = cases.map(() => [] as number[]);
  // In turns, so that a change of the machine's speed meets all of them.
  for (let i = 0; i < RUNS; i++) {
    bare.push(wallTime(['-e', '0'], folder));
    for (const [c, [, args]] of cases.entries()) times[c]!.push(wallTime([script, ...args], folder));
  }
  const baseline = median(bare);
  return cases.map(([name], c) => ({
    name,
    ours: median(times[c]!),
    baseline,
    ratio: median(times[c]!) / baseline,
    unit: 'ms',
  }));
}

if (import.meta.main) printRows('Cold start against node -e 0', await run());
