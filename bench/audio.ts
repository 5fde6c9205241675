/**
 * Speed of @speccade/audio in millions of samples per second and times real time: `node bench/audio.ts` after a build.
 * Each baseline is the plain way to compute the same in the same run: one sample at a time, `Math.*`, coefficients anew
 * for every sample where something moves. Best of several rounds, both sides in turn.
 */
import { quantize, renderParams } from '@speccade/audio';
import { Pcg32 } from '@speccade/numerics';
import { type AudioParams, audioParams, type Filter, type Synthesis } from '@speccade/spec/kinds/audio_v1';
import { inBlocks } from '../packages/audio/src/dsp/process.ts';
import { filters } from '../packages/audio/src/filters/index.ts';
import { createFilter } from '../packages/audio/src/filters/types.ts';
import { synthesizers } from '../packages/audio/src/synthesis/index.ts';
import { synthesizerFor } from '../packages/audio/src/voice.ts';
import { printRows, type Row } from './row.ts';

const RATE = 44100;
const LENGTH = 1 << 18;
const ROUNDS = 7;

/** Fills or changes a signal. */
type Work = (x: Float64Array) => void;

function seconds(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

function compare(name: string, ours: Work, baseline: Work): Row {
  const x = new Float64Array(LENGTH).fill(0.1);
  let best = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY] as [number, number];
  for (let round = 0; round < ROUNDS; round++) {
    best = [
      Math.min(
        best[0],
        seconds(() => ours(x)),
      ),
      Math.min(
        best[1],
        seconds(() => baseline(x)),
      ),
    ];
  }
  const [a, b] = best.map((s) => LENGTH / s / 1e6) as [number, number];
  return { name, ours: a, baseline: b, ratio: a / b, unit: 'M samples/s' };
}

function voice(synthesis: Synthesis): Work {
  return (x) => {
    const context = { sampleRate: RATE, length: LENGTH, random: new Pcg32(1), modulation: {}, pan: 0, filters };
    const { render, finish } = synthesizerFor(synthesizers, synthesis)!.voice(synthesis, context);
    inBlocks(LENGTH, (start, end) => render(x, start, end));
    finish?.(x, LENGTH);
  };
}

function filter(parameters: Filter): Work {
  return (x) => {
    const process = createFilter(filters, parameters, { sampleRate: RATE, span: LENGTH });
    inBlocks(LENGTH, (start, end) => process.process(x, start, end));
  };
}

/** `shape` of a phase in radians, sample by sample. */
const plain =
  (shape: (phase: number) => number, hz = (_p: number) => 440): Work =>
  (x) => {
    let phase = 0;
    for (let i = 0; i < x.length; i++) {
      x[i] = shape(phase);
      phase += (2 * Math.PI * hz(i / x.length)) / RATE;
      if (phase >= 2 * Math.PI) phase -= 2 * Math.PI;
    }
  };

const rising = (p: number) => 110 * (880 / 110) ** p;

function plainBiquad(hz: (p: number) => number, moving: boolean): Work {
  return (x) => {
    let [x1, x2, y1, y2] = [0, 0, 0, 0];
    let [b0, b1, a1, a2] = [0, 0, 0, 0];
    for (let i = 0; i < x.length; i++) {
      if (moving || i === 0) {
        const w = (2 * Math.PI * hz(i / x.length)) / RATE;
        const alpha = Math.sin(w) / 2;
        const a0 = 1 + alpha;
        b0 = (1 - Math.cos(w)) / 2 / a0;
        b1 = (1 - Math.cos(w)) / a0;
        a1 = (-2 * Math.cos(w)) / a0;
        a2 = (1 - alpha) / a0;
      }
      const y = b0 * x[i]! + b1 * x1 + b0 * x2 - a1 * y1 - a2 * y2;
      x2 = x1;
      x1 = x[i]!;
      y2 = y1;
      y1 = y;
      x[i] = y;
    }
  };
}

const plainLadder: Work = (x) => {
  const s = [0, 0, 0, 0];
  const g = (2 * Math.PI * 1000) / RATE;
  for (let i = 0; i < x.length; i++) {
    let u = Math.tanh(x[i]! - 2 * s[3]!);
    for (let k = 0; k < 4; k++) u = s[k] = s[k]! + g * (u - s[k]!);
    x[i] = u;
  }
};

const plainNoise: Work = (x) => {
  const random = new Pcg32(1);
  for (let i = 0; i < x.length; i++) x[i] = random.nextBipolar();
  let peak = 0;
  for (let i = 0; i < x.length; i++) peak = Math.max(peak, Math.abs(x[i]!));
  for (let i = 0; i < x.length; i++) x[i] = x[i]! / peak;
};

/** Without the all-pass that tunes ours. */
const plainString: Work = (x) => {
  const line: number[] = [];
  const random = new Pcg32(1);
  for (let i = 0; i < 100; i++) line.push(random.nextBipolar());
  for (let i = 0; i < x.length; i++) {
    x[i] = line[i % 100]!;
    line[i % 100] = 0.99 * (0.5 * line[i % 100]! + 0.5 * line[(i + 1) % 100]!);
  }
};

const HARMONICS = [1, 0.5, 0.33, 0.25, 0.2, 0.17, 0.14, 0.12];
const harmonics = (phase: number) => HARMONICS.reduce((sum, a, h) => sum + a * Math.sin((h + 1) * phase), 0);

/** Four layers with filters, LFOs and envelopes, 4 s. */
const SONG: AudioParams = audioParams.parse({
  duration_seconds: 4,
  layers: [
    { type: 'oscillator', waveform: 'sawtooth', frequency: 110 },
    { type: 'fm_synth', carrier_freq: 220, modulator_freq: 440, modulation_index: 2 },
    { type: 'noise_burst', noise_type: 'pink' },
    { type: 'karplus_strong', frequency: 330, decay: 0.995, blend: 0.6 },
  ].map((synthesis, i) => ({
    synthesis,
    envelope: { attack: 0.01, decay: 0.5, sustain: 0.5, release: 0.5 },
    volume: 0.5,
    pan: i / 2 - 0.75,
    filter: { type: 'lowpass', cutoff: 4000, resonance: 1, cutoff_end: 500 },
    lfo: { config: { waveform: 'sine', rate: 5, depth: 0.5 }, target: { target: 'volume', amount: 0.5 } },
  })),
});

function whole(): Row {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    best = Math.min(
      best,
      seconds(() => quantize(renderParams(SONG, 1).channels)),
    );
  }
  const speed = SONG.duration_seconds / best;
  return {
    name: 'four layers with swept filters, stereo',
    ours: speed,
    baseline: 1,
    ratio: speed,
    unit: 'x real time',
  };
}

export function run(): Row[] {
  const lowpass = { type: 'lowpass', cutoff: 1000, resonance: 1 } as const;
  const osc = (waveform: 'sine' | 'sawtooth' | 'square' | 'triangle'): Synthesis => ({
    type: 'oscillator',
    waveform,
    frequency: 440,
  });
  const fm = plain((phase) => Math.sin(phase + 2 * Math.sin(1.5 * phase)));
  return [
    compare('oscillator sine', voice(osc('sine')), plain(Math.sin)),
    compare(
      'oscillator sawtooth',
      voice(osc('sawtooth')),
      plain((phase) => phase / Math.PI - 1),
    ),
    compare(
      'oscillator square',
      voice(osc('square')),
      plain((phase) => (phase < Math.PI ? 1 : -1)),
    ),
    compare(
      'oscillator triangle',
      voice(osc('triangle')),
      plain((phase) => Math.abs(phase / Math.PI - 1) * 2 - 1),
    ),
    compare(
      'oscillator sine, swept',
      voice({
        type: 'oscillator',
        waveform: 'sine',
        frequency: 110,
        freq_sweep: { end_freq: 880, curve: 'exponential' },
      }),
      plain(Math.sin, rising),
    ),
    compare('fm_synth', voice({ type: 'fm_synth', carrier_freq: 440, modulator_freq: 660, modulation_index: 2 }), fm),
    compare(
      'additive, 8 harmonics',
      voice({ type: 'additive', base_freq: 440, harmonics: HARMONICS }),
      plain(harmonics),
    ),
    compare('noise_burst white, normalised', voice({ type: 'noise_burst', noise_type: 'white' }), plainNoise),
    compare(
      'karplus_strong, tuned',
      voice({ type: 'karplus_strong', frequency: 441, decay: 0.99, blend: 0.5 }),
      plainString,
    ),
    compare(
      'biquad',
      filter(lowpass),
      plainBiquad(() => 1000, false),
    ),
    compare('biquad, swept', filter({ ...lowpass, cutoff: 110, cutoff_end: 880 }), plainBiquad(rising, true)),
    compare('ladder', filter({ type: 'ladder', cutoff: 1000, resonance: 0.5 }), plainLadder),
    whole(),
  ];
}

if (import.meta.main) printRows('Audio against a plain loop', run());
