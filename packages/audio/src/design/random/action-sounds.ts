/** Categories of what happens in a game. */
import type { Category } from './category.ts';
import { above, lin, log, maybe, of, pick } from './leaves.ts';
import { clean, crushed, grounded, hold, layer, noise, oscillator, room, strike, tone } from './parts.ts';

export const coin: Category = {
  about: 'something is picked up: two bright tones',
  named: { d: log(0.25, 0.5), f: log(700, 1300), step: log(0.05, 0.09) },
  params: {
    layers: [
      layer(oscillator(pick('sine', 'triangle', 'square'), of('f', 1)), {
        attack: 0.001,
        decay: of('step', 1),
        sustain: lin(0, 0.1),
        release: 0.03,
      }),
      layer(
        oscillator(pick('sine', 'triangle', 'square'), above('f', 4, 5, 7, 12)),
        { attack: 0.001, decay: of('d', 0.5, 0.7), sustain: 0, release: 0.05 },
        { delay: of('step', 1) },
      ),
    ],
  },
};

export const laser: Category = {
  about: 'a shot of a ray: a tone that falls fast',
  named: { d: log(0.15, 0.45), f: log(700, 2400) },
  params: pick(
    { layers: [layer(oscillator(tone, of('f', 1), of('f', 0.06, 0.3)), strike, { filter: clean })], effects: crushed },
    {
      layers: [
        layer(
          {
            type: 'fm_synth',
            carrier_freq: of('f', 1),
            modulator_freq: of('f', 0.5, 3),
            modulation_index: lin(1, 5),
            freq_sweep: { end_freq: of('f', 0.05, 0.25), curve: 'exponential' },
          },
          strike,
        ),
      ],
    },
    {
      layers: [layer(oscillator(tone, of('f', 1), of('f', 0.1, 0.3)), hold, { filter: clean })],
      effects: [{ type: 'flanger', rate: lin(0.3, 2), depth: 0.4, feedback: 0.4, delay_ms: lin(0.5, 3), wet: 0.4 }],
    },
  ),
};

export const explosion: Category = {
  about: 'something bursts: noise that darkens over a falling thump',
  named: { d: log(0.7, 2.2), f: log(2500, 9000) },
  params: {
    layers: [
      layer(
        noise(pick('white', 'pink'), {
          type: 'lowpass',
          cutoff: of('f', 1),
          resonance: lin(0.6, 1.2),
          cutoff_end: of('f', 0.02, 0.08),
        }),
        { attack: log(0.001, 0.01), decay: of('d', 0.5, 0.75), sustain: lin(0.03, 0.12), release: of('d', 0.2) },
      ),
      layer(
        oscillator('sine', lin(90, 160), lin(28, 45)),
        { attack: 0.002, decay: of('d', 0.3, 0.6), sustain: 0, release: of('d', 0.1) },
        { volume: lin(0.5, 0.9) },
      ),
      maybe(0.5, layer(noise('brown', clean), strike, { volume: lin(0.3, 0.7), delay: of('d', 0.04, 0.12) })),
    ],
    master_filter: grounded,
    effects: [maybe(0.6, { type: 'waveshaper', drive: lin(1.5, 5), curve: 'tanh', wet: lin(0.4, 0.9) })],
  },
};

export const powerup: Category = {
  about: 'something grows stronger: a rising run or a rising tone',
  named: { d: log(0.5, 1), f: log(300, 600), step: log(0.06, 0.1) },
  params: pick(
    {
      layers: [0, 4, 7, 12].map((semitones, i) =>
        layer(
          oscillator('square', above('f', semitones)),
          { attack: 0.002, decay: of('step', 1.5, 2.5), sustain: i === 3 ? lin(0.1, 0.3) : 0, release: of('d', 0.2) },
          { delay: of('step', i), filter: clean, volume: 0.6 },
        ),
      ),
      effects: room,
    },
    {
      layers: [
        layer(oscillator(tone, of('f', 1), of('f', 2, 4)), hold, {
          filter: clean,
          lfo: {
            config: { waveform: pick('square', 'sine', 'sawtooth'), rate: lin(6, 18), depth: 1 },
            target: { target: 'pitch', semitones: lin(0.5, 4) },
          },
        }),
      ],
    },
  ),
};

export const powerdown: Category = {
  about: 'something is lost: a falling run or a sinking tone',
  named: { d: log(0.5, 1.1), f: log(400, 800), step: log(0.08, 0.13) },
  params: pick(
    {
      layers: [0, -3, -7, -12].map((semitones, i) =>
        layer(
          oscillator('triangle', above('f', semitones)),
          { attack: 0.002, decay: of('step', 1.5, 2.5), sustain: i === 3 ? 0.15 : 0, release: of('d', 0.2) },
          { delay: of('step', i), volume: 0.6 },
        ),
      ),
      effects: room,
    },
    {
      layers: [
        layer(oscillator(tone, of('f', 1), of('f', 0.2, 0.4)), hold, {
          filter: { type: 'lowpass', cutoff: lin(2500, 5000), resonance: 0.8, cutoff_end: lin(400, 900) },
          lfo: {
            config: { waveform: 'sine', rate: lin(4, 9), depth: 1 },
            target: { target: 'pitch', semitones: lin(0.3, 1.5) },
          },
        }),
      ],
    },
  ),
};

export const hit: Category = {
  about: 'somebody is hurt: a short falling tone with noise',
  named: { d: log(0.12, 0.35), f: log(180, 700) },
  params: {
    layers: [
      layer(oscillator(tone, of('f', 1), of('f', 0.15, 0.4)), strike, { filter: clean }),
      layer(
        noise('white', { type: 'lowpass', cutoff: of('f', 8, 16), resonance: 0.8, cutoff_end: of('f', 1, 3) }),
        strike,
        { volume: lin(0.3, 0.8) },
      ),
    ],
    effects: crushed,
  },
};

export const jump: Category = {
  about: 'somebody jumps: a tone that rises',
  named: { d: log(0.15, 0.4), f: log(180, 450) },
  params: {
    layers: [
      layer(oscillator(pick('square', 'triangle', 'sine'), of('f', 1), of('f', 1.8, 3.2)), hold, {
        filter: { type: 'highpass', cutoff: of('f', 0.4, 0.8), resonance: 0.7 },
      }),
    ],
    effects: crushed,
  },
};

export const teleport: Category = {
  about: 'somebody vanishes: a warbling glide in a space',
  named: { d: log(0.5, 1.1), f: log(300, 900) },
  params: {
    layers: [
      layer(
        {
          type: 'fm_synth',
          carrier_freq: of('f', 1),
          modulator_freq: of('f', 0.25, 2),
          modulation_index: lin(1, 4),
          freq_sweep: { end_freq: pick(of('f', 3, 6), of('f', 0.15, 0.4)), curve: 'exponential' },
        },
        hold,
        {
          lfo: {
            config: { waveform: 'sine', rate: lin(8, 24), depth: 1 },
            target: { target: 'volume', amount: lin(0.4, 0.9) },
          },
        },
      ),
    ],
    effects: [
      { type: 'phaser', rate: lin(0.4, 3), depth: lin(0.5, 1), stages: pick(4, 6), wet: 0.5 },
      { type: 'reverb', room_size: lin(0.4, 0.8), damping: 0.4, wet: lin(0.1, 0.3), width: 1 },
    ],
  },
};
