import { describe, expect, it } from 'vitest';
import { paramsOf } from '../_fixtures.ts';
import { renderParams } from '../render.ts';

const RATE = 44100;

function pluck(frequency: number, blend: number, change: Record<string, unknown> = {}): Float64Array {
  const synthesis = { type: 'karplus_strong', frequency, decay: 0.9999, blend };
  const params = paramsOf([{ synthesis }], { duration_seconds: 1, sample_rate: RATE, ...change });
  return renderParams(params, 5).channels[0]! as Float64Array;
}

/** Frequency near `hz` by the phase advance of its component between two windows. */
function measure(x: Float64Array, hz: number): number {
  const size = 8192;
  const hop = Math.round(8 * (RATE / hz));
  const phaseAt = (from: number) => {
    let re = 0;
    let im = 0;
    for (let i = 0; i < size; i++) {
      const w = 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / size);
      const angle = (2 * Math.PI * hz * (from + i)) / RATE;
      re += w * x[from + i]! * Math.cos(angle);
      im -= w * x[from + i]! * Math.sin(angle);
    }
    return Math.atan2(im, re);
  };
  const start = RATE / 5;
  const turn = (phaseAt(start + hop) - phaseAt(start)) / (2 * Math.PI);
  return hz + ((turn - Math.round(turn)) * RATE) / hop;
}

const centsOff = (measured: number, hz: number) => 1200 * Math.log2(measured / hz);

describe('tuning', () => {
  it.each([
    [40, 0.5],
    [82.41, 0.9],
    [196, 0.7],
    [440, 0.5],
    [440, 0.95],
    [987.77, 0.6],
    [1760, 0.8],
    [2637, 0.95],
    [4000, 0.9],
  ])('%d Hz with blend %d is within a cent', (hz, blend) => {
    expect(Math.abs(centsOff(measure(pluck(hz, blend), hz), hz))).toBeLessThan(1);
  });

  it('follows a pitch envelope', () => {
    const raised = { attack: 0, decay: 0, sustain: 1, release: 0, depth: 12 };
    const x = pluck(220, 0.9, { pitch_envelope: raised });
    expect(Math.abs(centsOff(measure(x, 440), 440))).toBeLessThan(2);
  });
});

it("starts with the seed's noise whatever the tuning", () => {
  const a = pluck(440, 0.5);
  const b = pluck(441, 0.5);
  expect(a.slice(0, 90)).toEqual(b.slice(0, 90));
});

it('is silent without a frequency, and finite at any', () => {
  for (const hz of [0, -3]) expect(Math.max(...pluck(hz, 0.5))).toBe(0);
  for (const hz of [1e-300, 0.5, 14000, 22050, 1e300]) {
    expect(pluck(hz, 0.2).every((v) => Math.abs(v) <= 2)).toBe(true);
  }
});
