/** Fewer bits and a lower rate, held between samples. */
import { type EffectMaker, type EffectOf, onBoth } from './types.ts';

export const bitcrush: EffectMaker<EffectOf<'bitcrush'>> = (effect) => {
  const steps = 1 << (Math.min(Math.max(effect.bits, 1), 16) - 1);
  const advance = 1 / Math.max(effect.sample_rate_reduction, 1);
  return onBoth(() => {
    /** Phase of the hold, 1 at its end, and what is held. */
    const state = new Float64Array(2);
    return {
      process(x, start, end) {
        // The first sample keeps its bits.
        if (start === 0) state[1] = x[0]!;
        crush(x, steps, advance, state, end - start);
      },
    };
  });
};

function crush(x: Float64Array, steps: number, advance: number, state: Float64Array, count: number): void {
  let phase = state[0]!;
  let held = state[1]!;
  for (let i = 0; i < count; i++) {
    if (phase >= 1) {
      phase -= 1;
      const u = x[i]! * steps;
      held = (u < 0 ? -Math.round(-u) : Math.round(u)) / steps;
    }
    x[i] = held;
    phase += advance;
  }
  state[0] = phase;
  state[1] = held;
}
