/** Categories of menus and messages. */
import type { Category } from './category.ts';
import { above, lin, log, maybe, of, pick, whole } from './leaves.ts';
import { clean, layer, noise, oscillator, room, strike, tone } from './parts.ts';

export const blip: Category = {
  about: 'a choice moves: one short plain tone',
  named: { d: log(0.05, 0.13), f: log(350, 1100) },
  params: {
    layers: [
      layer(
        oscillator(pick('square', 'triangle', 'sine'), of('f', 1)),
        { attack: 0.002, decay: of('d', 0.2), sustain: lin(0.4, 0.8), release: of('d', 0.3, 0.5) },
        { filter: { type: 'highpass', cutoff: of('f', 0.3), resonance: 0.7 } },
      ),
    ],
  },
};

export const click: Category = {
  about: 'a button is pressed: a tick with a little body',
  named: { d: log(0.03, 0.08), f: log(1200, 4000) },
  params: {
    layers: [
      layer(
        {
          type: 'modal',
          frequency: of('f', 1),
          excitation: 'impulse',
          modes: [
            { freq_ratio: 1, amplitude: 1, decay_time: of('d', 0.4, 1) },
            { freq_ratio: lin(1.6, 2.9), amplitude: lin(0.3, 0.7), decay_time: of('d', 0.3, 0.6) },
          ],
        },
        { attack: 0.0005, decay: of('d', 0.6), sustain: 0, release: of('d', 0.2) },
      ),
      maybe(
        0.6,
        layer(noise('white', { type: 'bandpass', center: of('f', 1, 2), resonance: lin(0.7, 2) }), strike, {
          volume: lin(0.1, 0.4),
        }),
      ),
    ],
  },
};

export const confirm: Category = {
  about: 'yes: two or three clear notes upwards',
  named: { d: log(0.35, 0.6), f: log(450, 900), step: log(0.07, 0.12) },
  params: {
    layers: [
      layer(oscillator(pick('sine', 'triangle'), of('f', 1)), strike, { volume: 0.7 }),
      layer(oscillator(pick('sine', 'triangle'), above('f', 4, 5, 7)), strike, { delay: of('step', 1), volume: 0.7 }),
      maybe(0.5, layer(oscillator('sine', above('f', 12)), strike, { delay: of('step', 2), volume: 0.6 })),
    ],
    effects: room,
  },
};

export const deny: Category = {
  about: 'no: a low buzz, once or twice',
  named: { d: log(0.25, 0.45), f: log(90, 200) },
  params: {
    layers: [
      layer(
        {
          type: 'multi_oscillator',
          frequency: of('f', 1),
          oscillators: [{ waveform: 'sawtooth' }, { waveform: 'square', detune: lin(-30, 30), volume: lin(0.4, 1) }],
        },
        { attack: 0.003, decay: of('d', 0.1), sustain: lin(0.7, 0.9), release: of('d', 0.15) },
        {
          filter: { type: 'highpass', cutoff: of('f', 0.8), resonance: 0.7 },
          lfo: {
            config: { waveform: 'square', rate: lin(5, 11), depth: 1 },
            target: { target: 'volume', amount: lin(0.7, 1) },
          },
        },
      ),
    ],
  },
};

export const alarm: Category = {
  about: 'danger: two tones in turn, or a wail',
  named: { d: log(1, 2), f: log(450, 1000) },
  params: {
    layers: [
      layer(
        oscillator(tone, of('f', 1)),
        { attack: 0.01, decay: 0.05, sustain: 0.85, release: of('d', 0.08) },
        {
          filter: { type: 'lowpass', cutoff: of('f', 4, 8), resonance: 0.7 },
          lfo: {
            config: { waveform: pick('square', 'triangle', 'sine', 'sawtooth'), rate: lin(1.5, 5), depth: 1 },
            target: { target: 'pitch', semitones: lin(2, 6) },
          },
        },
      ),
    ],
  },
};

export const bell: Category = {
  about: 'a chime for messages',
  named: { d: log(1, 2.2), f: log(500, 1500) },
  params: {
    layers: [
      layer(
        {
          type: 'modal',
          frequency: of('f', 1),
          excitation: pick('impulse', 'pluck'),
          modes: [
            { freq_ratio: 1, amplitude: 1, decay_time: of('d', 0.6, 1) },
            { freq_ratio: lin(1.98, 2.02), amplitude: lin(0.2, 0.5), decay_time: of('d', 0.4, 0.7) },
            { freq_ratio: lin(2.6, 3.1), amplitude: lin(0.2, 0.6), decay_time: of('d', 0.3, 0.5) },
            { freq_ratio: lin(4.1, 5.6), amplitude: lin(0.1, 0.4), decay_time: of('d', 0.15, 0.3) },
          ],
        },
        { attack: 0.001, decay: of('d', 0.5), sustain: lin(0.3, 0.5), release: of('d', 0.4) },
      ),
    ],
    effects: room,
  },
};

export const synth: Category = {
  about: 'a note to play tunes with',
  named: { d: log(0.5, 1.2), f: log(110, 440) },
  params: {
    layers: [
      layer(
        pick(
          {
            type: 'supersaw_unison',
            frequency: of('f', 1),
            voices: whole(3, 7),
            detune_cents: lin(8, 30),
            spread: lin(0.3, 0.9),
          },
          { type: 'fm_synth', carrier_freq: of('f', 1), modulator_freq: of('f', 2), modulation_index: lin(0.5, 3) },
          {
            type: 'wavetable',
            table: pick('analog', 'basic', 'organ'),
            frequency: of('f', 1),
            position: lin(0.1, 0.7),
            voices: 3,
            detune: lin(5, 15),
          },
        ),
        { attack: log(0.005, 0.05), decay: of('d', 0.2), sustain: lin(0.5, 0.8), release: of('d', 0.3) },
        {
          filter: pick(clean, {
            type: 'lowpass',
            cutoff: of('f', 6, 20),
            resonance: lin(0.7, 2),
            cutoff_end: of('f', 2, 5),
          }),
        },
      ),
    ],
    effects: room,
  },
};
