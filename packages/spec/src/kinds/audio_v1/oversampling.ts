/**
 * How far effects that distort are oversampled where a spec does not say. Low notes need it little, and published sounds
 * have none: for them nothing changes. Of high notes already the first few harmonics fold back, out of tune and as loud as
 * -14 dB; those are oversampled.
 */
import type { AudioParams, Layer } from './params.ts';

/** Pitches from this share of the sample rate on are high: 2,205 Hz at 44.1 kHz. The tenth harmonic is at Nyquist. */
const HIGH = 1 / 20;
/** Enough for -60 dB at usual drives. */
const FACTOR = 8;
/** Members of a generator or of its source that are pitches; what modulates them or resonates is none. */
const PITCHES = ['frequency', 'carrier_freq', 'base_freq', 'start_freq', 'end_freq'];

/** The `oversampling` of effects that leave it out: 8 where a layer's pitch is high at any time, else 1. */
export function defaultOversampling(params: AudioParams): 1 | 8 {
  const bend = risingBy(params.pitch_envelope?.depth ?? 0);
  return params.layers.some((layer) => highestPitch(layer) * bend >= HIGH * params.sample_rate) ? FACTOR : 1;
}

/** Hz; 0 of noise. */
function highestPitch({ synthesis, lfo }: Layer): number {
  const { source, freq_sweep } = synthesis as { source?: object; freq_sweep?: { end_freq: number } | null };
  const pitches = Object.entries({ ...source, ...synthesis }).filter(([key]) => PITCHES.includes(key));
  const highest = Math.max(0, freq_sweep?.end_freq ?? 0, ...pitches.map(([, hertz]) => hertz as number));
  return highest * risingBy(lfo?.target.target === 'pitch' ? lfo.target.semitones : 0);
}

/** At least the ratio of an interval of so many semitones upwards; 1 for one downwards. */
function risingBy(semitones: number): number {
  const octaves = Math.min(Math.max(semitones / 12, 0), 20);
  const whole = Math.floor(octaves);
  return (1 << whole) * (1 + octaves - whole);
}
