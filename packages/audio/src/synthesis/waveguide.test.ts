import type { Pcg32 } from '@speccade/numerics';
import { describe, expect, it } from 'vitest';
import { collect } from '../_fixtures.ts';
import { filters } from '../filters/index.ts';
import { waveguide } from './waveguide.ts';

const RATE = 44100;
const LENGTH = 1 << 16;

/** Answer of the loop to one breath of one sample, too weak to saturate it. */
function impulseResponse(frequency: number, damping: number, resonance: number): Float64Array {
  const breath = 1e-6;
  let drawn = 0;
  const click = {
    fillBipolar(out: Float64Array, start: number, end: number) {
      out.fill(0, start, end);
      if (drawn++ === 0) out[start] = 1;
    },
  } as unknown as Pcg32;
  const context = { sampleRate: RATE, length: LENGTH, random: click, modulation: {}, lowestPitch: 1, pan: 0, filters };
  const voice = waveguide.voice({ type: 'waveguide', frequency, breath, noise: 1, damping, resonance }, context);
  const x = collect(LENGTH, voice.render);
  return x.map((v) => v / breath);
}

/** By how many cents the loop is off at `hz`: from its phase there, which is a whole turn if it is in tune. */
function centsOff(h: Float64Array, hz: number, resonance: number): number {
  let re = 0;
  let im = 0;
  for (let i = 0; i < h.length; i++) {
    re += h[i]! * Math.cos((2 * Math.PI * hz * i) / RATE);
    im -= h[i]! * Math.sin((2 * Math.PI * hz * i) / RATE);
  }
  // The answer is L/(1 − rL) for a loop L, so L is the answer over 1 + r times it.
  const [a, b] = [1 + resonance * re, resonance * im];
  const phase = Math.atan2(im * a - re * b, re * a + im * b);
  return (1200 * Math.log2(Math.E) * phase) / (2 * Math.PI);
}

describe('the loop', () => {
  const cases = [40, 82.41, 196, 440, 987.77, 1760, 2637, 4000].flatMap((hz) =>
    [0, 0.5, 1].map((d) => [hz, d] as const),
  );
  it.each(cases)('of %d Hz with damping %d is within a cent', (hz, damping) => {
    expect(Math.abs(centsOff(impulseResponse(hz, damping, 0.5), hz, 0.5))).toBeLessThan(1);
  });
});
