/**
 * A delay that plays its line in overlapping grains at another speed: pitch moves, time does not. Two Hann windows half
 * a grain apart sum to 1, so the level is that of a plain delay.
 */
import { exp2, Pcg32 } from '@speccade/numerics';
import { deriveComponentSeed } from '@speccade/spec';
import { DelayLine, interpolate } from '../dsp/delay-line.ts';
import { hannStart } from '../dsp/hann.ts';
import { LONGEST } from './delay.ts';
import { createParameter } from './parameter.ts';
import type { EffectMaker, EffectOf } from './types.ts';

/** Milliseconds. */
const SHORTEST = 10;
/** Share of the interval between grains by which one starts earlier in the line. */
const JITTER = 0.2;
/** More grains never sound at a time. */
const VOICES = 4;

/** How the place in the line where a grain reads moves, in samples before the delayed one. */
export interface GrainMotion {
  /** Where a grain of `size` samples starts. */
  readonly start: (speed: number, size: number) => number;
  /** What is added per sample. */
  readonly step: (speed: number) => number;
  /** The farthest place that is read, jitter apart. */
  readonly reach: (speed: number, size: number) => number;
}

/** A grain that is faster than the sound starts farther back by what it will gain. */
const PITCHED: GrainMotion = {
  start: (speed, size) => size * Math.max(speed - 1, 0),
  step: (speed) => 1 - speed,
  reach: (speed, size) => size * Math.abs(speed - 1),
};

export function createGranularDelay(motion: GrainMotion): EffectMaker<EffectOf<'granular_delay'>> {
  return (effect, { sampleRate, frames, seed, modulation }) => {
    const { wet } = effect;
    const feedback = Math.min(Math.max(effect.feedback, 0), 0.95);
    const speed = exp2(Math.min(Math.max(effect.pitch_semitones, -24), 24) / 12);
    const grainMs = Math.min(Math.max(effect.grain_size_ms, 10), 200);
    const size = Math.ceil((grainMs / 1000) * sampleRate);
    const interval = Math.max(Math.floor(size / 2), 1);
    const first = motion.start(speed, size);
    const step = motion.step(speed);
    const time = createParameter(effect.time_ms, SHORTEST, LONGEST, modulation.delay_time, sampleRate / 1000);
    const longestMs = modulation.delay_time ? LONGEST : Math.min(Math.max(effect.time_ms, SHORTEST), LONGEST);
    const longest = (longestMs / 1000) * sampleRate + motion.reach(speed, size) + JITTER * interval + 2;
    const lineL = new DelayLine(longest, frames);
    const lineR = new DelayLine(longest, frames);
    const random = new Pcg32(deriveComponentSeed(seed, 'granular_delay'));
    const window = hannStart(size, size);

    /** Samples that each grain has played, and where it reads. */
    const played = new Float64Array(VOICES).fill(size);
    const places = new Float64Array(VOICES);
    let next = 0;
    let wait = 0;
    return {
      process(left, right, start, end) {
        const delays = time.block(start, end);
        const { mask, longest } = lineL;
        const valuesL = lineL.values;
        const valuesR = lineR.values;
        let at = lineL.next;
        for (let i = 0; i < end - start; i++) {
          let sumL = 0;
          let sumR = 0;
          for (let v = 0; v < VOICES; v++) {
            const k = played[v]!;
            if (k >= size) continue;
            const w = window[k]!;
            // Counted from the value written last.
            const t = delays[i]! + places[v]!;
            const d = Math.min(Math.max(t, 1) - 1, longest);
            sumL += w * interpolate(valuesL, mask, at - 1, d);
            sumR += w * interpolate(valuesR, mask, at - 1, d);
            places[v] = places[v]! + step;
            played[v] = k + 1;
          }
          if (wait === 0) {
            places[next] = first + Math.max(Math.trunc(random.nextBipolar() * JITTER * interval), 0);
            played[next] = 0;
            next = (next + 1) % VOICES;
            wait = interval;
          }
          wait--;
          const l = left[i]!;
          const r = right[i]!;
          valuesL[at] = l + feedback * sumL;
          valuesR[at] = r + feedback * sumR;
          at = (at + 1) & mask;
          left[i] = (1 - wet) * l + wet * sumL;
          right[i] = (1 - wet) * r + wet * sumR;
        }
        lineL.next = at;
      },
    };
  };
}

export const granularDelay = createGranularDelay(PITCHED);
