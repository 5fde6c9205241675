import { atan2, cos, sin, tanh } from '@speccade/numerics';
import type { Synthesis } from '@speccade/spec/kinds/audio_v1';
import { FractionalDelay } from '../dsp/fractional-delay.ts';
import { phaseStep } from '../dsp/frequency.ts';
import { Phasor } from '../dsp/phasor.ts';
import { BLOCK } from '../dsp/process.ts';
import { sinTurns, TAU } from '../dsp/sine.ts';
import { SILENT, type Synthesizer } from '../voice.ts';

type Waveguide = Extract<Synthesis, { type: 'waveguide' }>;

const HIGHEST_RESONANCE = 0.999;
/** Samples of the shortest loop. */
const SHORTEST = 2;

const unit = (v: number) => Math.min(Math.max(v, 0), 1);

/** Coefficient of the loss filter `y = (1 − c)·x + c·y₋₁` of pipes and strings. */
export function lossCoefficient(damping: number): number {
  return 0.1 + 0.8 * unit(damping);
}

/** Samples by which the loss filter delays the angular frequency `omega`. */
export function lossDelay(c: number, omega: number): number {
  return atan2(c * sin(omega), 1 - c * cos(omega)) / omega;
}

/**
 * A wind instrument: a delay loop with a loss filter and saturation, driven by breath made of noise and a sine at the
 * pitch (digital waveguides: J. O. Smith, CMJ 16(4), 1992). The delay is fractional and gives back what the filter
 * delays, so the loop resonates within 1 cent of the pitch from 40 Hz to 4 kHz. Raw level typically 1 to 2.
 */
export const waveguide: Synthesizer<Waveguide> = {
  voice(synthesis, context) {
    const { frequency } = synthesis;
    const { sampleRate, length, random } = context;
    if (!(frequency > 0)) return SILENT;
    const breath = unit(synthesis.breath);
    const noisy = unit(synthesis.noise);
    const resonance = Math.min(Math.max(synthesis.resonance, 0), HIGHEST_RESONANCE);
    const c = lossCoefficient(synthesis.damping);
    const phasor = new Phasor(phaseStep(frequency, undefined, 1, context));
    const noise = new Float64Array(BLOCK);
    // A loop longer than the layer never comes back.
    const longestPeriod = Math.max(sampleRate / Math.max(frequency * context.lowestPitch, 1e-9), SHORTEST);
    const longest = Math.min(length, longestPeriod) + 4;
    const line = new FractionalDelay(longest);
    const delayAt = (step: number) => {
      const period = Math.max(1 / Math.max(step, 1e-12), SHORTEST);
      return Math.min(Math.max(period - lossDelay(c, TAU / period), 1), longest);
    };
    const moves = context.modulation.pitch !== undefined;
    line.delay = delayAt(frequency / sampleRate);
    let state = 0;
    return {
      render(out, start, end) {
        phasor.advance(start, end);
        const { phases, widths } = phasor;
        random.fillBipolar(noise, 0, end - start);
        let z = state;
        for (let k = 0; k < end - start; k++) {
          if (moves) line.delay = delayAt(widths[k]!);
          z = (1 - c) * line.read() + c * z;
          line.write(breath * (noisy * noise[k]! + (1 - noisy) * sinTurns(phases[k]!)) + tanh(resonance * z));
          out[k] = z;
        }
        state = z;
      },
    };
  },
};
