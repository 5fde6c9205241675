/** One-pole smoothing: `y ← κ·y + (1 − κ)·x`. */
import { exp } from '@speccade/numerics';

/** The κ with which a step is followed to 1 − 1/e within `ms` milliseconds. */
export function smoothing(ms: number, sampleRate: number): number {
  return exp(-1 / (0.001 * ms * sampleRate));
}

/** Follows a level with one smoothing upwards and another one downwards, from 0. */
export function createFollower(attackMs: number, releaseMs: number, sampleRate: number): (level: number) => number {
  const up = smoothing(attackMs, sampleRate);
  const down = smoothing(releaseMs, sampleRate);
  let e = 0;
  return (level) => {
    const k = level > e ? up : down;
    e = k * e + (1 - k) * level;
    return e;
  };
}
