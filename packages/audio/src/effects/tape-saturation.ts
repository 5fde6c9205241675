/**
 * Asymmetric saturation, a speed that wavers slowly (wow) and fast (flutter), and hiss. The wavering needs a line that
 * is read up to 3.5 ms before and after its middle; the latency of that is compensated by looking ahead.
 */
import { Pcg32 } from '@speccade/numerics';
import { deriveComponentSeed } from '@speccade/spec';
import { DelayLine, interpolate } from '../dsp/delay-line.ts';
import { LATENCY } from '../dsp/oversampler.ts';
import { BLOCK, inBlocks } from '../dsp/process.ts';
import { sinTurns } from '../dsp/sine.ts';
import { OversampledCurve } from './oversampled.ts';
import { createParameter } from './parameter.ts';
import type { EffectMaker, EffectOf } from './types.ts';

/** Milliseconds. */
const WOW = 3;
const FLUTTER = 0.5;

export interface TapeSetup {
  /** Milliseconds by which the sound comes late. */
  readonly latency: number;
  /** Whether the bias, with nothing on the tape, gives a constant output. */
  readonly restingOffset: boolean;
}

export function createTape({ latency, restingOffset }: TapeSetup): EffectMaker<EffectOf<'tape_saturation'>> {
  return (effect, { sampleRate, frames, seed, modulation, ...context }) => {
    const bias = Math.min(Math.max(effect.bias, -0.5), 0.5);
    const wowRate = Math.min(Math.max(effect.wow_rate, 0), 3);
    const flutterRate = Math.min(Math.max(effect.flutter_rate, 0), 20);
    const hiss = Math.min(Math.max(effect.hiss_level, 0), 0.1);
    const drive = createParameter(effect.drive, 1, 20, modulation.distortion_drive);
    const random = new Pcg32(deriveComponentSeed(seed, 'tape_saturation_hiss'));
    const reach = (wowRate > 0 ? WOW : 0) + (flutterRate > 0 ? FLUTTER : 0);
    const perMs = sampleRate / 1000;
    const lookahead = Math.max(Math.ceil((reach - latency) * perMs), 0);
    const middle = lookahead + latency * perMs;
    const lineL = new DelayLine(middle + reach * perMs, frames + lookahead, BLOCK);
    const lineR = new DelayLine(middle + reach * perMs, frames + lookahead, BLOCK);
    // Of each sample: the output for silence, which is taken out, and what the output is divided by.
    const resting = new Float64Array(BLOCK);
    const levels = new Float64Array(BLOCK);
    const prepare = (drives: Float64Array, count: number) => {
      for (let i = 0; i < count; i++) {
        resting[i] = restingOffset ? 0 : saturate(0, drives[i]!, bias);
        levels[i] = Math.sqrt(drives[i]!);
      }
    };
    if (drive.still !== undefined) prepare(drive.block(0, BLOCK), BLOCK);
    const { oversampling = context.oversampling ?? 1 } = effect;
    const curve =
      oversampling > 1
        ? new OversampledCurve(oversampling, drive, (x, drives, count) =>
            distort(x, drives, bias, restingOffset, count),
          )
        : undefined;
    const early = curve ? LATENCY : 0;
    const bentL = new Float64Array(BLOCK);
    const bentR = new Float64Array(BLOCK);
    /** Puts samples on the tape that stand at `at`, {@link early} ones later, and belong to the positions from `from` on. */
    const record = (left: Float64Array, right: Float64Array, at: number, from: number, count: number) => {
      if (curve) {
        curve.process(left, right, at + early, bentL, bentR, from, count);
        lineL.write(bentL, count);
        lineR.write(bentR, count);
        return;
      }
      const drives = drive.block(from, from + count);
      if (drive.still === undefined) prepare(drives, count);
      write(lineL, left, at, drives, bias, resting, levels, count);
      write(lineR, right, at, drives, bias, resting, levels, count);
    };
    const noise = new Float64Array(BLOCK);
    const delays = new Float64Array(BLOCK).fill(Math.min(middle, lineL.longest));
    return {
      lookahead: lookahead + early,
      process(left, right, start, end) {
        const count = end - start;
        if (start === 0) curve?.prime(left, right);
        if (start === 0) inBlocks(lookahead, (from, to) => record(left, right, from, from, to - from));
        const { next, longest } = lineL;
        record(left, right, lookahead, start + lookahead, count);
        if (reach > 0) {
          for (let i = 0; i < count; i++) {
            const t = (start + i) / sampleRate;
            const wow = wowRate > 0 ? WOW * sinTurns(wowRate * t) : 0;
            const flutter = flutterRate > 0 ? FLUTTER * sinTurns(flutterRate * t) : 0;
            delays[i] = Math.min(Math.max(middle + (wow + flutter) * perMs, 0), longest);
          }
        }
        if (hiss > 0) {
          random.fillBipolar(noise, 0, count);
          for (let i = 0; i < count; i++) noise[i] = hiss * noise[i]!;
        }
        play(lineL, next, left, delays, noise, count);
        play(lineR, next, right, delays, noise, count);
      },
    };
  };
}

function saturate(x: number, drive: number, bias: number): number {
  const u = drive * (x + bias);
  const v = u + 0.1 * Math.abs(u);
  return v >= 0 ? v / (1 + v) : v / (1 - 1.2 * v);
}

/** The saturation at the higher rate: the same as {@link write} does sample by sample. */
function distort(x: Float64Array, drives: Float64Array, bias: number, restingOffset: boolean, count: number): void {
  for (let i = 0; i < count; i++) {
    const drive = drives[i]!;
    const resting = restingOffset ? 0 : saturate(0, drive, bias);
    x[i] = (saturate(x[i]!, drive, bias) - resting) / Math.sqrt(drive);
  }
}

function write(
  line: DelayLine,
  x: Float64Array,
  at: number,
  drives: Float64Array,
  bias: number,
  resting: Float64Array,
  levels: Float64Array,
  count: number,
): void {
  const { values, mask, next } = line;
  for (let i = 0; i < count; i++) {
    values[(next + i) & mask] = (saturate(x[at + i]!, drives[i]!, bias) - resting[i]!) / levels[i]!;
  }
  line.next = (next + count) & mask;
}

/** Reads the line, from the place `newest` on. */
function play(
  { values, mask }: DelayLine,
  newest: number,
  x: Float64Array,
  delays: Float64Array,
  noise: Float64Array,
  count: number,
): void {
  for (let i = 0; i < count; i++) x[i] = interpolate(values, mask, newest + i, delays[i]!) + noise[i]!;
}

export const tapeSaturation = createTape({ latency: 0, restingOffset: false });
