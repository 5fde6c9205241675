/** Finds two places of a sample that look alike, so that it can go on from one to the other. */

const SHORTEST_WINDOW = 1024;
/** Products of two windows after which it is asked whether the rest is worth the work. */
const BLOCK = 64;

export interface Search {
  readonly rate: number;
  readonly cycle: number;
  readonly desired: number;
  readonly radius: number;
  readonly shortest: number;
}

export interface Alike {
  readonly start: number;
  readonly end: number;
  readonly correlation: number;
  readonly score: number;
}

const between = (low: number, value: number, high: number): number => Math.min(Math.max(value, low), high);

/** Samples that are compared from a start on. */
export function windowFrom(start: number, length: number, rate: number): number {
  return Math.min(Math.floor((length - start) / 3), rate);
}

/** The two places that are most alike; `undefined` where no two windows fit. */
export function findAlike(s: Int16Array, search: Search): Alike | undefined {
  const { rate, cycle, desired, radius, shortest } = search;
  const n = s.length;
  const first = Math.max(1, desired - radius);
  const last = Math.max(first, Math.min(desired + radius, n - (shortest + 2)));
  const startStep = between(16, Math.floor(cycle / 8), 128);
  const endStep = between(16, Math.floor(cycle / 8), 256);
  const stride = between(8, Math.floor(cycle / 16), 128);
  const energy = new WindowEnergy(s, stride);
  let best: Alike | undefined;
  let distance = 0;
  for (let start = first; start <= last; start += startStep) {
    const window = windowFrom(start, n, rate);
    if (window < SHORTEST_WINDOW) continue;
    const firstEnd = Math.min(n, Math.max(start + shortest, start + 2 * window));
    if (firstEnd >= n) continue;
    const pair = new WindowPair(s, energy, start, window);
    const scan = (from: number, to: number, step: number, least: number): Alike | undefined => {
      let found: Alike | undefined;
      let enough = least;
      for (let end = from; end <= to; end += step) {
        if (end - window < start + window) continue;
        const bonus = (0.01 * (end - start)) / rate;
        const likeness = pair.likeness(end - window, enough - bonus);
        if (likeness === undefined) continue;
        const score = likeness + bonus;
        if (found !== undefined && score <= found.score) continue;
        found = { start, end, correlation: likeness, score };
        enough = Math.max(enough, score);
      }
      return found;
    };
    // A sound with a pitch is like itself at the same distance wherever one looks: that much has to be surpassed.
    const near = firstEnd + endStep * Math.max(0, Math.round((start + distance - firstEnd) / endStep));
    const guess = near <= n ? scan(near, near, endStep, Number.NEGATIVE_INFINITY)?.score : undefined;
    const coarse = scan(firstEnd, n, endStep, guess ?? Number.NEGATIVE_INFINITY);
    if (coarse === undefined) continue;
    distance = coarse.end - start;
    const around = Math.max(2 * endStep, 64);
    // The fine scan alone decides, also where the coarse one saw something better between its steps.
    const to = Math.min(coarse.end + around, n);
    const fine = scan(Math.max(coarse.end - around, firstEnd), to, 4, best?.score ?? Number.NEGATIVE_INFINITY);
    if (fine === undefined || fine.end - start < shortest + 2) continue;
    if (best === undefined || fine.score > best.score) best = fine;
  }
  return best;
}

/** Of the samples `stride` apart in two windows. Exact: sums of integers below 2^53, in any order. */
export function dotProduct(s: Int16Array, a: number, b: number, length: number, stride: number): number {
  let sum = 0;
  for (let i = 0; i < length; i += stride) sum += s[a + i]! * s[b + i]!;
  return sum;
}

/** A window and others of its length that may be like it. */
class WindowPair {
  private readonly s: Int16Array;
  private readonly energy: WindowEnergy;
  private readonly start: number;
  private readonly window: number;
  private readonly own: number;

  constructor(s: Int16Array, energy: WindowEnergy, start: number, window: number) {
    [this.s, this.energy, this.start, this.window] = [s, energy, start, window];
    this.own = energy.of(start, window);
  }

  /**
   * The correlation with the window at `other`; `undefined` where one of the two is silent, and where it is less than
   * `least`: what is left of a product is at most the root of what is left of the energies (Cauchy and Schwarz), so that
   * most windows need not be looked at to their end. With that, searching takes a quarter of the time.
   */
  likeness(other: number, least: number): number | undefined {
    const { s, energy, start, window, own } = this;
    const theirs = energy.of(other, window);
    if (own === 0 || theirs === 0) return undefined;
    const whole = Math.sqrt(own * theirs);
    // Below what rounding could make of it.
    const needed = (least - 1e-9) * whole;
    const block = BLOCK * energy.stride;
    let product = 0;
    for (let from = 0; from < window; from += block) {
      const rest = window - from;
      if (product + Math.sqrt(energy.of(start + from, rest) * energy.of(other + from, rest)) < needed) return undefined;
      product += dotProduct(s, start + from, other + from, Math.min(block, rest), energy.stride);
    }
    return product / whole;
  }
}

/** Energies of windows, of samples `stride` apart, by running sums. */
class WindowEnergy {
  /** At `i + stride`: of samples `i`, `i - stride` and so on. */
  private readonly sums: Float64Array;
  readonly stride: number;

  constructor(s: Int16Array, stride: number) {
    this.stride = stride;
    this.sums = new Float64Array(s.length + stride);
    for (let i = 0; i < s.length; i++) this.sums[i + stride] = this.sums[i]! + s[i]! * s[i]!;
  }

  of(at: number, length: number): number {
    return this.sums[at + Math.ceil(length / this.stride) * this.stride]! - this.sums[at]!;
  }
}

/** Normalised correlation; `undefined` where a window is silent. */
export function correlation(product: number, energyA: number, energyB: number): number | undefined {
  return energyA === 0 || energyB === 0 ? undefined : product / Math.sqrt(energyA * energyB);
}
