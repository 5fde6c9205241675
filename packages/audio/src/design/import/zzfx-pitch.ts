/** The pitch of a ZzFX preset over time, computed sample by sample as ZzFX does. */
import type { PitchCourse } from './pitch-fit.ts';
import type { ZzfxPreset } from './zzfx-parameters.ts';

export const ZZFX_RATE = 44100;

/** Hz per second for a slide of 1. */
const SLIDE = 500;

/** Hz per sample: slides are straight, jumps add to the frequency, and to that of every repeat after them. */
export function zzfxCourse(z: ZzfxPreset, seconds: number): PitchCourse {
  const hertz = new Float64Array(Math.max(1, Math.floor(seconds * ZZFX_RATE)));
  const change = (z.deltaSlide * SLIDE) / (ZZFX_RATE * ZZFX_RATE);
  const startSlide = (z.slide * SLIDE) / ZZFX_RATE;
  const repeat = Math.floor(z.repeatTime * ZZFX_RATE);
  const wait = z.pitchJumpTime * ZZFX_RATE;
  let frequency = z.frequency;
  let startFrequency = z.frequency;
  let slide = startSlide;
  /** Counts to the jump from 1; 0 after it. */
  let jump = 1;
  for (let i = 0; i < hertz.length; i++) {
    slide += change;
    frequency += slide;
    hertz[i] = frequency;
    if (jump > 0 && ++jump > wait) {
      frequency += z.pitchJump;
      startFrequency += z.pitchJump;
      jump = 0;
    }
    if (repeat > 0 && (i + 1) % repeat === 0) {
      frequency = startFrequency;
      slide = startSlide;
      jump ||= 1;
    }
  }
  return {
    seconds: hertz.length / ZZFX_RATE,
    at: (t) => hertz[Math.min(Math.floor(t * ZZFX_RATE), hertz.length - 1)]!,
    ...(z.pitchJump !== 0 && { jump: z.pitchJumpTime }),
    ...(repeat > 0 && { repeat: repeat / ZZFX_RATE }),
  };
}
