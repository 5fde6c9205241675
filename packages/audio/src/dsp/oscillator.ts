/** A band-limited oscillator of one of the five waveforms. About 200 M samples/s, half of it where pitch moves. */
import type { Waveform } from '@speccade/spec/kinds/audio_v1';
import { areLow, createSaw, createTriangle, type WaveFill } from './band-limited.ts';
import type { Curve } from './curve.ts';
import { Phasor, type Step } from './phasor.ts';
import { BLOCK } from './process.ts';
import { sinTurns } from './sine.ts';
import { fillPulse } from './waveforms.ts';
import { within } from './within.ts';

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
  const fixedWidth = typeof setup.step === 'number' ? widths[0]! : undefined;
  switch (setup.waveform) {
    case 'sine':
      return (out, start, end) => {
        phasor.advance(start, end);
        sines(out, phases, end - start);
      };
    case 'triangle':
    case 'sawtooth': {
      const fill = setup.waveform === 'triangle' ? createTriangle(fixedWidth) : createSaw(fixedWidth);
      return (out, start, end) => {
        phasor.advance(start, end);
        fill(out, phases, widths, end - start);
      };
    }
    case 'square':
    case 'pulse': {
      const duty = setup.duty ?? 0.5;
      const { dutyOffset } = setup;
      const duties = new Float64Array(BLOCK).fill(duty);
      const saw = createSaw(fixedWidth);
      return (out, start, end) => {
        const count = end - start;
        phasor.advance(start, end);
        if (dutyOffset !== undefined) offsetDuties(duties, duty, dutyOffset.block(start, end), count);
        if (areLow(widths, count)) fillPulse(out, phases, widths, duties, count);
        else pulsesOfSaws(out, phases, widths, duties, count, saw);
      };
    }
  }
}

function sines(out: Float64Array, phases: Float64Array, count: number): void {
  for (let k = 0; k < count; k++) out[k] = sinTurns(phases[k]!);
}

function offsetDuties(duties: Float64Array, duty: number, offsets: Float64Array, count: number): void {
  for (let k = 0; k < count; k++) duties[k] = within(duty + offsets[k]!, 0.01, 0.99);
}

const shifted = new Float64Array(BLOCK);
const second = new Float64Array(BLOCK);

/** A pulse is the difference of two sawtooths its duty apart. */
function pulsesOfSaws(
  out: Float64Array,
  phases: Float64Array,
  widths: Float64Array,
  duties: Float64Array,
  count: number,
  saw: WaveFill,
): void {
  for (let k = 0; k < count; k++) {
    const x = phases[k]! - duties[k]!;
    shifted[k] = x - Math.floor(x);
    // A tiny negative difference rounds up to 1; where a duty leaves no edge, any phase will do.
    if (!(shifted[k]! < 1)) shifted[k] = 0;
  }
  saw(out, phases, widths, count);
  saw(second, shifted, widths, count);
  for (let k = 0; k < count; k++) {
    const duty = duties[k]!;
    if (duty <= 0) out[k] = -1;
    else if (duty >= 1) out[k] = 1;
    else out[k] = second[k]! - out[k]! + 2 * duty - 1;
  }
}
