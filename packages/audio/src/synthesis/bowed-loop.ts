/** A bow between two delay lines, to the bridge and to the nut: what sounds in {@link bowedString}. About 50 M samples/s. */
import { FractionalDelay } from '../dsp/fractional-delay.ts';
import { TAU } from '../dsp/sine.ts';
import { within } from '../dsp/within.ts';
import { lossDelay } from './waveguide.ts';

export interface Bow {
  /** 0 to 1. */
  readonly pressure: number;
  /** From the bridge, as a share of the string, 0.01 to 0.99. */
  readonly position: number;
  /** Coefficient of the loss filters at either end, at the rate at which the string runs. */
  readonly loss: number;
}

/** Samples of the shortest loop: one for each side of the bow, and the filters. */
export const SHORTEST = 3;

const BOW_VELOCITY = 0.2;
/** Seconds in which the bow takes hold. */
const ONSET = 0.01;
/** What bridge and nut give back, upside down. */
const BRIDGE = -0.98;
const NUT = -0.99;
/**
 * A string that sticks is driven by this much per unit of velocity; 2 takes it along with the bow, and more throws it past
 * the bow, so that it rattles. Bows up to {@link LIGHT} hold on to it as they do by themselves. A heavier one lets it come
 * to rest, the sooner the heavier, down to {@link HEAVY}: what its pressure adds is how hard the string is to tear away.
 */
const grip = (pressure: number) => (1 + 3 * pressure) * (0.3 + 0.7 * pressure);
const LIGHT = 0.6;
const HEAVY = 1.7;
/** By how much the grip falls for each unit of pressure above {@link LIGHT}. */
const FALL = 3;

export class BowedLoop {
  readonly #bow: Bow;
  readonly #c: number;
  /** Of the friction, beyond which it does not grow however slowly the string slips. */
  readonly #strongest: number;
  readonly #onset: number;
  readonly #longest: number;
  readonly #bridge: FractionalDelay;
  readonly #nut: FractionalDelay;
  readonly #state = new Float64Array(2);

  /** `longest` is the longest delay of either side, in samples. */
  constructor(bow: Bow, sampleRate: number, longest: number) {
    this.#bow = bow;
    this.#c = bow.loss;
    const most = Math.max(grip(LIGHT) - FALL * (bow.pressure - LIGHT), HEAVY);
    this.#strongest = bow.pressure > LIGHT ? most / (1 + 3 * bow.pressure) : Number.POSITIVE_INFINITY;
    this.#onset = Math.trunc(ONSET * sampleRate);
    this.#longest = longest;
    this.#bridge = new FractionalDelay(longest);
    this.#nut = new FractionalDelay(longest);
  }

  /**
   * Makes the loop resonate with a period, in samples, but for `more` samples that it is longer. Where the note stands
   * `still`, the bow moves to a whole number of samples, which leaves the fraction to one side alone.
   */
  tune(period: number, more: number, still: boolean): void {
    const loop = Math.max(period - 2 * lossDelay(this.#c, TAU / period), 2);
    const place = this.#bow.position * loop;
    const toBridge = Math.min(Math.max(still ? Math.round(place) : place, 1), Math.max(loop - 1, 1), this.#longest);
    this.#bridge.delay = toBridge;
    this.#nut.delay = Math.min(Math.max(loop + more - toBridge, 1), this.#longest);
  }

  /** The next sample; `i` is its index. */
  step(i: number): number {
    const { pressure } = this.#bow;
    const c = this.#c;
    const state = this.#state;
    const onset = this.#onset;
    const vb = this.#bridge.read();
    const vn = this.#nut.read();
    const v = (BOW_VELOCITY - (vb + vn)) * (1 + 3 * pressure);
    const force = within((1 - Math.abs(v)) * (0.3 + 0.7 * pressure), 0, this.#strongest);
    const f = v * force * (i < onset ? i / onset : 1);
    const fb = (1 - c) * (vn + f / 2) + c * state[0]!;
    const fn = (1 - c) * (vb + f / 2) + c * state[1]!;
    state[0] = fb;
    state[1] = fn;
    this.#bridge.write(BRIDGE * fb);
    this.#nut.write(NUT * fn);
    return fb;
  }
}
