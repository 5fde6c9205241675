/** The waveforms of ZzFX as generators. */
import { pow, sin, tan } from '@speccade/numerics';
import type { JsonObject } from '@speccade/spec';
import { tidy } from '../tidy.ts';
import type { Remarks } from './found-sound.ts';
import { partialsOf } from './partials.ts';
import type { FittedPitch } from './pitch-fit.ts';
import type { ZzfxPreset } from './zzfx-parameters.ts';

/** Hz; partials beyond are left out. */
const HIGHEST = 20000;
const NOISE = 4;
const SQUARE = 5;

export const WHITE_NOISE: JsonObject = { type: 'noise_burst', noise_type: 'white' };

interface Shape {
  /** The oscillator that it is as long as it has no curve. */
  readonly waveform?: string;
  /** One period over 0 to 1; the triangle a quarter later than in ZzFX. */
  readonly wave: (cycle: number) => number;
  /** Periods in one of the frequency. */
  readonly octave: number;
}

const SHAPES: readonly Shape[] = [
  { waveform: 'sine', wave: (cycle) => sin(2 * Math.PI * cycle), octave: 1 },
  { waveform: 'triangle', wave: (cycle) => 1 - 4 * Math.abs(Math.round(cycle - 0.25) - (cycle - 0.25)), octave: 1 },
  { waveform: 'sawtooth', wave: (cycle) => 1 - 2 * cycle, octave: 1 },
  { wave: (cycle) => Math.min(Math.max(tan(Math.PI * cycle), -1), 1), octave: 2 },
];

/** The generator of a preset whose pitch is known. `highest` is the largest frequency that it reaches, in Hz. */
export function zzfxWave(z: ZzfxPreset, pitch: FittedPitch, highest: number, remarks: Remarks): JsonObject {
  const number = Math.min(Math.ceil(z.shape), SQUARE);
  if (number === NOISE) {
    remarks.lost('shape', 'the noise of ZzFX rises from a tone; this one is white');
    return WHITE_NOISE;
  }
  if (number === SQUARE) return oscillator('square', pitch, 1, Math.min(z.shapeCurve / 2, 1));
  const { waveform, wave, octave } = SHAPES[number]!;
  if (waveform !== undefined && z.shapeCurve === 1) return oscillator(waveform, pitch, octave);
  // To the power of 0, what is left of a waveform is its sign.
  if (z.shapeCurve === 0) return oscillator('square', pitch, octave);
  const curved = (cycle: number) => {
    const value = wave(cycle);
    return (value < 0 ? -1 : 1) * pow(Math.abs(value), z.shapeCurve);
  };
  const partials = partialsOf(curved, Math.floor(HIGHEST / Math.max(highest * octave, 1)));
  return { type: 'multi_oscillator', oscillators: partials, ...frequencies(pitch, octave) };
}

function oscillator(waveform: string, pitch: FittedPitch, octave: number, duty = 0.5): JsonObject {
  const width = duty !== 0.5 && { duty: tidy(Math.min(Math.max(duty, 0.01), 0.99)) };
  return { type: 'oscillator', waveform, ...frequencies(pitch, octave), ...width };
}

function frequencies({ frequency, sweep }: FittedPitch, octave: number): JsonObject {
  return {
    frequency: tidy(frequency * octave),
    ...(sweep && { freq_sweep: { end_freq: tidy(sweep.end_freq * octave), curve: sweep.curve } }),
  };
}
