/** A curve with a drive, over both channels, at a multiple of the sample rate. */
import { LATENCY, Oversampler, REACH, type Shaping } from '../dsp/oversampler.ts';
import { BLOCK } from '../dsp/process.ts';
import type { Parameter } from './parameter.ts';

export class OversampledCurve {
  readonly #left: Oversampler;
  readonly #right: Oversampler;
  readonly #factor: number;
  readonly #drive: Parameter;
  readonly #shape: Shaping;
  readonly #drives: Float64Array;

  constructor(factor: number, drive: Parameter, shape: Shaping) {
    this.#left = new Oversampler(factor);
    this.#right = new Oversampler(factor);
    this.#factor = factor;
    this.#drive = drive;
    this.#shape = shape;
    this.#drives = new Float64Array(BLOCK * factor);
    if (drive.still !== undefined) this.#drives.fill(drive.still);
  }

  /** Takes the first {@link LATENCY} samples of the sound; to be called once, before {@link process}. */
  prime(left: Float64Array, right: Float64Array): void {
    const dropped = new Float64Array(LATENCY);
    if (this.#drive.still === undefined) {
      this.#hold(this.#drive.block(0, REACH), REACH, REACH);
      this.#drives.fill(this.#drives[REACH * this.#factor]!, 0, REACH * this.#factor);
    }
    this.#left.process(left, 0, dropped, this.#drives, LATENCY, this.#shape);
    this.#right.process(right, 0, dropped, this.#drives, LATENCY, this.#shape);
  }

  /**
   * Writes the samples `[start, start + count)` of both channels to `outL` and `outR`. The inputs stand from `at` on and
   * are those that come {@link LATENCY} samples later.
   */
  process(
    left: Float64Array,
    right: Float64Array,
    at: number,
    outL: Float64Array,
    outR: Float64Array,
    start: number,
    count: number,
  ): void {
    if (this.#drive.still === undefined) {
      this.#hold(this.#drive.block(start + REACH, start + REACH + count), 0, count);
    }
    this.#left.process(left, at, outL, this.#drives, count, this.#shape);
    this.#right.process(right, at, outR, this.#drives, count, this.#shape);
  }

  #hold(values: Float64Array, at: number, count: number): void {
    const factor = this.#factor;
    for (let n = 0; n < count; n++) this.#drives.fill(values[n]!, (at + n) * factor, (at + n + 1) * factor);
  }
}
