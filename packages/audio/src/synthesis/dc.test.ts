import { describe, expect, it } from 'vitest';
import { paramsOf } from '../_fixtures.ts';
import { mean } from '../_spectrum.ts';
import { renderParams } from '../render.ts';

/** Mean of what sounds from 0.3 s on, over whole periods. */
function dc(synthesis: Record<string, unknown>, compat?: 'reference'): number {
  const params = paramsOf([{ synthesis }], { duration_seconds: 0.8, sample_rate: 44000 });
  return Math.abs(mean((renderParams(params, 3, { compat }).channels[0]! as Float64Array).subarray(13200)));
}

describe('generators that would have DC', () => {
  it.each([
    { type: 'formant', frequency: 110, vowel: 'a' },
    { type: 'vosim', frequency: 110, formant_freq: 800, pulses: 3 },
    { type: 'pd_synth', frequency: 110, distortion: 3, waveform: 'resonant' },
    { type: 'pd_synth', frequency: 110, distortion: 3, waveform: 'sawtooth' },
    { type: 'wavetable', table: 'pwm', frequency: 110, position: 0.1 },
    { type: 'wavetable', table: 'basic', frequency: 110, position: 0.9 },
    { type: 'wavetable', table: 'organ', frequency: 110, position: 0.3 },
    { type: 'wavetable', table: 'formant', frequency: 110, position: 0.3 },
  ])('%j has none', (synthesis) => {
    expect(dc(synthesis)).toBeLessThan(1e-3);
    expect(dc(synthesis, 'reference')).toBeGreaterThan(0.009);
  });
});
