/**
 * By how much the loop of a bowed string has to be longer for its note to sound in tune: friction shortens the period, by
 * up to 5 % for high notes on damped strings. No formula gives the amount, so the string is played before the note
 * begins, its period measured and its loop corrected, a few times over. Of 1090 notes from 40 Hz to 4 kHz with pressures
 * of 0.3 to 1, positions of 0.08 to 0.5 and dampings of 0.1 to 0.9, 91 % then are within 1 cent and 97 % within 3,
 * where 38 % and 57 % were. The rest jump between two periods, or hold on to a whole number of samples. A pitch costs 1 to
 * 10 ms at 44.1 kHz; a moving one has six to the octave and lines between them.
 */
import { atan2, cos, exp2, log2, sin } from '@speccade/numerics';
import { TAU } from '../dsp/sine.ts';
import { type Bow, BowedLoop, SHORTEST } from './bowed-loop.ts';

/** Seconds and periods until a note has settled. */
const SETTLE_SECONDS = 0.05;
const SETTLE_PERIODS = 48;
/**
 * Periods of the window in which the phase is measured, and after which it is measured again; and samples at least, once
 * the note is {@link NEAR} enough to lie within the narrower band of the longer window.
 */
const WINDOW_PERIODS = 24;
const WINDOW = 2000;
const HOP_PERIODS = 8;
const HOP = 1000;
const NEAR = 0.003;
/** From one time to the next longer one. */
const STRIDE = 6;
/** Of one trial at most, in seconds and in samples, which very high sample rates reach first. */
const LONGEST_SECONDS = 2.7;
const LONGEST = 600_000;
/** Samples of all trials together, about; and trials. */
const SAMPLES = 200_000;
const FEWEST = 4;
const MOST = 12;
/** Share of the period that is near enough, 0.1 cents, and beyond which a string sounds something else. */
const CLOSE = 6e-5;
const FARTHEST = 0.15;
/** Hz between which notes are corrected. */
const LOWEST_HZ = 25;
const HIGHEST_HZ = 6000;
/** Harmonics of which the strongest tells the pitch: near the bridge the bow makes the string sound in parts. */
const HARMONICS = 8;
/** Power of a harmonic below which nothing sounds. */
const QUIETEST = 1e-8;
const STEPS_PER_OCTAVE = 6;

export class BowedTuning {
  readonly #bow: Bow;
  readonly #sampleRate: number;
  readonly #period: number;
  readonly #still: boolean;
  readonly #known = new Map<number, number>();

  /** `period` is that of the note at rest, in samples; `still` when it stays there. */
  constructor(bow: Bow, sampleRate: number, period: number, still: boolean) {
    this.#bow = bow;
    this.#sampleRate = sampleRate;
    this.#period = period;
    this.#still = still;
  }

  /** Samples by which the loop of a period is longer. */
  at(period: number): number {
    const step = log2(this.#period / period) * STEPS_PER_OCTAVE;
    const low = Math.floor(step);
    const from = this.#stretch(low);
    return period * (step === low ? from : from + (this.#stretch(low + 1) - from) * (step - low));
  }

  /** The correction as a share of the period, at a step from the note at rest. */
  #stretch(step: number): number {
    let stretch = this.#known.get(step);
    if (stretch === undefined) {
      const period = this.#period * exp2(-step / STEPS_PER_OCTAVE);
      stretch = findStretch(this.#bow, this.#sampleRate, period, this.#still);
      this.#known.set(step, stretch);
    }
    return stretch;
  }
}

/** Share of the period by which the loop is longer for the note to be in tune; 0 where nothing sounds. */
function findStretch(bow: Bow, sampleRate: number, period: number, still: boolean): number {
  const windows = [Math.round(WINDOW_PERIODS * period), Math.round(Math.max(WINDOW, WINDOW_PERIODS * period))] as const;
  const hops = [Math.round(HOP_PERIODS * period), Math.round(Math.max(HOP, HOP_PERIODS * period))] as const;
  const most = Math.min(Math.round(LONGEST_SECONDS * sampleRate), LONGEST) - windows[1] - hops[1];
  if (!(period >= Math.max(SHORTEST, sampleRate / HIGHEST_HZ) && period <= sampleRate / LOWEST_HZ && most > 0))
    return 0;
  const settle = Math.min(Math.round(SETTLE_SECONDS * sampleRate + SETTLE_PERIODS * period), most);
  const trials = Math.min(Math.max(Math.floor(SAMPLES / settle), FEWEST), MOST);
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  /** 1 once the note is near. */
  let near: 0 | 1 = 0;
  /** Of the trials that were sharp and flat, the last ones: stretch and sharpness. */
  let sharp: readonly [number, number] | undefined;
  let flat: readonly [number, number] | undefined;
  let stretch = 0;
  for (let trial = 0; trial < trials && Math.abs(stretch) < FARTHEST; trial++) {
    const loop = new BowedLoop(bow, sampleRate, Math.ceil((1 + FARTHEST) * period) + 4);
    loop.tune(period, stretch * period, still);
    const error = sharpness(loop, period, settle, windows[near], hops[near]);
    if (Number.isNaN(error)) break;
    if (Math.abs(error) < least) {
      least = Math.abs(error);
      best = stretch;
    }
    if (least < CLOSE && (near === 1 || hops[0] === hops[1])) break;
    if (near === 0 && least < NEAR) {
      near = 1;
      least = Number.POSITIVE_INFINITY;
    }
    if (error > 0) sharp = [stretch, error];
    else flat = [stretch, error];
    if (sharp === undefined || flat === undefined) stretch += error;
    // Periods hold on to whole samples, and jump from one to the next: halving finds the jump where the secant does not.
    else if (trial % 2 === 1) stretch = (sharp[0] + flat[0]) / 2;
    else stretch = (sharp[0] * flat[1] - flat[0] * sharp[1]) / (flat[1] - sharp[1]);
  }
  return best;
}

/** By what share of the period a note is sharp, by the strongest of its harmonics; NaN where none sounds. */
function sharpness(loop: BowedLoop, period: number, settle: number, window: number, hop: number): number {
  for (let i = 0; i < settle; i++) loop.step(i);
  const x = new Float64Array(window + hop);
  for (let i = 0; i < x.length; i++) x[i] = loop.step(settle + i);

  let strongest = 0;
  let most = QUIETEST;
  for (let h = 1; h <= HARMONICS && 2 * h < period; h++) {
    const [re, im] = component(x, 0, window, h / period);
    const power = (re * re + im * im) / window / window;
    if (power > most) {
      most = power;
      strongest = h;
    }
  }
  if (strongest === 0) return Number.NaN;
  const turns = strongest / period;
  const first = component(x, 0, window, turns);
  let error = 0;
  // Over ever longer times, each with the whole turns that the shorter one shows.
  for (let time = Math.round(period / 2); time <= hop; time = time < hop ? Math.min(STRIDE * time, hop) : hop + 1) {
    const phase = phaseBetween(first, component(x, time, window, turns), time * turns);
    error = (phase + Math.round(error * time - phase)) / time;
  }
  return error / turns;
}

type Complex = readonly [re: number, im: number];

/** The component of `count` samples from `from` on at a frequency in turns per sample, under a Hann window. */
function component(x: Float64Array, from: number, count: number, turns: number): Complex {
  const c = cos(TAU * turns);
  const s = -sin(TAU * turns);
  const wc = cos(TAU / count);
  const ws = sin(TAU / count);
  let u = 1;
  let v = 0;
  let wu = 1;
  let wv = 0;
  let re = 0;
  let im = 0;
  for (let i = 0; i < count; i++) {
    const y = x[from + i]! * (0.5 - 0.5 * wu);
    re += y * u;
    im += y * v;
    const nextU = u * c - v * s;
    v = u * s + v * c;
    u = nextU;
    const nextW = wu * wc - wv * ws;
    wv = wu * ws + wv * wc;
    wu = nextW;
  }
  return [re, im];
}

/** Turns from one to the other beyond those expected, −0.5 to 0.5. */
function phaseBetween([re0, im0]: Complex, [re1, im1]: Complex, expected: number): number {
  const turns = atan2(im1 * re0 - re1 * im0, re1 * re0 + im1 * im0) / TAU - expected;
  return turns - Math.round(turns);
}
