import { describe, expect, it } from 'vitest';
import { paramsOf } from '../_fixtures.ts';
import { centsOff, pitchNear } from '../_spectrum.ts';
import { renderParams } from '../render.ts';

const RATE = 44100;

function bow(frequency: number, pressure: number, position: number, damping: number, compat?: 'reference') {
  const synthesis = { type: 'bowed_string', frequency, bow_pressure: pressure, bow_position: position, damping };
  const params = paramsOf([{ synthesis }], { duration_seconds: 2, sample_rate: RATE });
  return renderParams(params, 1, { compat }).channels[0]! as Float64Array;
}

describe('tuning', () => {
  // The loop is in tune to a cent; the friction then pulls the note by a few, as much as it does the reference's.
  it.each([
    [82.41, 0.6, 0.12, 0.3],
    [196, 0.5, 0.12, 0.3],
    [220, 0.6, 0.12, 1],
    [220, 0.9, 0.25, 0.3],
    [440, 0.6, 0.2, 0.3],
    [880, 0.6, 0.12, 0.3],
    [1760, 0.6, 0.2, 0.1],
    [2637, 0.6, 0.2, 0.1],
    [4000, 0.6, 0.2, 0.1],
  ])('%d Hz with pressure %d at %d, damping %d, sounds within 7 cents', (hz, pressure, position, damping) => {
    const x = bow(hz, pressure, position, damping);
    expect(Math.abs(centsOff(pitchNear(x, hz, RATE, 40_000), hz))).toBeLessThan(7);
  });

  it('the reference is up to a semitone off', () => {
    const off = (hz: number, damping: number, near: number) =>
      centsOff(pitchNear(bow(hz, 0.6, 0.12, damping, 'reference'), near, RATE, 40_000), hz);
    expect(off(220, 1, 204)).toBeLessThan(-100);
    expect(off(440, 0.3, 446)).toBeGreaterThan(15);
  });
});
