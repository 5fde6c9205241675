/**
 * Asymmetric saturation, a speed that wavers slowly (wow) and fast (flutter), and hiss. The wavering needs a line that
 * is read up to 3.5 ms before and after its middle; the latency of that is compensated by looking ahead.
 */
import { Pcg32 } from '@speccade/numerics';
import { deriveComponentSeed } from '@speccade/spec';
import { DelayLine } from '../dsp/delay-line.ts';
import { inBlocks } from '../dsp/process.ts';
import { sinTurns } from '../dsp/sine.ts';
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

function saturate(x: number, drive: number, bias: number): number {
  const u = drive * (x + bias);
  const v = u + 0.1 * Math.abs(u);
  return v >= 0 ? v / (1 + v) : v / (1 - 1.2 * v);
}

export function createTape({ latency, restingOffset }: TapeSetup): EffectMaker<EffectOf<'tape_saturation'>> {
  return (effect, { sampleRate, frames, seed, modulation }) => {
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
    const lineL = new DelayLine(middle + reach * perMs, frames + lookahead);
    const lineR = new DelayLine(middle + reach * perMs, frames + lookahead);

    const write = (l: number, r: number, d: number) => {
      const resting = restingOffset ? 0 : saturate(0, d, bias);
      const level = Math.sqrt(d);
      lineL.write((saturate(l, d, bias) - resting) / level);
      lineR.write((saturate(r, d, bias) - resting) / level);
    };
    return {
      lookahead,
      process(left, right, start, end) {
        if (start === 0) {
          inBlocks(lookahead, (from, to) => {
            const drives = drive.block(from, to);
            for (let i = from; i < to; i++) write(left[i]!, right[i]!, drives[i - from]!);
          });
        }
        const drives = drive.block(start + lookahead, end + lookahead);
        for (let i = 0; i < end - start; i++) {
          write(left[i + lookahead]!, right[i + lookahead]!, drives[i]!);
          const t = (start + i) / sampleRate;
          const wow = wowRate > 0 ? WOW * sinTurns(wowRate * t) : 0;
          const flutter = flutterRate > 0 ? FLUTTER * sinTurns(flutterRate * t) : 0;
          const d = middle + (wow + flutter) * perMs;
          const noise = hiss * random.nextBipolar();
          left[i] = lineL.readWritten(d) + noise;
          right[i] = lineR.readWritten(d) + noise;
        }
      },
    };
  };
}

export const tapeSaturation = createTape({ latency: 0, restingOffset: false });
