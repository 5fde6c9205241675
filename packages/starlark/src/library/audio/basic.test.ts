import { expect, it } from 'vitest';
import { caller } from '../testing.ts';
import { BASIC } from './basic.ts';

const call = caller(BASIC);

it.each([
  ['oscillator(440)', '{"type":"oscillator","waveform":"sine","frequency":440.0}'],
  [
    'oscillator(330, "square", 82.5, "exponential", duty = 0.25, detune = -3)',
    '{"type":"oscillator","waveform":"square","frequency":330.0,"freq_sweep":{"end_freq":82.5,"curve":"exponential"},"detune":-3.0,"duty":0.25}',
  ],
])('%s', async (source, json) => {
  expect(await call(source)).toBe(json);
});

it.each([
  ['oscillator(-440)', "S103: oscillator(): 'frequency' must be positive, got -440"],
  [
    'oscillator(1, "squar")',
    "S104: oscillator(): 'waveform' must be one of: sine, square, sawtooth, triangle, pulse. Did you mean 'square'?",
  ],
  ['oscillator(1, sweep_to = "x")', "S102: oscillator(): 'sweep_to' expected float, got string"],
  ['oscillator(1, sweep_to = -1, curve = "no")', 'S104'],
  ['oscillator()', 'bind frequency'],
])('%s is refused', async (source, text) => {
  expect(await call(source)).toContain(text);
});
