import { exp, sin } from '@speccade/numerics';
import type { PartialsMaker } from '../dsp/partials.ts';
import { BLOCK } from '../dsp/process.ts';
import { TAU } from '../dsp/sine.ts';

/** Modes as the reference has them: one sine and one exponential per sample, on a phase summed in radians. */
export const summedPartials: PartialsMaker = (partials, step, sampleRate) => {
  const phases = partials.map(({ phase }) => TAU * phase);
  const steps = new Float64Array(BLOCK);
  if (typeof step === 'number') steps.fill(step);
  return (out, start, end) => {
    if (typeof step !== 'number') step(steps, start, end);
    out.fill(0, 0, end - start);
    partials.forEach(({ ratio, amplitude, rate }, p) => {
      let phase = phases[p]!;
      for (let i = start; i < end; i++) {
        out[i - start] = out[i - start]! + amplitude * sin(phase) * exp((-rate * i) / sampleRate);
        phase += TAU * steps[i - start]! * ratio;
        if (phase >= TAU) phase -= TAU;
      }
      phases[p] = phase;
    });
  };
};

/** The same of a phase that is computed anew for every sample. */
export const computedPartials: PartialsMaker = (partials, step, sampleRate) => {
  const base = (typeof step === 'number' ? step : 0) * sampleRate;
  return (out, start, end) => {
    out.fill(0, 0, end - start);
    for (const { ratio, phase, amplitude, rate } of partials) {
      const hertz = base * ratio;
      for (let i = start; i < end; i++) {
        const t = i / sampleRate;
        out[i - start] = out[i - start]! + amplitude * sin(TAU * hertz * t + TAU * phase) * exp(-t * rate);
      }
    }
  };
};
