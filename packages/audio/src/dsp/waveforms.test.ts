import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fillPulse, fillSawtooth, pulse, sawtooth } from './waveforms.ts';

const phase = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const width = fc.double({ min: 0, max: 0.5, noNaN: true });
const duty = fc.oneof(fc.double({ min: -0.5, max: 1.5, noNaN: true }), fc.constantFrom(0, 0.5, 1));

it('fills what the functions give one by one, to the bit', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(phase, width, duty), { minLength: 1 }), (points) => {
      const [phases, widths, duties] = [0, 1, 2].map((i) => Float64Array.from(points, (point) => point[i]!)) as [
        Float64Array,
        Float64Array,
        Float64Array,
      ];
      const out = new Float64Array(points.length);
      fillSawtooth(out, phases, widths, points.length);
      expect([...out]).toEqual(points.map(([x, w]) => sawtooth(x, w)));
      fillPulse(out, phases, widths, duties, points.length);
      expect([...out]).toEqual(points.map(([x, w, d]) => pulse(x, w, d)));
    }),
    { numRuns: 500 },
  );
});
