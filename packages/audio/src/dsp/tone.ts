/** Short tones from phase 0, for grains and frames. */
import type { Waveform } from '@speccade/spec/kinds/audio_v1';
import { clampHertz } from './frequency.ts';
import { sinTurns } from './sine.ts';
import { pulse, sawtooth, triangle } from './waveforms.ts';

/** Writes `count` samples of a waveform of `hz` Hz to `out`; squares have a duty of 0.5. */
export type Tone = (out: Float64Array, count: number, waveform: Waveform, hz: number, sampleRate: number) => void;

/** Band-limited where the waveform jumps. */
export const bandLimitedTone: Tone = (out, count, waveform, hz, sampleRate) => {
  const step = clampHertz(hz) / sampleRate;
  const width = Math.min(Math.abs(step), 0.5);
  const advance = step - Math.floor(step);
  let x = 0;
  for (let k = 0; k < count; k++) {
    out[k] = shape(waveform, x, width);
    x += advance;
    if (x >= 1) x -= 1;
  }
};

function shape(waveform: Waveform, x: number, width: number): number {
  switch (waveform) {
    case 'sine':
      return sinTurns(x);
    case 'triangle':
      return triangle(x);
    case 'sawtooth':
      return sawtooth(x, width);
    case 'square':
    case 'pulse':
      return pulse(x, width, 0.5);
  }
}
