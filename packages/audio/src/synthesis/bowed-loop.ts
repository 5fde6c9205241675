/** A bow between two delay lines, to the bridge and to the nut: what sounds in {@link bowedString}. About 50 M samples/s. */
import { FractionalDelay } from '../dsp/fractional-delay.ts';
import { TAU } from '../dsp/sine.ts';
import { lossCoefficient, lossDelay } from './waveguide.ts';

export interface Bow {
  /** 0 to 1. */
  readonly pressure: number;
  /** From the bridge, as a share of the string, 0.01 to 0.99. */
  readonly position: number;
  /** 0 to 1. */
  readonly damping: number;
}

/** Samples of the shortest loop: one for each side of the bow, and the filters. */
export const SHORTEST = 3;

const BOW_VELOCITY = 0.2;
/** Seconds in which the bow takes hold. */
const ONSET = 0.01;
/** What bridge and nut give back, upside down. */
const BRIDGE = -0.98;
const NUT = -0.99;

export class BowedLoop {
  readonly #bow: Bow;
  readonly #c: number;
  readonly #onset: number;
  readonly #longest: number;
  readonly #bridge: FractionalDelay;
  readonly #nut: FractionalDelay;
  readonly #state = new Float64Array(2);

  /** `longest` is the longest delay of either side, in samples. */
  constructor(bow: Bow, sampleRate: number, longest: number) {
    this.#bow = bow;
    this.#c = lossCoefficient(bow.damping);
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
    const f = v * Math.max(1 - Math.abs(v), 0) * (0.3 + 0.7 * pressure) * (i < onset ? i / onset : 1);
    const fb = (1 - c) * (vn + f / 2) + c * state[0]!;
    const fn = (1 - c) * (vb + f / 2) + c * state[1]!;
    state[0] = fb;
    state[1] = fn;
    this.#bridge.write(BRIDGE * fb);
    this.#nut.write(NUT * fn);
    return fb;
  }
}
