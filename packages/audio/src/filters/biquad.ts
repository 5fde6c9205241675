/**
 * Second-order sections in direct form I, from zero state. A section that stands still costs 9 flops per sample
 * (about 400 M samples/s on one core); a moving one has coefficients of its own for every sample and keeps its state.
 */
import type { Glide } from '../dsp/glide.ts';
import { BLOCK, type Process } from '../dsp/process.ts';
import { settle } from '../dsp/settle.ts';
import { cosTurns, sinTurns } from '../dsp/sine.ts';
import { type CutoffLimits, cutoffOf } from './cutoff.ts';
import { type Coefficients, clampQ, type Design, designAt } from './rbj.ts';
import type { FilterContext } from './types.ts';

/** Samples whose coefficients are computed at once. */
const STRETCH = 128;

/**
 * The last two inputs and outputs, kept in an array between blocks and in locals within one. They and the coefficients
 * are read by index: destructuring an array makes them boxed numbers, and the loop three times as slow.
 */
type State = Float64Array;

/** A section with constant coefficients `b0 b1 b2 a1 a2`. */
export function staticBiquad(coefficients: Coefficients): Process {
  const state = new Float64Array(4);
  return { process: (x, start, end) => runFixed(x, end - start, coefficients, state) };
}

function runFixed(x: Float64Array, count: number, k: Coefficients, state: State): void {
  const b0 = k[0]!;
  const b1 = k[1]!;
  const b2 = k[2]!;
  const a1 = k[3]!;
  const a2 = k[4]!;
  let x1 = state[0]!;
  let x2 = state[1]!;
  let y1 = state[2]!;
  let y2 = state[3]!;
  for (let i = 0; i < count; i++) {
    const x0 = x[i]!;
    // y1 last: its product is the only one that has to wait for the sample before.
    const y0 = b0 * x0 + b1 * x1 + b2 * x2 - a2 * y2 - a1 * y1;
    x2 = x1;
    x1 = x0;
    y2 = y1;
    y1 = y0;
    x[i] = y0;
  }
  save(state, x1, x2, y1, y2);
}

function save(state: State, x1: number, x2: number, y1: number, y2: number): void {
  state[0] = x1;
  state[1] = x2;
  state[2] = y1;
  state[3] = y2;
  settle(state);
}

/** A section whose frequency, in Hz, moves. A magnitude above `loudest` starts it anew from 0. */
export function movingBiquad(
  design: Design,
  frequency: Glide,
  sampleRate: number,
  q: number,
  loudest: number,
): Process {
  const hertz = new Float64Array(BLOCK);
  const run = createMovingSection(design, sampleRate, q, loudest, 1);
  return {
    process(x, start, end) {
      frequency(hertz, start, end);
      run(hertz, end - start, [x]);
    },
  };
}

/** Changes the first `count` samples of channels by sections whose frequencies, in Hz, are those in `hertz`. */
export type MovingSection = (hertz: Float64Array, count: number, channels: readonly Float64Array[]) => void;

/** Sections of so many channels that move together. */
export function createMovingSection(
  design: Design,
  sampleRate: number,
  q: number,
  loudest: number,
  channelCount: number,
): MovingSection {
  const cosines = new Float64Array(STRETCH);
  const sines = new Float64Array(STRETCH);
  const coefficients = new Float64Array(5 * STRETCH);
  const states = Array.from({ length: channelCount }, () => new Float64Array(4));
  return (hertz, count, channels) => {
    for (let from = 0; from < count; from += STRETCH) {
      const part = Math.min(STRETCH, count - from);
      angles(hertz, from, part, sampleRate, cosines, sines);
      design(cosines, sines, part, q, coefficients);
      for (let c = 0; c < channelCount; c++) runMoving(channels[c]!, from, part, coefficients, states[c]!, loudest);
    }
  };
}

function angles(
  hertz: Float64Array,
  from: number,
  count: number,
  sampleRate: number,
  cosines: Float64Array,
  sines: Float64Array,
): void {
  const perHertz = 1 / sampleRate;
  for (let i = 0; i < count; i++) {
    const turns = hertz[from + i]! * perHertz;
    cosines[i] = cosTurns(turns);
    sines[i] = sinTurns(turns);
  }
}

function runMoving(x: Float64Array, from: number, count: number, k: Coefficients, state: State, loudest: number): void {
  let x1 = state[0]!;
  let x2 = state[1]!;
  let y1 = state[2]!;
  let y2 = state[3]!;
  for (let i = from, at = 0; i < from + count; i++, at += 5) {
    const x0 = x[i]!;
    let y0 = k[at]! * x0 + k[at + 1]! * x1 + k[at + 2]! * x2 - k[at + 4]! * y2 - k[at + 3]! * y1;
    if (Math.abs(y0) > loudest) y0 = y1 = 0;
    x2 = x1;
    x1 = x0;
    y2 = y1;
    y1 = y0;
    x[i] = y0;
  }
  save(state, x1, x2, y1, y2);
}

/** A section of the design that stands still, sweeps or is modulated, as filter and context say. */
export function createBiquad(
  design: Design,
  frequency: number,
  frequencyEnd: number | null | undefined,
  resonance: number,
  context: FilterContext,
  limits: CutoffLimits,
): Process {
  const cutoff = cutoffOf(frequency, frequencyEnd, context, limits);
  const q = clampQ(resonance);
  return typeof cutoff === 'number'
    ? staticBiquad(designAt(design, cutoff / context.sampleRate, q))
    : movingBiquad(design, cutoff, context.sampleRate, q, limits.loudest);
}
