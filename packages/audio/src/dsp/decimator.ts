import { blackman, sin } from '@speccade/numerics';

/** Samples of the higher rate that the filter reaches to either side; odd, so that no tap is spent on a zero. */
const REACH = 23;
/** Pairs of samples after which the first one comes out. */
export const DECIMATOR_LATENCY = (REACH + 1) / 2;

/**
 * Halves the sample rate of what is written to it two samples at a time, by a half-band filter, a sinc in a Blackman
 * window: flat to 0.1 dB up to 0.38 of the lower rate, at least 70 dB down from 0.62 of it on. What comes out is the
 * second sample of the pair {@link DECIMATOR_LATENCY} pairs ago.
 */
export class Decimator {
  /** The taps of the odd distances 1, 3, 5 and so on; that of 0 is a half, the other even ones are 0. */
  readonly #taps = oddTaps();
  /** The first samples of the pairs, twice over, so that any stretch of one reach lies in one piece. */
  readonly #firsts = new Float64Array(4 * DECIMATOR_LATENCY);
  /** The second ones. */
  readonly #seconds = new Float64Array(DECIMATOR_LATENCY);
  #nextFirst = 0;
  #nextSecond = 0;

  /** Takes the next two samples and gives the next one of the lower rate. */
  process(first: number, second: number): number {
    const firsts = this.#firsts;
    const seconds = this.#seconds;
    const taps = this.#taps;
    firsts[this.#nextFirst] = first;
    firsts[this.#nextFirst + 2 * DECIMATOR_LATENCY] = first;
    this.#nextFirst = this.#nextFirst + 1 === 2 * DECIMATOR_LATENCY ? 0 : this.#nextFirst + 1;
    const after = this.#nextFirst + DECIMATOR_LATENCY;
    let sum = 0.5 * seconds[this.#nextSecond]!;
    for (let k = 0; k < DECIMATOR_LATENCY; k++) sum += taps[k]! * (firsts[after - 1 - k]! + firsts[after + k]!);
    seconds[this.#nextSecond] = second;
    this.#nextSecond = this.#nextSecond + 1 === DECIMATOR_LATENCY ? 0 : this.#nextSecond + 1;
    return sum;
  }
}

function oddTaps(): Float64Array {
  const window = blackman(2 * REACH + 3, 'symmetric');
  const taps = Float64Array.from({ length: DECIMATOR_LATENCY }, (_, k) => {
    const distance = 2 * k + 1;
    return (window[REACH + 1 + distance]! * sin((Math.PI / 2) * distance)) / (Math.PI * distance);
  });
  const sum = taps.reduce((a, b) => a + b, 0);
  return taps.map((tap) => tap / (4 * sum));
}
