/**
 * Speed of @speccade/audio in millions of samples per second and times real time: `node bench/audio.ts` after a build.
 * Each baseline is the plain way to compute the same in the same run: one sample at a time, `Math.*`, coefficients anew
 * for every sample where something moves. Best of several rounds, both sides in turn.
 */
import { quantize, renderParams } from '@speccade/audio';
import { Pcg32, RealFft } from '@speccade/numerics';
import { type AudioParams, audioParams, type Filter, type Synthesis } from '@speccade/spec/kinds/audio_v1';
import { inBlocks } from '../packages/audio/src/dsp/process.ts';
import { filters } from '../packages/audio/src/filters/index.ts';
import { createFilter } from '../packages/audio/src/filters/types.ts';
import { synthesizers } from '../packages/audio/src/synthesis/index.ts';
import { synthesizerFor } from '../packages/audio/src/voice.ts';
import { run as effects } from './audio-effects.ts';
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
    const context = { sampleRate: RATE, length: LENGTH, random: new Pcg32(1), modulation: {}, lowestPitch: 1, pan: 0, filters };
    const { render } = synthesizerFor(synthesizers, synthesis)!.voice(synthesis, context);
    inBlocks(LENGTH, (start, end) => render(x, start, end));
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

/** Partials of frequency, amplitude and decay rate, each with a sine and an exponential per sample. */
const plainModes =
  (modes: readonly (readonly [hz: number, amplitude: number, rate: number])[]): Work =>
  (x) => {
    x.fill(0);
    for (const [hz, amplitude, rate] of modes) {
      for (let i = 0; i < x.length; i++) {
        const t = i / RATE;
        x[i] = x[i]! + amplitude * Math.sin(2 * Math.PI * hz * t) * Math.exp(-rate * t);
      }
    }
  };

/** Grains of `size` samples every `interval`, window and sine computed for each sample of each. */
const plainGrains =
  (size: number, interval: number, hz: number): Work =>
  (x) => {
    x.fill(0);
    for (let at = 0; at < x.length; at += interval) {
      for (let k = 0; k < size && at + k < x.length; k++) {
        const w = 0.5 * (1 - Math.cos((2 * Math.PI * k) / size));
        x[at + k] = x[at + k]! + w * Math.sin((2 * Math.PI * hz * k) / RATE);
      }
    }
  };

/** Two frames of two samples each. */
const plainTable: Work = (x) => {
  const table = Array.from({ length: 64 * 256 }, (_, i) => Math.sin((2 * Math.PI * i) / 256));
  plain((phase) => {
    const at = (phase / (2 * Math.PI)) * 256;
    const [i, f] = [Math.floor(at) % 256, at % 1];
    const read = (frame: number) => table[frame * 256 + i]! * (1 - f) + table[frame * 256 + ((i + 1) % 256)]! * f;
    return read(12) * 0.4 + read(13) * 0.6;
  })(x);
};

/** Eight bands: a biquad, three sines and a random number each. */
const plainVocoder: Work = (x) => {
  const random = new Pcg32(1);
  const carrier = x.map((_, i) => 2 * ((i * 110) / RATE - Math.floor((i * 110) / RATE)) - 1);
  x.fill(0);
  for (let band = 0; band < 8; band++) {
    const y = carrier.slice();
    plainBiquad(() => 200 * (band + 1), false)(y);
    let level = 0;
    for (let i = 0; i < x.length; i++) {
      const a = (4 * Math.PI * i) / RATE + band;
      const goal = Math.sin(a) + Math.sin(2.3 * a) + Math.sin(3.7 * a) + 0.1 * random.nextBipolar();
      level = goal + 0.99 * (level - goal);
      x[i] = x[i]! + y[i]! * level;
    }
  }
};

const plainFormant: Work = (x) => {
  const pulse = (u: number) =>
    u < 0.4 ? 3 * (u / 0.4) ** 2 - 2 * (u / 0.4) ** 3 : u < 0.7 ? 1 - ((u - 0.4) / 0.3) ** 2 : 0;
  plain((phase) => pulse(phase / (2 * Math.PI)))(x);
  const sum = new Float64Array(x.length);
  for (const hz of [800, 1200, 2800, 3500, 4500]) {
    const y = x.slice();
    plainBiquad(() => hz, false)(y);
    for (let i = 0; i < x.length; i++) sum[i] = sum[i]! + y[i]!;
  }
  x.set(sum);
};

const plainSaws: Work = (x) => {
  const steps = Array.from({ length: 7 }, (_, v) => (220 * 2 ** ((v - 3) / 180)) / RATE);
  for (let i = 0; i < x.length; i++) {
    let sum = 0;
    for (const step of steps) sum += 2 * ((i * step) % 1) - 1;
    x[i] = sum / 7;
  }
};

const plainPipe: Work = (x) => {
  const line: number[] = Array(100).fill(0);
  const random = new Pcg32(1);
  let z = 0;
  for (let i = 0; i < x.length; i++) {
    z = 0.66 * line[(i + 1) % 100]! + 0.34 * z;
    line[i % 100] = 0.2 * random.nextBipolar() + 0.5 * Math.sin((2 * Math.PI * 440 * i) / RATE) + Math.tanh(0.8 * z);
    x[i] = z;
  }
};

const plainBow: Work = (x) => {
  const [bridge, nut]: [number[], number[]] = [Array(12).fill(0), Array(88).fill(0)];
  let [fb, fn] = [0, 0];
  for (let i = 0; i < x.length; i++) {
    const [vb, vn] = [bridge[(i + 1) % 12]!, nut[(i + 1) % 88]!];
    const v = (0.2 - vb - vn) * 2.8;
    const f = v * Math.max(1 - Math.abs(v), 0) * 0.7;
    fb = 0.66 * (vn + f / 2) + 0.34 * fb;
    fn = 0.66 * (vb + f / 2) + 0.34 * fn;
    bridge[i % 12] = -0.98 * fb;
    nut[i % 88] = -0.99 * fn;
    x[i] = fb;
  }
};

const plainComb: Work = (x) => {
  for (let i = 0; i < x.length; i++) x[i] = (i < 100 ? i / 50 - 1 : 0) + (i < 100 ? 0 : 0.99 * x[i - 100]!);
};

const plainVosim: Work = (x) => {
  for (let i = 0; i < x.length; i++) {
    const k = i % 400;
    x[i] = k < 165 ? Math.sin((2 * Math.PI * 800 * k) / RATE) ** 2 * Math.exp((-2.5 * k) / 165) : 0;
  }
};

/** A phase vocoder with angles: arc tangent once, sine and cosine per bin and frame. */
const plainFreeze: Work = (x) => {
  const fft = new RealFft(2048);
  const [re, im, frame] = [new Float64Array(1025), new Float64Array(1025), new Float64Array(2048)];
  fft.forward(frame.map(Math.sin), re, im);
  const size = re.map((r, k) => Math.hypot(r, im[k]!));
  const angle = re.map((r, k) => Math.atan2(im[k]!, r));
  x.fill(0);
  for (let at = 0; at + 2048 <= x.length; at += 512) {
    for (let k = 0; k < 1025; k++) {
      re[k] = size[k]! * Math.cos(angle[k]!);
      im[k] = size[k]! * Math.sin(angle[k]!);
      angle[k] = angle[k]! + k;
    }
    fft.inverse(re, im, frame);
    for (let k = 0; k < 2048; k++) {
      x[at + k] = x[at + k]! + frame[k]! * 0.5 * (1 - Math.cos((2 * Math.PI * k) / 2048));
    }
  }
};

const MODES = [1, 2.76, 5.4, 8.9].map((freq_ratio, k) => ({
  freq_ratio,
  amplitude: 1 / (k + 1),
  decay_time: 2 / (k + 1),
}));

/** A row for every generator that is not an oscillator, FM, noise, string or sum of harmonics. */
function generators(): Row[] {
  const modes = MODES.map((m) => [440 * m.freq_ratio, m.amplitude, 3 / m.decay_time] as const);
  const metal = Array.from({ length: 6 }, (_, n) => [600 * (n + 1) ** 1.4, 0.5 ** n, 3 + n] as const);
  const skin = Array.from({ length: 9 }, (_, n) => [110 * (1 + 0.3 * n), 1 / (1 + n), 3 + n] as const);
  let feedback = 0;
  const feed = (phase: number) => {
    feedback = Math.sin(phase + 0.9 * feedback);
    return feedback;
  };
  const sources = ['sine', 'saw', 'square', 'wavetable'] as const;
  const rows: [name: string, synthesis: Synthesis, baseline: Work][] = [
    ['feedback_fm', { type: 'feedback_fm', frequency: 440, feedback: 0.9, modulation_index: 1 }, plain(feed)],
    [
      'am_synth',
      { type: 'am_synth', carrier_freq: 440, modulator_freq: 110, modulation_depth: 0.5 },
      plain((phase) => (Math.sin(phase) * (1 + 0.5 * Math.sin(phase / 4))) / 1.5),
    ],
    [
      'ring_mod_synth',
      { type: 'ring_mod_synth', carrier_freq: 440, modulator_freq: 110, mix: 0.7 },
      plain((phase) => Math.sin(phase) * (0.3 + 0.7 * Math.sin(phase / 4))),
    ],
    [
      'pitched_body',
      { type: 'pitched_body', start_freq: 110, end_freq: 880 },
      plain((a) => Math.sin(a) + Math.sin(2 * a) / 2 + Math.sin(3 * a) / 4 + Math.sin(4 * a) / 8, rising),
    ],
    [
      'metallic, 6 partials',
      { type: 'metallic', base_freq: 600, num_partials: 6, inharmonicity: 1.4 },
      plainModes(metal),
    ],
    [
      'granular, tone, overlap 4',
      {
        type: 'granular',
        source: { type: 'tone', waveform: 'sine', frequency: 440 },
        grain_size_ms: 80,
        grain_density: 50,
        pitch_spread: 1,
        position_spread: 0.3,
        pan_spread: 0,
      },
      plainGrains(3528, 882, 440),
    ],
    ['wavetable', { type: 'wavetable', table: 'digital', frequency: 440, position: 0.2 }, plainTable],
    [
      'pd_synth resonant',
      { type: 'pd_synth', frequency: 440, distortion: 3, distortion_decay: 0, waveform: 'resonant' },
      plain((phase) => Math.sin(2 * Math.PI * (phase / (2 * Math.PI)) ** 4)),
    ],
    ['modal, 4 modes', { type: 'modal', frequency: 440, modes: MODES, excitation: 'pluck' }, plainModes(modes)],
    [
      'vocoder, 8 bands',
      {
        type: 'vocoder',
        carrier_freq: 110,
        carrier_type: 'sawtooth',
        num_bands: 8,
        band_spacing: 'logarithmic',
        envelope_attack: 0.01,
        envelope_release: 0.05,
        formant_rate: 2,
        bands: [],
      },
      plainVocoder,
    ],
    [
      'formant, 5 resonances',
      { type: 'formant', frequency: 440, formants: [], vowel: 'a', morph_amount: 0, breathiness: 0 },
      plainFormant,
    ],
    [
      'vector',
      {
        type: 'vector',
        frequency: 440,
        sources: sources.map((source_type) => ({ source_type, frequency_ratio: 1 })) as never,
        position_x: 0.5,
        position_y: 0.5,
        path: [],
        path_loop: false,
        path_curve: 'linear',
      },
      plain((a) => {
        let table = 0;
        for (let h = 1; h <= 4; h++) table += Math.sin(h * a) / h;
        return (Math.sin(a) + a / Math.PI - 1 + (a < Math.PI ? 1 : -1) + table) / 4;
      }),
    ],
    [
      'supersaw_unison, 7 voices, mono',
      { type: 'supersaw_unison', frequency: 220, voices: 7, detune_cents: 20, spread: 0, detune_curve: 'linear' },
      plainSaws,
    ],
    [
      'waveguide, tuned',
      { type: 'waveguide', frequency: 440, breath: 0.7, noise: 0.3, damping: 0.3, resonance: 0.8 },
      plainPipe,
    ],
    [
      'bowed_string, tuned',
      { type: 'bowed_string', frequency: 440, bow_pressure: 0.6, bow_position: 0.12, damping: 0.3 },
      plainBow,
    ],
    [
      'membrane_drum, 9 modes',
      { type: 'membrane_drum', frequency: 110, decay: 0.5, tone: 0.5, strike: 0.5 },
      plainModes(skin),
    ],
    ['comb_filter_synth', { type: 'comb_filter_synth', frequency: 441, decay: 0.99, excitation: 'saw' }, plainComb],
    [
      'pulsar, overlap 2',
      { type: 'pulsar', frequency: 800, pulse_rate: 100, grain_size_ms: 20, shape: 'sine' },
      plainGrains(882, 441, 800),
    ],
    ['vosim', { type: 'vosim', frequency: 110, formant_freq: 800, pulses: 3, breathiness: 0 }, plainVosim],
    [
      'spectral_freeze',
      { type: 'spectral_freeze', source: { type: 'tone', waveform: 'sine', frequency: 440 } },
      plainFreeze,
    ],
  ];
  return rows.map(([name, synthesis, baseline]) => compare(name, voice(synthesis), baseline));
}

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
    ...generators(),
    compare(
      'biquad',
      filter(lowpass),
      plainBiquad(() => 1000, false),
    ),
    compare('biquad, swept', filter({ ...lowpass, cutoff: 110, cutoff_end: 880 }), plainBiquad(rising, true)),
    compare('ladder', filter({ type: 'ladder', cutoff: 1000, resonance: 0.5 }), plainLadder),
    ...effects(),
    whole(),
  ];
}

if (import.meta.main) printRows('Audio against a plain loop', run());
