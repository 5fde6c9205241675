import { atan2, cos, sin } from '@speccade/numerics';
import type { Synthesis } from '@speccade/spec/kinds/audio_v1';
import type { Curve } from '../dsp/curve.ts';
import { ringOf } from '../dsp/fractional-delay.ts';
import { TAU } from '../dsp/sine.ts';
import { SILENT, type Synthesizer, type Voice, type VoiceContext } from '../voice.ts';

type KarplusStrong = Extract<Synthesis, { type: 'karplus_strong' }>;

/** Samples of the shortest period: above a third of the sample rate the all-pass could not be stable. */
const SHORTEST = 3;
/** Of a moving pitch. */
const LOWEST_RATIO = 1e-9;

/**
 * A plucked string: a delay line filled with noise, a two-point average and a loss in the loop (K. Karplus and
 * A. Strong, CMJ 7(2), 1983), tuned by a first-order all-pass whose phase delay is exact at the fundamental (D. Jaffe
 * and J. Smith, CMJ 7(2), 1983): within 1 cent from 40 Hz to 4 kHz at 44.1 kHz. With a moving pitch the loop is read
 * at a fractional length by cubic Lagrange interpolation instead. Raw level at most 1.
 */
export const karplusStrong: Synthesizer<KarplusStrong> = {
  voice(synthesis, context) {
    if (!(synthesis.frequency > 0)) return SILENT;
    // Beyond the layer the period does not matter: all that sounds is the noise.
    const period = Math.min(
      Math.max(context.sampleRate / synthesis.frequency, SHORTEST),
      2 * context.length + SHORTEST,
    );
    const gain = Math.min(Math.max(synthesis.decay, 0), 0.9999);
    const blend = Math.min(Math.max(synthesis.blend, 0), 1);
    const length = period + averageAdvance(blend, TAU / period);
    return context.modulation.pitch === undefined
      ? fixedString(length, TAU / period, gain, blend, context)
      : bentString(period, length, gain, blend, context, context.modulation.pitch);
  },
};

/** By how many samples `blend + (1 − blend)·z` is early at the angular frequency `omega`. */
function averageAdvance(blend: number, omega: number): number {
  return atan2((1 - blend) * sin(omega), blend + (1 - blend) * cos(omega)) / omega;
}

/** A loop of `length` samples at `omega`: `n` whole ones and an all-pass of between 0.5 and 1.5. */
function fixedString(length: number, omega: number, gain: number, blend: number, context: VoiceContext): Voice {
  const whole = Math.floor(length - 0.5);
  const fraction = length - whole;
  const coefficient = sin((omega * (1 - fraction)) / 2) / sin((omega * (1 + fraction)) / 2);
  // The end of a line longer than the layer is never heard.
  const line = new Float64Array(Math.min(whole, Math.max(context.length, 1)));
  context.random.fillBipolar(line, 0, line.length);
  const n = line.length;
  let nextAt = 0;
  const state = new Float64Array(2);
  return {
    render(out, start, end) {
      let at = nextAt;
      let x1 = state[0]!;
      let y1 = state[1]!;
      for (let k = 0; k < end - start; k++) {
        const current = line[at]!;
        const next = at + 1 === n ? 0 : at + 1;
        out[k] = current;
        const x0 = gain * (blend * current + (1 - blend) * line[next]!);
        y1 = coefficient * (x0 - y1) + x1;
        x1 = x0;
        line[at] = y1;
        at = next;
      }
      nextAt = at;
      state[0] = x1;
      state[1] = y1;
    },
  };
}

/** The same string with its loop divided by the pitch ratio of each sample. */
function bentString(
  period: number,
  length: number,
  gain: number,
  blend: number,
  context: VoiceContext,
  pitch: Curve,
): Voice {
  const advance = length - period;
  const burst = Math.max(1, Math.min(Math.round(length), context.length));
  const longest = Math.max(period / Math.max(context.lowestPitch, LOWEST_RATIO) + advance, 3);
  const past = ringOf(Math.min(longest, context.length) + 4);
  const mask = past.length - 1;
  context.random.fillBipolar(past, 0, Math.min(burst, context.length));
  return {
    render(out, start, end) {
      const ratios = pitch.block(start, end);
      for (let i = start; i < end; i++) {
        if (i >= burst) {
          const delay = Math.max(period / Math.max(ratios[i - start]!, LOWEST_RATIO) + advance, 3);
          const sooner = cubic(past, i - delay + 1);
          past[i & mask] = gain * (blend * cubic(past, i - delay) + (1 - blend) * sooner);
        }
        out[i - start] = past[i & mask]!;
      }
    },
  };
}

/** Third-order Lagrange interpolation of the ring `x` at a position; 0 before its start. */
function cubic(x: Float64Array, position: number): number {
  const base = Math.floor(position);
  if (base < 1) return 0;
  const f = position - base;
  const mask = x.length - 1;
  const a = x[(base - 1) & mask]!;
  const b = x[base & mask]!;
  const c = x[(base + 1) & mask]!;
  const d = x[(base + 2) & mask]!;
  return (
    (-f * (f - 1) * (f - 2) * a) / 6 +
    ((f + 1) * (f - 1) * (f - 2) * b) / 2 -
    ((f + 1) * f * (f - 2) * c) / 2 +
    ((f + 1) * f * (f - 1) * d) / 6
  );
}
