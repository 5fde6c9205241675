import type { Synthesis } from '@speccade/spec/kinds/audio_v1';
import { accumulate } from '../dsp/accumulate.ts';
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
    const share = Float64Array.of(1 / count);
    const block = new Float64Array(BLOCK);
    if (saws.every(({ offset }) => Math.abs(offset) <= NARROWEST)) {
      return {
        render(out, start, end) {
          out.fill(0, 0, end - start);
          for (const { fill } of saws) {
            fill(block, start, end);
            accumulate(out, block, end - start, share);
          }
        },
      };
    }
    const pan = context.pan;
    const gains = new Float64Array(2);
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
            gains[0] = share[0]! * cosTurns(angle);
            gains[1] = share[0]! * sinTurns(angle);
            accumulate(left, block, count, gains, 0);
            accumulate(right!, block, count, gains, 1);
          } else {
            gains[0] = share[0]!;
            gains[1] = offset;
            addMoving(left, right!, block, pan.block(start, end), count, gains);
          }
        }
      },
    };
  },
};

function addMoving(
  left: Float64Array,
  right: Float64Array,
  x: Float64Array,
  pans: Float64Array,
  count: number,
  setup: Float64Array,
): void {
  const share = setup[0]!;
  const offset = setup[1]!;
  for (let k = 0; k < count; k++) {
    const angle = angleOf(pans[k]! + offset);
    const value = share * x[k]!;
    left[k] = left[k]! + value * cosTurns(angle);
    right[k] = right[k]! + value * sinTurns(angle);
  }
}

/** Turns of the equal-power law. */
function angleOf(pan: number): number {
  return (Math.min(Math.max(pan, -1), 1) + 1) / 8;
}
