/** Every synthesis type, beside the plain way to make the same. */
import { Pcg32 } from '@speccade/numerics';
import type { Synthesis } from '@speccade/spec/kinds/audio_v1';
import { inBlocks } from '../../packages/audio/src/dsp/process.ts';
import { filters } from '../../packages/audio/src/filters/index.ts';
import { synthesizers } from '../../packages/audio/src/synthesis/index.ts';
import { synthesizerFor } from '../../packages/audio/src/voice.ts';
import { compare, LENGTH, RATE, requireAll, type Speed, type Work } from './measure.ts';
import {
  HARMONICS,
  harmonics,
  plain,
  plainBow,
  plainComb,
  plainFormant,
  plainFreeze,
  plainGrains,
  plainModes,
  plainNoise,
  plainPipe,
  plainSaws,
  plainString,
  plainTable,
  plainVocoder,
  plainVosim,
  rising,
} from './plain-generators.ts';

const MODES = [1, 2.76, 5.4, 8.9].map((freq_ratio, k) => ({
  freq_ratio,
  amplitude: 1 / (k + 1),
  decay_time: 2 / (k + 1),
}));

/** A voice on its own, of one channel, at the level that it has by itself. */
function voice(synthesis: Synthesis): Work {
  return (x) => {
    const context = {
      sampleRate: RATE,
      length: LENGTH,
      random: new Pcg32(1),
      modulation: {},
      lowestPitch: 1,
      pan: 0,
      filters,
    };
    const { render } = synthesizerFor(synthesizers, synthesis)!.voice(synthesis, context);
    inBlocks(LENGTH, (start, end) => render(x, start, end));
  };
}

const oscillator = (waveform: 'sine' | 'sawtooth' | 'square' | 'triangle' | 'pulse', frequency = 440): Synthesis => ({
  type: 'oscillator',
  waveform,
  frequency,
  ...(waveform === 'pulse' && { duty: 0.3 }),
});

type Case = readonly [name: string, synthesis: Synthesis, baseline: Work];

/** Oscillators, FM, noise, strings and sums of harmonics. */
const SIMPLE: readonly Case[] = [
  ['oscillator sine', oscillator('sine'), plain(Math.sin)],
  ['oscillator sawtooth', oscillator('sawtooth'), plain((phase) => phase / Math.PI - 1)],
  [
    'oscillator sawtooth, 3 kHz',
    oscillator('sawtooth', 3000),
    plain(
      (phase) => phase / Math.PI - 1,
      () => 3000,
    ),
  ],
  ['oscillator square', oscillator('square'), plain((phase) => (phase < Math.PI ? 1 : -1))],
  ['oscillator pulse', oscillator('pulse'), plain((phase) => (phase < 0.6 * Math.PI ? 1 : -1))],
  ['oscillator triangle', oscillator('triangle'), plain((phase) => Math.abs(phase / Math.PI - 1) * 2 - 1)],
  [
    'oscillator sine, swept',
    { type: 'oscillator', waveform: 'sine', frequency: 110, freq_sweep: { end_freq: 880, curve: 'exponential' } },
    plain(Math.sin, rising),
  ],
  [
    'multi_oscillator, 3 sawtooths',
    {
      type: 'multi_oscillator',
      frequency: 220,
      oscillators: [-8, 0, 8].map((detune) => ({ waveform: 'sawtooth', volume: 1, detune })),
    },
    (x) => {
      const steps = [-8, 0, 8].map((cents) => (220 * 2 ** (cents / 1200)) / RATE);
      for (let i = 0; i < x.length; i++) {
        let sum = 0;
        for (const step of steps) sum += 2 * ((i * step) % 1) - 1;
        x[i] = sum / 3;
      }
    },
  ],
  [
    'fm_synth',
    { type: 'fm_synth', carrier_freq: 440, modulator_freq: 660, modulation_index: 2 },
    plain((phase) => Math.sin(phase + 2 * Math.sin(1.5 * phase))),
  ],
  ['additive, 8 harmonics', { type: 'additive', base_freq: 440, harmonics: HARMONICS }, plain(harmonics)],
  ['noise_burst white, normalised', { type: 'noise_burst', noise_type: 'white' }, plainNoise],
  ['karplus_strong, tuned', { type: 'karplus_strong', frequency: 441, decay: 0.99, blend: 0.5 }, plainString],
];

function complex(): Case[] {
  const modes = MODES.map((m) => [440 * m.freq_ratio, m.amplitude, 3 / m.decay_time] as const);
  const metal = Array.from({ length: 6 }, (_, n) => [600 * (n + 1) ** 1.4, 0.5 ** n, 3 + n] as const);
  const skin = Array.from({ length: 9 }, (_, n) => [110 * (1 + 0.3 * n), 1 / (1 + n), 3 + n] as const);
  let feedback = 0;
  const feed = (phase: number) => {
    feedback = Math.sin(phase + 0.9 * feedback);
    return feedback;
  };
  const sources = ['sine', 'saw', 'square', 'wavetable'] as const;
  return [
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
}

export function synthesisSpeeds(): Speed[] {
  const cases = [...SIMPLE, ...complex()];
  requireAll(
    Object.keys(synthesizers),
    cases.map(([, { type }]) => type),
  );
  return cases.map(([name, synthesis, baseline]) => compare(name, voice(synthesis), baseline));
}
