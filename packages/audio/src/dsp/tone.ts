/** Short tones from phase 0, for grains and frames. */
import type { Waveform } from '@speccade/spec/kinds/audio_v1';
import { clampHertz } from './frequency.ts';
import { createOscillator } from './oscillator.ts';
import { inBlocks } from './process.ts';

/** Writes `count` samples of a waveform of `hz` Hz to `out`; squares have a duty of 0.5. */
export type Tone = (out: Float64Array, count: number, waveform: Waveform, hz: number, sampleRate: number) => void;

/** Band-limited where the waveform jumps. */
export const bandLimitedTone: Tone = (out, count, waveform, hz, sampleRate) => {
  const fill = createOscillator({ waveform, step: clampHertz(hz) / sampleRate });
  inBlocks(count, (start, end) => fill(out.subarray(start, end), start, end));
};
