/** The pitch of an sfxr preset over time, computed sample by sample as sfxr does. */
import type { SfxrPreset } from './sfxr-parameters.ts';

export const SFXR_RATE = 44100;

/** Hz. */
const HIGHEST = 1e6;
const LOWEST = 1e-3;

/** Hz of `p_base_freq` and `p_freq_limit`: `8 · 44100 · (p² + 0.001) / 100`. */
export function sfxrHertz(p: number): number {
  return (8 * SFXR_RATE * (p * p + 0.001)) / 100;
}

export interface SfxrCourse {
  /** Hz per sample, as far as the sound goes: it ends where the pitch falls below `p_freq_limit`. */
  readonly hertz: Float64Array;
  /** Sample at which the pitch jumps. */
  readonly jump?: number;
  /** Samples after which the course begins anew. */
  readonly repeat?: number;
}

/** Samples until something happens of the speeds of arpeggio and repeat. */
function interval(speed: number): number {
  return Math.floor((1 - speed) * (1 - speed) * 20000 + 32);
}

/** The course of pitch without vibrato. */
export function sfxrCourse(p: SfxrPreset, samples: number): SfxrCourse {
  const repeat = p.p_repeat_speed === 0 ? undefined : interval(p.p_repeat_speed);
  const jump = p.p_arp_speed === 1 || p.p_arp_mod === 0 ? undefined : interval(p.p_arp_speed);
  const squared = p.p_arp_mod * p.p_arp_mod;
  const ratio = p.p_arp_mod >= 0 ? 1 / (1 - squared * 0.9) : 1 / (1 + squared * 10);
  const slowest = sfxrHertz(p.p_freq_limit);
  const slide = 1 - p.p_freq_ramp * p.p_freq_ramp * p.p_freq_ramp * 0.01;
  const change = -p.p_freq_dramp * p.p_freq_dramp * p.p_freq_dramp * 0.000001;

  const hertz = new Float64Array(samples);
  let frequency = sfxrHertz(p.p_base_freq);
  let factor = slide;
  let since = 0;
  let jumped = false;
  for (let i = 0; i < samples; i++) {
    if (repeat !== undefined && ++since >= repeat) {
      since = 0;
      frequency = sfxrHertz(p.p_base_freq);
      factor = slide;
      jumped = false;
    }
    // sfxr counts to the jump anew in every repeat; jsfxr goes by the time since the start.
    const elapsed = p.dialect === 'sfxr' && repeat !== undefined ? since : i;
    if (jump !== undefined && !jumped && elapsed >= jump) {
      jumped = true;
      frequency *= ratio;
    }
    factor += change;
    frequency /= factor;
    // sfxr stays where nothing is heard, at 3.5 Hz and at 44.1 kHz; a glide that goes on is heard as little.
    if (!(frequency < HIGHEST && factor > 0)) frequency = HIGHEST;
    if (p.p_freq_limit > 0 && frequency < slowest) return courseOf(hertz.subarray(0, i));
    frequency = Math.max(frequency, LOWEST);
    hertz[i] = frequency;
  }
  return courseOf(hertz);

  function courseOf(sounding: Float64Array): SfxrCourse {
    return { hertz: sounding, ...(jump !== undefined && { jump }), ...(repeat !== undefined && { repeat }) };
  }
}
