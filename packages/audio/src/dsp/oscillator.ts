/** A band-limited oscillator of one of the five waveforms. About 200 M samples/s, half of it where pitch moves. */
import type { Waveform } from '@speccade/spec/kinds/audio_v1';
import type { Curve } from './curve.ts';
import { Phasor, type Step } from './phasor.ts';
import { BLOCK } from './process.ts';
import { sinTurns } from './sine.ts';
import { pulse, sawtooth, triangle } from './waveforms.ts';

export interface OscillatorSetup {
  readonly waveform: Waveform;
  readonly step: Step;
  /** Phase of sample 0 in turns. */
  readonly phase?: number;
  /** Share of the cycle that a pulse is high; 0.5 when absent. */
  readonly duty?: number | null | undefined;
  /** Added to the duty per sample; the sum is kept within 0.01 to 0.99. */
  readonly dutyOffset?: Curve | undefined;
}

/** Writes the samples `[start, end)` to `out[0..end−start)`; at most {@link BLOCK} at once, in order. */
export type Oscillator = (out: Float64Array, start: number, end: number) => void;

export function createOscillator(setup: OscillatorSetup): Oscillator {
  const phasor = new Phasor(setup.step, setup.phase);
  const { phases, widths } = phasor;
  switch (setup.waveform) {
    case 'sine':
      return (out, start, end) => {
        phasor.advance(start, end);
        for (let k = 0; k < end - start; k++) out[k] = sinTurns(phases[k]!);
      };
    case 'triangle':
      return (out, start, end) => {
        phasor.advance(start, end);
        for (let k = 0; k < end - start; k++) out[k] = triangle(phases[k]!);
      };
    case 'sawtooth':
      return (out, start, end) => {
        phasor.advance(start, end);
        for (let k = 0; k < end - start; k++) out[k] = sawtooth(phases[k]!, widths[k]!);
      };
    case 'square':
    case 'pulse': {
      const duty = setup.duty ?? 0.5;
      const { dutyOffset } = setup;
      const duties = new Float64Array(BLOCK).fill(duty);
      return (out, start, end) => {
        phasor.advance(start, end);
        if (dutyOffset !== undefined) {
          const offsets = dutyOffset.block(start, end);
          for (let k = 0; k < end - start; k++) duties[k] = Math.min(Math.max(duty + offsets[k]!, 0.01), 0.99);
        }
        for (let k = 0; k < end - start; k++) out[k] = pulse(phases[k]!, widths[k]!, duties[k]!);
      };
    }
  }
}
