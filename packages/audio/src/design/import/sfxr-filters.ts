/**
 * The filters of sfxr as biquads. Both run at eight times 44.1 kHz. The low-pass is a resonator with
 * `v ← (1 − d)(v + w(x − y))`, `y ← y + v`: its poles are the roots of `z² − (2 − d − (1 − d)w)z + (1 − d)`. The
 * high-pass has one pole at `1 − h`.
 */
import { acos, log, pow } from '@speccade/numerics';
import type { JsonObject } from '@speccade/spec';
import { tidy } from '../tidy.ts';
import type { SfxrPreset } from './sfxr-parameters.ts';

/** Hz. */
const RATE = 8 * 44100;
export const LOWEST_CUTOFF = 0.001;
/** Coefficient of the low-pass, below which nothing passes. */
const SLOWEST = 1e-12;
/** Lowest Q that a biquad has, and where it then lies 3 dB down, as a share of its cutoff. */
const LOWEST_Q = 0.5;
export const DOWN_3_DB = Math.sqrt(Math.SQRT2 - 1);

/** Cutoff in Hz and Q of the low-pass for a coefficient `w` and a damping `d`. */
export function resonator(w: number, d: number): { cutoff: number; q: number } {
  const sum = 2 - d - (1 - d) * w;
  const product = 1 - d;
  const root = (sum * sum) / 4 - product;
  if (root < 0) {
    const decay = log(product) / 2;
    const turn = acos(sum / (2 * Math.sqrt(product)));
    const omega = Math.sqrt(decay * decay + turn * turn);
    const q = omega / (-2 * decay);
    if (q >= LOWEST_Q) return { cutoff: hertz(omega), q };
  }
  // Two real poles, or nearly: the biquad of the lowest Q that is 3 dB down at the same place.
  const spread = Math.sqrt(Math.max(root, 0));
  const [a, b] = [sum / 2 + spread, sum / 2 - spread].map((pole) => log(pole) * log(pole)) as [number, number];
  const half = (1 / a + 1 / b) * a * b * 0.5;
  const squared = -half + Math.sqrt(half * half + a * b);
  return { cutoff: hertz(Math.sqrt(squared)) / DOWN_3_DB, q: LOWEST_Q };
}

function hertz(omega: number): number {
  return (omega * RATE) / (2 * Math.PI);
}

/** `undefined` where the preset has no low-pass. */
export function lowpassOf(p: SfxrPreset, samples: number): JsonObject | undefined {
  if (p.p_lpf_freq === 1) return undefined;
  const bounded = (w: number) => Math.min(Math.max(w, SLOWEST), 0.1);
  const start = bounded(p.p_lpf_freq * p.p_lpf_freq * p.p_lpf_freq * 0.1);
  const damping = Math.min((5 / (1 + p.p_lpf_resonance * p.p_lpf_resonance * 20)) * (0.01 + start), 0.8);
  const { cutoff, q } = resonator(start, damping);
  const change = pow(1 + p.p_lpf_ramp * 0.0001, 8 * samples);
  const end = resonator(bounded(start * change), damping).cutoff;
  return filterOf('lowpass', cutoff, q, p.p_lpf_ramp === 0 ? undefined : end);
}

/** `undefined` where the preset has no high-pass that can be heard. */
export function highpassOf(p: SfxrPreset, samples: number): JsonObject | undefined {
  const rising = p.p_hpf_ramp > 0;
  if (p.p_hpf_freq === 0 && !rising) return undefined;
  const bounded = (h: number) => Math.min(Math.max(h, 0.00001), 0.1);
  const cutoffOf = (h: number) => hertz(-log(1 - h)) * DOWN_3_DB;
  const start = bounded(p.p_hpf_freq * p.p_hpf_freq * 0.1);
  const end = bounded(start * pow(1 + p.p_hpf_ramp * 0.0003, samples));
  return filterOf('highpass', cutoffOf(start), LOWEST_Q, p.p_hpf_ramp === 0 ? undefined : cutoffOf(end));
}

function filterOf(type: string, cutoff: number, q: number, end: number | undefined): JsonObject {
  const at = (value: number) => tidy(Math.max(value, LOWEST_CUTOFF));
  return { type, cutoff: at(cutoff), resonance: tidy(q), ...(end !== undefined && { cutoff_end: at(end) }) };
}
