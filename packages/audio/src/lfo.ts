/** Low-frequency oscillators: their values, and what a modulation makes of them for its target. */
import { exp2 } from '@speccade/numerics';
import type { Lfo, LfoConfig, LfoTarget, Waveform } from '@speccade/spec/kinds/audio_v1';
import { sinTurns, TAU, TURNS } from './dsp/sine.ts';

/** Hz; keeps every phase finite. */
const FASTEST = 1e9;
/** Octaves, either way, beyond which a pitch is not moved. */
const FARTHEST = 64;

/**
 * `length` values in [0, 1]. The phase is summed in radians and wrapped once per step, so that edges fall on the same
 * samples everywhere; the waveforms are not band-limited.
 */
export function lfoValues(config: LfoConfig, sampleRate: number, length: number): Float64Array {
  const out = new Float64Array(length);
  const step = (TAU * Math.min(config.rate, FASTEST)) / sampleRate;
  const value = SHAPES[config.waveform];
  let phase = (config.phase ?? 0) * TAU;
  for (let i = 0; i < length; i++) {
    out[i] = Math.min(Math.max((value(phase) + 1) / 2, 0), 1);
    phase += step;
    if (phase >= TAU) phase -= TAU;
  }
  return out;
}

const SHAPES: Readonly<Record<Waveform, (phase: number) => number>> = {
  sine: (phase) => sinTurns(phase * TURNS),
  square: (phase) => (cycle(phase) < 0.5 ? 1 : -1),
  pulse: (phase) => (cycle(phase) < 0.5 ? 1 : -1),
  sawtooth: (phase) => 2 * cycle(phase) - 1,
  triangle: (phase) => {
    const u = cycle(phase);
    return u < 0.5 ? 4 * u - 1 : 3 - 4 * u;
  },
};

function cycle(phase: number): number {
  const turns = phase / TAU;
  return turns - Math.trunc(turns);
}

/**
 * Values per sample for what the modulation moves: the frequency ratio for `pitch`, the gain for `volume`, an offset in
 * the unit of the parameter for all others.
 */
export function modulationCurve(lfo: Lfo, sampleRate: number, length: number): Float64Array {
  const curve = lfoValues(lfo.config, sampleRate, length);
  const depth = Math.min(Math.max(lfo.config.depth, 0), 1);
  const { target } = lfo;
  if (target.target === 'pitch') {
    for (let i = 0; i < length; i++) {
      const octaves = ((2 * curve[i]! - 1) * target.semitones * depth) / 12;
      curve[i] = exp2(Math.min(Math.max(octaves, -FARTHEST), FARTHEST));
    }
  } else if (target.target === 'volume') {
    const share = Math.min(Math.max(target.amount, 0), 1) * depth;
    for (let i = 0; i < length; i++) curve[i] = 1 - share + curve[i]! * share;
  } else {
    const amount = swing(target);
    for (let i = 0; i < length; i++) curve[i] = (2 * curve[i]! - 1) * amount * depth;
  }
  return curve;
}

/** Largest offset at full depth. */
function swing(target: Exclude<LfoTarget, { target: 'pitch' }>): number {
  switch (target.target) {
    case 'pan':
      return Math.min(Math.max(target.amount, 0), 1);
    case 'pulse_width':
      return Math.min(Math.max(target.amount, 0), 0.49);
    case 'grain_size':
    case 'delay_time':
      return target.amount_ms;
    default:
      return target.amount;
  }
}
