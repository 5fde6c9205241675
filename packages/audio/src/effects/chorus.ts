/** One to four copies between 20 and 60 ms late, moved by sines of different phase; the right side half a radian on. */
import { DelayLine, interpolate } from '../dsp/delay-line.ts';
import { BLOCK } from '../dsp/process.ts';
import { cosTurns, sinTurns, TURNS } from '../dsp/sine.ts';
import type { EffectMaker, EffectOf } from './types.ts';

/** Seconds. */
const BASE = 0.02;
const SWING = 0.04;
const RIGHT_PHASE = 0.5 * TURNS;

export const chorus: EffectMaker<EffectOf<'chorus'>> = (effect, { sampleRate, frames }) => {
  const { rate, wet, voices } = effect;
  const base = BASE * sampleRate;
  const swing = effect.depth * SWING * sampleRate;
  const setup = Float64Array.of(base, swing, 1 - wet, wet / voices);
  const lineL = new DelayLine(base + swing, frames, BLOCK);
  const lineR = new DelayLine(base + swing, frames, BLOCK);
  /** One sample's turn of the sweep: cosine and sine. */
  const step = Float64Array.of(cosTurns(rate / sampleRate), sinTurns(rate / sampleRate));
  return {
    process(left, right, start, end) {
      const count = end - start;
      sweep(rate * (start / sampleRate), step, count);
      addCopies(left, lineL, 0, voices, setup, count);
      addCopies(right, lineR, RIGHT_PHASE, voices, setup, count);
    },
  };
};

/** Sine and cosine of the sweep: that of each copy is a mixture of them, which spares a sine per copy and sample. */
const sines = new Float64Array(BLOCK);
const cosines = new Float64Array(BLOCK);
const sum = new Float64Array(BLOCK);

/** A rotation that starts anew from the formula at every block; its error stays below 1e-12. */
function sweep(turns: number, step: Float64Array, count: number): void {
  const c = step[0]!;
  const s = step[1]!;
  sines[0] = sinTurns(turns);
  cosines[0] = cosTurns(turns);
  let im = sines[0]!;
  let re = cosines[0]!;
  for (let i = 1; i < count; i++) {
    const turned = re * c - im * s;
    im = re * s + im * c;
    re = turned;
    sines[i] = im;
    cosines[i] = re;
  }
}

/** One channel. `setup` are the shortest delay and the swing in samples, the gains of the dry signal and of a voice. */
function addCopies(
  x: Float64Array,
  line: DelayLine,
  phase: number,
  voices: number,
  setup: Float64Array,
  count: number,
): void {
  const { next, values, mask, longest } = line;
  const base = setup[0]!;
  const swing = setup[1]!;
  const dry = setup[2]!;
  const gain = setup[3]!;
  line.write(x, count);
  sum.fill(0, 0, count);
  for (let v = 0; v < voices; v++) {
    shares[0] = 0.5 * cosTurns(v / voices + phase);
    shares[1] = 0.5 * sinTurns(v / voices + phase);
    const ofSine = shares[0]!;
    const ofCosine = shares[1]!;
    for (let i = 0; i < count; i++) {
      const wave = 0.5 + ofSine * sines[i]! + ofCosine * cosines[i]!;
      const d = Math.min(base + swing * wave, longest);
      sum[i] = sum[i]! + interpolate(values, mask, next + i, d);
    }
  }
  for (let i = 0; i < count; i++) x[i] = dry * x[i]! + gain * sum[i]!;
}

/** Of sine and cosine in the sweep of a copy. */
const shares = new Float64Array(2);
