/** Fewer bits and a lower rate, held between samples. */
import { type EffectMaker, type EffectOf, onBoth } from './types.ts';

export const bitcrush: EffectMaker<EffectOf<'bitcrush'>> = (effect) => {
  const steps = 1 << (Math.min(Math.max(effect.bits, 1), 16) - 1);
  const advance = 1 / Math.max(effect.sample_rate_reduction, 1);
  return onBoth(() => {
    let phase = 0;
    let held = 0;
    return {
      process(x, start, end) {
        for (let i = 0; i < end - start; i++) {
          if (phase >= 1) {
            phase -= 1;
            const u = x[i]! * steps;
            held = (u < 0 ? -Math.round(-u) : Math.round(u)) / steps;
          } else if (start + i === 0) held = x[0]!; // The first sample keeps its bits.
          x[i] = held;
          phase += advance;
        }
      },
    };
  });
};
