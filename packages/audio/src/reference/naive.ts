/** Waveforms as the reference has them: not band-limited, on a phase summed in radians. */
import type { Waveform } from '@speccade/spec/kinds/audio_v1';
import { sinTurns, TAU, TURNS } from '../dsp/sine.ts';

export function naive(waveform: Waveform, phase: number, duty: number): number {
  if (waveform === 'sine') return sinTurns(phase * TURNS);
  const turns = phase / TAU;
  const u = turns - Math.trunc(turns);
  switch (waveform) {
    case 'square':
    case 'pulse':
      return u < duty ? 1 : -1;
    case 'sawtooth':
      return 2 * u - 1;
    case 'triangle':
      return u < 0.5 ? 4 * u - 1 : 3 - 4 * u;
  }
}

export interface NaiveSetup {
  readonly waveform: Waveform;
  /** Hz at sample `i`. */
  readonly frequency: (i: number) => number;
  readonly sampleRate: number;
  /** Radians added to the phase. */
  readonly phase?: number;
  readonly duty?: number | ((i: number) => number);
}

/** Adds `gain` times the samples `[start, end)` of the waveform, from phase 0, to `out[0..]`. */
export function createNaive(setup: NaiveSetup): (out: Float64Array, start: number, end: number, gain: number) => void {
  const { waveform, frequency, sampleRate, phase: offset = 0, duty = 0.5 } = setup;
  let reached = 0;
  return (out, start, end, gain) => {
    let phase = reached;
    for (let i = start; i < end; i++) {
      let read = phase + offset;
      // Many turns at once where single ones would take for ever.
      if (read >= MANY_TURNS) read %= TAU;
      while (read >= TAU) read -= TAU;
      out[i - start] = out[i - start]! + naive(waveform, read, typeof duty === 'number' ? duty : duty(i)) * gain;
      phase += (TAU * frequency(i)) / sampleRate;
      if (phase >= TAU) phase -= TAU;
    }
    reached = phase;
  };
}

const MANY_TURNS = 1000 * TAU;
