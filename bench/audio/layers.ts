/** What LFOs cost a layer, beside the same layer without one, and a whole sound. */
import { quantize, renderParams } from '@speccade/audio';
import { type AudioParams, audioParams } from '@speccade/spec/kinds/audio_v1';
import { best, RATE, type Speed, speedOf } from './measure.ts';

const SECONDS = 4;
const envelope = { attack: 0.01, decay: 0.5, sustain: 0.5, release: 0.5 };
const config = { waveform: 'sine', rate: 5, depth: 0.5 };
const filter = { type: 'lowpass', cutoff: 4000, resonance: 1 };

const SAW = { type: 'oscillator', waveform: 'sawtooth', frequency: 110 };
const SQUARE = { type: 'oscillator', waveform: 'square', frequency: 110 };
const FM = { type: 'fm_synth', carrier_freq: 220, modulator_freq: 440, modulation_index: 2 };
const CLOUD = {
  type: 'granular',
  source: { type: 'tone', waveform: 'sine', frequency: 440 },
  grain_size_ms: 80,
  grain_density: 50,
};

/** As in a spec, before defaults. */
type Raw = Readonly<Record<string, unknown>>;

/** Every target of a layer's LFO. */
const TARGETS: readonly (readonly [target: Raw & { target: string }, synthesis: Raw & { type: string }])[] = [
  [{ target: 'pitch', semitones: 2 }, SAW],
  [
    { target: 'pitch', semitones: 2 },
    { type: 'modal', frequency: 440, modes: [{ freq_ratio: 1, amplitude: 1, decay_time: 2 }], excitation: 'pluck' },
  ],
  [{ target: 'volume', amount: 0.5 }, SAW],
  [{ target: 'pan', amount: 0.5 }, SAW],
  [{ target: 'filter_cutoff', amount: 1000 }, SAW],
  [{ target: 'pulse_width', amount: 0.2 }, SQUARE],
  [{ target: 'fm_index', amount: 1 }, FM],
  [{ target: 'grain_size', amount_ms: 20 }, CLOUD],
  [{ target: 'grain_density', amount: 10 }, CLOUD],
];

const soundOf = (layers: readonly object[]): AudioParams =>
  audioParams.parse({
    duration_seconds: SECONDS,
    layers: layers.map((layer) => ({ envelope, volume: 0.5, pan: 0, ...layer })),
  });

function rendered(params: AudioParams): number {
  return best(SECONDS * RATE, () => () => void renderParams(params, 1));
}

export function lfoSpeeds(): Speed[] {
  return TARGETS.map(([target, synthesis]) => {
    const layer = { synthesis, ...(target.target === 'filter_cutoff' && { filter }) };
    const name = `${target.target} of ${synthesis.type}`;
    return speedOf(name, rendered(soundOf([{ ...layer, lfo: { config, target } }])), rendered(soundOf([layer])));
  });
}

/** Four layers with filters, LFOs and envelopes, 4 s, to finished samples. */
export function wholeSound(): Speed {
  const lfo = { config, target: { target: 'volume', amount: 0.5 } };
  const noise = { type: 'noise_burst', noise_type: 'pink' };
  const string = { type: 'karplus_strong', frequency: 330, decay: 0.995, blend: 0.6 };
  const params = soundOf(
    [SAW, FM, noise, string].map((synthesis, i) => {
      return { synthesis, pan: i / 2 - 0.75, filter: { ...filter, cutoff_end: 500 }, lfo };
    }),
  );
  const speed = best(SECONDS * RATE, () => () => void quantize(renderParams(params, 1).channels));
  return speedOf('four layers with swept filters, stereo', speed);
}
