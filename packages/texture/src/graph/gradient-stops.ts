import { hexToRgb } from './hex.ts';
import type { BandOperation } from './types.ts';

/** A colour ramp whose stops stand where they are put, with alpha; level before the first and after the last. */
export const gradientStops: BandOperation<'gradient_stops'> = {
  bands: ({ stops, interpolation }) => {
    const positions = Float64Array.from(stops, ({ position }) => position);
    const colors = Float64Array.from(stops.flatMap(({ color, alpha }) => [...hexToRgb(color), alpha]));
    const code = interpolation === 'linear' ? 0 : interpolation === 'smooth' ? 1 : 2;
    return (out, inputs, { count, stride }) => stopsBand(out, inputs[0]!, count, stride, positions, colors, code);
  },
};

function stopsBand(
  out: Float64Array,
  a: Float64Array,
  count: number,
  stride: number,
  positions: Float64Array,
  colors: Float64Array,
  interpolation: number,
): void {
  const last = positions.length - 1;
  for (let k = 0; k < count; k++) {
    const v = a[k]!;
    let i = 0;
    while (i < last && positions[i + 1]! <= v) i++;
    let t = 0;
    if (i < last && v > positions[i]! && interpolation !== 2) {
      t = (v - positions[i]!) / (positions[i + 1]! - positions[i]!);
      if (interpolation === 1) t = t * t * (3 - 2 * t);
    }
    const from = 4 * i;
    const to = i < last ? from + 4 : from;
    for (let channel = 0; channel < 4; channel++) {
      out[channel * stride + k] = colors[from + channel]! + t * (colors[to + channel]! - colors[from + channel]!);
    }
  }
}
