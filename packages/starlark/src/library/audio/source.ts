/** Sources of `granular` and `spectral_freeze`, whose parameters mean what the type makes of them. */
import type { StarlarkInput, StarlarkValue } from '@speccade/starlark-wasm';
import { type Check, oneOf, positive } from '../checks.ts';
import type { Context } from '../define.ts';
import { number, text } from '../values.ts';
import { NOISE, WAVEFORM } from './enums.ts';

type Source = 'noise' | 'tone' | 'formant';

interface Given {
  readonly source_type: string;
  readonly param1: StarlarkValue;
  readonly param2: StarlarkValue | undefined;
}

/** The `build` for sources of these types. */
export const grainSource =
  (allowed: readonly Source[]) =>
  ({ source_type, param1, param2 }: Given, context: Context): StarlarkInput => {
    if (!(allowed as readonly string[]).includes(source_type)) {
      context.refuse('S104', 'source_type', `'source_type' must be one of: ${allowed.join(', ')}`);
    }
    const checked = <T>(value: T, name: string, check: Check): T => {
      const refusal = check.refuse(value, name);
      if (refusal) context.refuse(refusal.code, name, refusal.text);
      return value;
    };
    const frequency = (value: StarlarkValue | undefined, from: string, name: string) =>
      checked(number(value, from, context), name, positive);
    if (source_type === 'noise') {
      return { type: 'noise', noise_type: checked(text(param1, 'param1', context), 'noise_type', oneOf(NOISE)) };
    }
    if (source_type === 'tone') {
      const waveform = checked(text(param1, 'param1', context), 'waveform', oneOf(WAVEFORM));
      return { type: 'tone', waveform, frequency: frequency(param2, 'param2', 'frequency') };
    }
    return {
      type: 'formant',
      frequency: frequency(param1, 'param1', 'frequency'),
      formant_freq: frequency(param2, 'param2', 'formant_freq'),
    };
  };
