/** Categories of things and places. */
import type { Category } from './category.ts';
import { lin, log, of, pick } from './leaves.ts';
import { clean, grounded, layer, noise, oscillator, strike, swell } from './parts.ts';

export const whoosh: Category = {
  about: 'something passes fast: a band of noise that sweeps',
  named: { d: log(0.25, 0.7), f: log(500, 1600) },
  params: {
    layers: [
      layer(
        noise(
          pick('white', 'pink'),
          pick(
            { type: 'bandpass', center: of('f', 1), resonance: lin(1, 3), center_end: of('f', 2, 5) },
            { type: 'bandpass', center: of('f', 3), resonance: lin(1, 3), center_end: of('f', 0.5, 1) },
          ),
        ),
        swell,
      ),
    ],
  },
};

export const drum: Category = {
  about: 'a kick, a snare, a tom or a hi-hat',
  named: { d: log(0.18, 0.45), f: log(48, 62) },
  params: pick(
    {
      layers: [
        layer(oscillator('sine', of('f', 3, 5), of('f', 0.8, 1)), strike),
        layer(
          noise('white', { type: 'highpass', cutoff: lin(1500, 4000), resonance: 0.7 }),
          {
            attack: 0.0005,
            decay: lin(0.006, 0.02),
            sustain: 0,
            release: 0.005,
          },
          { volume: lin(0.1, 0.35) },
        ),
      ],
    },
    {
      layers: [
        layer(
          {
            type: 'membrane_drum',
            frequency: of('f', 3, 4),
            decay: lin(0.7, 0.95),
            tone: lin(0.3, 0.7),
            strike: lin(0.4, 0.9),
          },
          strike,
        ),
        layer(noise('white', { type: 'highpass', cutoff: lin(900, 2500), resonance: 0.7 }), strike, {
          volume: lin(0.5, 0.9),
        }),
      ],
    },
    {
      layers: [
        layer(
          {
            type: 'membrane_drum',
            frequency: of('f', 1.6, 3),
            decay: lin(0.4, 0.7),
            tone: lin(0.2, 0.6),
            strike: lin(0.3, 0.7),
          },
          strike,
        ),
      ],
    },
    {
      layers: [
        layer(noise('white', { type: 'highpass', cutoff: lin(6000, 9000), resonance: 0.9 }), strike),
        layer({ type: 'metallic', base_freq: lin(3000, 5000), num_partials: 6, inharmonicity: lin(1.1, 1.4) }, strike, {
          volume: lin(0.1, 0.4),
        }),
      ],
    },
  ),
};

export const footstep: Category = {
  about: 'a step on gravel, wood or grass',
  named: { d: log(0.1, 0.22), f: log(300, 2400) },
  params: {
    layers: [
      layer(noise(pick('white', 'pink'), { type: 'bandpass', center: of('f', 1), resonance: lin(0.6, 2) }), {
        attack: log(0.001, 0.008),
        decay: of('d', 0.4, 0.7),
        sustain: 0,
        release: of('d', 0.1),
      }),
      layer({ type: 'pitched_body', start_freq: lin(110, 190), end_freq: lin(55, 90) }, strike, {
        volume: lin(0.3, 0.7),
        filter: clean,
      }),
    ],
  },
};

export const thud: Category = {
  about: 'something heavy lands',
  named: { d: log(0.2, 0.5), f: log(60, 130) },
  params: {
    master_filter: grounded,
    layers: [
      layer({ type: 'pitched_body', start_freq: of('f', 1.5, 2.5), end_freq: of('f', 0.6, 0.9) }, strike),
      layer(noise('pink', { type: 'lowpass', cutoff: of('f', 6, 14), resonance: 0.7 }), strike, {
        volume: lin(0.3, 0.7),
      }),
    ],
  },
};

export const ambience: Category = {
  about: 'a place: wind, a hum or a drone',
  named: { d: log(3, 5), f: log(55, 160) },
  params: pick(
    {
      master_filter: grounded,
      layers: [
        layer(noise('pink', { type: 'bandpass', center: lin(300, 800), resonance: lin(0.8, 2) }), swell, {
          lfo: {
            config: { waveform: 'sine', rate: lin(0.2, 0.7), depth: 1 },
            target: { target: 'volume', amount: lin(0.3, 0.7) },
          },
        }),
        layer(noise('brown', clean), swell, { volume: lin(0.2, 0.5), pan: lin(-0.4, 0.4) }),
      ],
    },
    {
      master_filter: grounded,
      layers: [
        layer(
          { type: 'supersaw_unison', frequency: of('f', 1), voices: 5, detune_cents: lin(6, 18), spread: 0.8 },
          swell,
          {
            filter: { type: 'lowpass', cutoff: of('f', 4, 9), resonance: lin(0.7, 1.5) },
          },
        ),
        layer(noise('pink', { type: 'lowpass', cutoff: lin(300, 900), resonance: 0.7 }), swell, {
          volume: lin(0.1, 0.3),
        }),
      ],
      effects: [{ type: 'reverb', room_size: lin(0.6, 0.9), damping: lin(0.3, 0.6), wet: lin(0.2, 0.4), width: 1 }],
    },
    {
      master_filter: grounded,
      layers: [
        layer(
          {
            type: 'granular',
            source: { type: 'tone', waveform: 'sine', frequency: of('f', 3, 6) },
            grain_size_ms: lin(80, 200),
            grain_density: lin(15, 40),
            pitch_spread: lin(0.1, 7),
            position_spread: 0.6,
            pan_spread: 0.8,
          },
          swell,
        ),
      ],
      effects: [{ type: 'reverb', room_size: lin(0.6, 0.9), damping: 0.4, wet: lin(0.2, 0.4), width: 1 }],
    },
  ),
};
