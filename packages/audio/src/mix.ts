/** The sum of the layers, with volume, pan and start. Mono unless a layer is panned or stereo. */
import type { Curve } from './dsp/curve.ts';
import { BLOCK } from './dsp/process.ts';
import { cosTurns, sinTurns } from './dsp/sine.ts';

/** A finished layer, from which blocks are asked in order. */
export interface MixSignal {
  /** Whether it writes a right channel too. */
  readonly stereo: boolean;
  /** Sample of the mix at which the layer starts. */
  readonly start: number;
  /** Samples of the layer. */
  readonly length: number;
  /** 0 to 1. */
  readonly volume: number;
  /** −1 (left) to 1 (right), fixed or moving from the start of the layer. */
  readonly pan: number | Curve;
  /** Writes the samples `[start, end)` of the layer to `[0, end − start)`. */
  render(left: Float64Array, right: Float64Array, start: number, end: number): void;
}

/** A smaller pan counts as the centre. */
const CENTRE = 1e-6;
/** Gain of a centred layer in a stereo mix: equal power, −3 dB. */
const CENTRE_GAIN = Math.SQRT1_2;

export class Mix {
  readonly stereo: boolean;
  readonly #layers: readonly Layer[];
  /** Centred layers of a stereo mix. */
  readonly #centre = new Float64Array(BLOCK);

  constructor(signals: readonly MixSignal[]) {
    this.#layers = signals.map((signal) => new Layer(signal));
    this.stereo = this.#layers.some(({ adds }) => adds !== addCentred);
  }

  /** Writes the samples `[start, end)` of the mix to `[0, end − start)`; a mono mix leaves `right` alone. */
  render(left: Float64Array, right: Float64Array, start: number, end: number): void {
    const count = end - start;
    const centre = this.stereo ? this.#centre : left;
    centre.fill(0, 0, count);
    if (this.stereo) {
      left.fill(0, 0, count);
      right.fill(0, 0, count);
    }
    const sum = { left, right, centre };
    for (const layer of this.#layers) layer.addTo(sum, start, end);
    if (!this.stereo) return;
    for (let k = 0; k < count; k++) {
      left[k] = left[k]! + centre[k]! * CENTRE_GAIN;
      right[k] = right[k]! + centre[k]! * CENTRE_GAIN;
    }
  }
}

/** A layer with the block of it that was made last. */
class Layer {
  readonly adds: Adder;
  readonly #signal: MixSignal;
  readonly #left = new Float64Array(BLOCK);
  readonly #right: Float64Array;
  #from = 0;
  #to = 0;

  constructor(signal: MixSignal) {
    this.#signal = signal;
    this.adds = adderOf(signal);
    this.#right = new Float64Array(signal.stereo ? BLOCK : 0);
  }

  /** Adds what of the layer lies in `[start, end)` of the mix. */
  addTo(sum: Sum, start: number, end: number): void {
    const signal = this.#signal;
    const { start: begin, length } = signal;
    const last = Math.min(end, begin + length) - begin;
    let at = Math.max(start - begin, 0);
    while (at < last) {
      if (at === this.#to) {
        this.#from = at;
        this.#to = Math.min(at + BLOCK, length);
        signal.render(this.#left, this.#right, this.#from, this.#to);
      }
      const stop = Math.min(last, this.#to);
      this.adds(sum, begin + at - start, this.#left, this.#right, at - this.#from, stop - at, signal, at);
      at = stop;
    }
  }
}

interface Sum {
  readonly left: Float64Array;
  readonly right: Float64Array;
  readonly centre: Float64Array;
}

/** Adds `count` samples of a layer, from the index `from` of its block, to those of the sum from the index `at`. */
type Adder = (
  sum: Sum,
  at: number,
  left: Float64Array,
  right: Float64Array,
  from: number,
  count: number,
  signal: MixSignal,
  position: number,
) => void;

function adderOf({ stereo, pan }: MixSignal): Adder {
  if (stereo) return addStereo;
  if (typeof pan !== 'number') return addMoving;
  return Math.abs(pan) > CENTRE ? addPanned : addCentred;
}

const addCentred: Adder = ({ centre }, at, x, _right, from, count, { volume }) => {
  accumulate(centre, at, x, from, count, volume);
};

const addPanned: Adder = ({ left, right }, at, x, _right, from, count, { volume, pan }) => {
  const angle = ((pan as number) + 1) / 8;
  accumulate(left, at, x, from, count, volume * cosTurns(angle));
  accumulate(right, at, x, from, count, volume * sinTurns(angle));
};

function accumulate(sum: Float64Array, at: number, x: Float64Array, from: number, count: number, gain: number): void {
  for (let k = 0; k < count; k++) sum[at + k] = sum[at + k]! + x[from + k]! * gain;
}

const addMoving: Adder = ({ left, right }, at, x, _right, from, count, { volume, pan }, position) => {
  const pans = (pan as Curve).block(position, position + count);
  for (let k = 0; k < count; k++) {
    const angle = (pans[k]! + 1) / 8;
    const value = x[from + k]! * volume;
    left[at + k] = left[at + k]! + value * cosTurns(angle);
    right[at + k] = right[at + k]! + value * sinTurns(angle);
  }
};

/** Keeps the image at the centre and folds the far channel into the near one towards the sides. */
const addStereo: Adder = ({ left, right }, at, l, r, from, count, { volume, pan }, position) => {
  const pans = typeof pan === 'number' ? undefined : pan.block(position, position + count);
  for (let k = 0; k < count; k++) {
    const p = pans === undefined ? (pan as number) : pans[k]!;
    const toRight = l[from + k]! * Math.max(p, 0);
    const toLeft = r[from + k]! * Math.max(-p, 0);
    left[at + k] = left[at + k]! + volume * (l[from + k]! - toRight + toLeft);
    right[at + k] = right[at + k]! + volume * (r[from + k]! - toLeft + toRight);
  }
};
