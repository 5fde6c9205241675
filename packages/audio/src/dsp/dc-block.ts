/** Takes out what a generator has at 0 Hz. */
import { exp } from '@speccade/numerics';
import type { Voice } from '../voice.ts';
import type { Process } from './process.ts';
import { TAU } from './sine.ts';

/** −3 dB point in Hz. */
const CORNER = 5;

/** A first-order high-pass at 5 Hz with a gain of 1 at Nyquist, from zero state: a zero at 0 Hz and a real pole. */
export function createDcBlock(sampleRate: number): Process {
  const pole = exp((-TAU * CORNER) / sampleRate);
  const gain = (1 + pole) / 2;
  let before = 0;
  let last = 0;
  return {
    process(x, start, end) {
      let x1 = before;
      let y = last;
      for (let i = 0; i < end - start; i++) {
        const x0 = x[i]!;
        y = gain * (x0 - x1) + pole * y;
        x1 = x0;
        x[i] = y;
      }
      before = x1;
      last = y;
    },
  };
}

/** The voice without its DC. */
export function withoutDc(voice: Voice, sampleRate: number): Voice {
  const block = createDcBlock(sampleRate);
  return {
    ...voice,
    render(out, start, end) {
      voice.render(out, start, end);
      block.process(out, start, end);
    },
  };
}
