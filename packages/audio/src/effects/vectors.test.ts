import { describe, expect, it } from 'vitest';
import { paramsOf, type Sound, sound } from '../_fixtures.ts';
import { EFFECT_VECTORS, type EffectVector } from './_vectors.ts';

const LAYERS = [
  {
    synthesis: { type: 'fm_synth', carrier_freq: 440, modulator_freq: 660, modulation_index: 1.5 },
    envelope: { attack: 0.001, decay: 0.05, sustain: 0.2, release: 0.02 },
    pan: -0.5,
  },
  {
    synthesis: { type: 'noise_burst', noise_type: 'pink' },
    envelope: { attack: 0.001, decay: 0.03, sustain: 0, release: 0.01 },
    volume: 0.6,
    pan: 0.5,
  },
];
const CONFIG = { waveform: 'triangle', rate: 30, depth: 0.8, phase: 0.2 };

function render({ effect, target }: EffectVector, compat?: 'reference'): Sound {
  const params = paramsOf(LAYERS, {
    duration_seconds: 0.1,
    effects: effect ? [effect] : [],
    post_fx_lfos: target ? [{ config: CONFIG, target }] : [],
  });
  return sound(params, 42, { compat });
}

const framesOf = ({ pcm }: Sound) => [10, 100, 600, 1200, 2000].map((i) => `${pcm[2 * i]}/${pcm[2 * i + 1]}`).join(' ');

describe.each(EFFECT_VECTORS.map((vector) => [JSON.stringify([vector.effect, vector.target]), vector] as const))(
  '%s',
  (_, vector) => {
    it('as the reference', () => {
      const made = render(vector, 'reference');
      expect(framesOf(made)).toBe(vector.frames);
      expect(made.hash).toBe(vector.hash);
    });
    it(vector.differs ? `by default other (${vector.differs})` : 'by default the same', () => {
      if (vector.differs) expect(render(vector).hash).not.toBe(vector.hash);
      else expect(render(vector).hash).toBe(vector.hash);
    });
  },
);

it('a chain of reverb and compressor over two layers', () => {
  const params = paramsOf(
    [
      {
        synthesis: { type: 'karplus_strong', frequency: 220, decay: 0.99, blend: 0.6 },
        envelope: { attack: 0.005, decay: 0.05, sustain: 0.4, release: 0.08 },
        volume: 0.7,
        pan: -0.4,
        delay: 0.02,
      },
      {
        synthesis: { type: 'noise_burst', noise_type: 'pink' },
        envelope: { attack: 0.001, decay: 0.1, sustain: 0, release: 0.05 },
        volume: 0.3,
        pan: 0.3,
        filter: { type: 'lowpass', cutoff: 4000, cutoff_end: 500, resonance: 707 / 1000 },
      },
    ],
    {
      duration_seconds: 0.25,
      sample_rate: 44100,
      effects: [
        { type: 'reverb', room_size: 0.5, damping: 0.3, wet: 0.25, width: 1 },
        { type: 'compressor', threshold_db: -20, ratio: 3, attack_ms: 5, release_ms: 100, makeup_db: 2 },
      ],
    },
  );
  const made = sound(params, 7, { compat: 'reference' });
  const frames = [0, 50, 500, 2000, 5000, 9000].map((i) => `${made.pcm[2 * i]}/${made.pcm[2 * i + 1]}`).join(' ');
  expect(frames).toBe('0/0 -293/-478 1662/2712 -4025/-2718 30/-632 3462/462');
  expect(Math.max(...made.channels.map((x) => Math.max(...x.map(Math.abs))))).toBeCloseTo(0.555502, 6);
});
