/** The sum of the layers, with volume, pan and start. Mono unless a layer is panned or stereo. */
import { cosTurns, sinTurns } from './dsp/sine.ts';

/** A finished layer. */
export interface MixSignal {
  readonly left: Float64Array;
  /** Present for layers that are stereo themselves. */
  readonly right?: Float64Array | undefined;
  /** Sample of the mix at which the layer starts. */
  readonly start: number;
  /** 0 to 1. */
  readonly volume: number;
  /** −1 (left) to 1 (right), or one such value per sample of the layer. */
  readonly pan: number | Float64Array;
}

/** A smaller pan counts as the centre. */
const CENTRE = 1e-6;
/** Gain of a centred layer in a stereo mix: equal power, −3 dB. */
const CENTRE_GAIN = Math.SQRT1_2;

/** Takes layers one by one, so that only one of them needs to be in memory beside the mix. */
export class Mix {
  /** Centred layers, summed apart until it is known whether the mix is stereo. */
  readonly #centre: Float64Array;
  readonly #frames: number;
  #sides: [left: Float64Array, right: Float64Array] | undefined;

  constructor(frames: number) {
    this.#frames = frames;
    this.#centre = new Float64Array(frames);
  }

  add(signal: MixSignal): void {
    const { left, right, start, volume, pan } = signal;
    if (right !== undefined) addStereo(this.#stereo(), left, right, start, volume, pan);
    else if (typeof pan !== 'number') addMoving(this.#stereo(), left, start, volume, pan);
    else if (Math.abs(pan) > CENTRE) {
      const [l, r] = this.#stereo();
      accumulate(l, left, start, volume * cosTurns((pan + 1) / 8));
      accumulate(r, left, start, volume * sinTurns((pan + 1) / 8));
    } else accumulate(this.#centre, left, start, volume);
  }

  /** One channel, or left and right. The mix is used up by it. */
  channels(): Float64Array[] {
    const centre = this.#centre;
    if (this.#sides === undefined) return [centre];
    for (const side of this.#sides) accumulate(side, centre, 0, CENTRE_GAIN);
    return this.#sides;
  }

  #stereo(): [Float64Array, Float64Array] {
    this.#sides ??= [new Float64Array(this.#frames), new Float64Array(this.#frames)];
    return this.#sides;
  }
}

type Sides = readonly [left: Float64Array, right: Float64Array];

function accumulate(sum: Float64Array, x: Float64Array, start: number, gain: number): void {
  for (let i = 0; i < x.length; i++) sum[start + i] = sum[start + i]! + x[i]! * gain;
}

function addMoving([l, r]: Sides, x: Float64Array, start: number, volume: number, pan: Float64Array): void {
  for (let i = 0; i < x.length; i++) {
    const angle = (pan[i]! + 1) / 8;
    const value = x[i]! * volume;
    l[start + i] = l[start + i]! + value * cosTurns(angle);
    r[start + i] = r[start + i]! + value * sinTurns(angle);
  }
}

/** Keeps the image at the centre and folds the far channel into the near one towards the sides. */
function addStereo(
  [l, r]: Sides,
  left: Float64Array,
  right: Float64Array,
  start: number,
  volume: number,
  pan: number | Float64Array,
): void {
  for (let i = 0; i < left.length; i++) {
    const p = typeof pan === 'number' ? pan : pan[i]!;
    const toRight = left[i]! * Math.max(p, 0);
    const toLeft = right[i]! * Math.max(-p, 0);
    l[start + i] = l[start + i]! + volume * (left[i]! - toRight + toLeft);
    r[start + i] = r[start + i]! + volume * (right[i]! - toLeft + toRight);
  }
}
