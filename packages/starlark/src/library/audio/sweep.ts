import type { StarlarkFloat, StarlarkInput } from '@speccade/starlark-wasm';

/** A sweep of the frequency to its end, where there is one. */
export const sweep = (end: StarlarkFloat | undefined, curve = 'linear'): StarlarkInput =>
  end && { end_freq: end, curve };
