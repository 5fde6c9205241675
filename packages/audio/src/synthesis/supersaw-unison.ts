import type { Synthesis } from '@speccade/spec/kinds/audio_v1';
import { centsRatio, phaseStep } from '../dsp/frequency.ts';
import { createOscillator } from '../dsp/oscillator.ts';
import { BLOCK } from '../dsp/process.ts';
import { cosTurns, sinTurns } from '../dsp/sine.ts';
import type { Synthesizer } from '../voice.ts';

/** Pans closer together than this are one place. */
const NARROWEST = 1e-6;

/**
 * Detuned sawtooths side by side, from a common phase 0, so that a note starts with one loud saw that spreads (after the
 * Roland JP-8000's). Each voice has its place around the pan of the layer; filter and LFO work on the sum of each side.
 * Raw level: the mean of the voices.
 */
export const supersawUnison: Synthesizer<Extract<Synthesis, { type: 'supersaw_unison' }>> = {
  follows: ['pitch'],
  voice({ frequency, voices, detune_cents, spread, detune_curve }, context) {
    const count = Math.max(voices, 1);
    const saws = Array.from({ length: count }, (_, v) => {
      const place = count === 1 ? 0 : -1 + (2 * v) / (count - 1);
      const cents = (detune_curve === 'exp2' ? place * Math.abs(place) : place) * detune_cents;
      const step = phaseStep(frequency, undefined, centsRatio(cents), context);
      return { offset: place * spread, fill: createOscillator({ waveform: 'sawtooth', step }) };
    });
    const share = 1 / count;
    const block = new Float64Array(BLOCK);
    if (saws.every(({ offset }) => Math.abs(offset) <= NARROWEST)) {
      return {
        render(out, start, end) {
          out.fill(0, 0, end - start);
          for (const { fill } of saws) {
            fill(block, start, end);
            for (let k = 0; k < end - start; k++) out[k] = out[k]! + share * block[k]!;
          }
        },
      };
    }
    const pan = context.pan;
    return {
      stereo: true,
      placed: true,
      render(left, start, end, right) {
        const count = end - start;
        left.fill(0, 0, count);
        right!.fill(0, 0, count);
        for (const { offset, fill } of saws) {
          fill(block, start, end);
          if (typeof pan === 'number') {
            const angle = angleOf(pan + offset);
            addPanned(left, right!, block, count, share * cosTurns(angle), share * sinTurns(angle));
          } else {
            const pans = pan.block(start, end);
            for (let k = 0; k < count; k++) {
              const angle = angleOf(pans[k]! + offset);
              const value = share * block[k]!;
              left[k] = left[k]! + value * cosTurns(angle);
              right![k] = right![k]! + value * sinTurns(angle);
            }
          }
        }
      },
    };
  },
};

/** Turns of the equal-power law. */
function angleOf(pan: number): number {
  return (Math.min(Math.max(pan, -1), 1) + 1) / 8;
}

function addPanned(
  left: Float64Array,
  right: Float64Array,
  block: Float64Array,
  count: number,
  toLeft: number,
  toRight: number,
): void {
  for (let k = 0; k < count; k++) {
    left[k] = left[k]! + toLeft * block[k]!;
    right[k] = right[k]! + toRight * block[k]!;
  }
}
