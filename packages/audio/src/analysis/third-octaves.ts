/** Third-octave bands with the centres and edges of IEC 61260-1 (base ten), 25 Hz to 20 kHz. */
import { pow } from '@speccade/numerics';
import type { PowerSpectrum } from './power-spectrum.ts';

const FIRST = -16;
const LAST = 13;
/** 10^(1/20): from the centre of a band to its upper edge. */
const HALF_BAND = 1.1220184543019633;

/** Powers of the bands whose upper edge is not above `limit` Hz. A bin is shared out where an edge cuts it. */
export function thirdOctaves({ binHz, power }: PowerSpectrum, limit: number): number[] {
  const bands: number[] = [];
  for (let n = FIRST; n <= LAST; n++) {
    const centre = 1000 * pow(10, n / 10);
    const from = centre / HALF_BAND / binHz;
    const to = (centre * HALF_BAND) / binHz;
    if (to * binHz > limit) break;
    let sum = 0;
    // Bin k reaches from k - 1/2 to k + 1/2.
    for (let k = Math.round(from); k <= Math.round(to) && k < power.length; k++) {
      sum += power[k]! * Math.max(0, Math.min(to, k + 0.5) - Math.max(from, k - 0.5));
    }
    bands.push(sum);
  }
  return bands;
}
