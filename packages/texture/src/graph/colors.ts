// biome-ignore-all lint/complexity/useMathMinMax: comparisons are several times as fast here as Math.min, which must mind NaN and -0
/** Operations that make, change or reduce colours, pixel by pixel. */
import { hexToRgb } from './hex.ts';
import type { BandOperation } from './types.ts';

export const toGrayscale: BandOperation<'to_grayscale'> = {
  bands: () => (out, inputs, band) => luminance(out, inputs[0]!, band.count, band.stride),
};

/** Rec. 601 weights on the stored values; alpha does not count. */
export function luminance(out: Float64Array, color: Float64Array, count: number, stride: number): void {
  for (let k = 0; k < count; k++) {
    out[k] = 0.299 * color[k]! + 0.587 * color[k + stride]! + 0.114 * color[k + 2 * stride]!;
  }
}

export const colorRamp: BandOperation<'color_ramp'> = {
  bands: ({ ramp }) => {
    const stops = Float64Array.from(ramp.flatMap(hexToRgb));
    return (out, inputs, band) => rampBand(out, inputs[0]!, band.count, band.stride, stops);
  },
};

function rampBand(out: Float64Array, a: Float64Array, count: number, stride: number, stops: Float64Array): void {
  const last = stops.length / 3 - 1;
  for (let k = 0; k < count; k++) {
    const v = a[k]!;
    const t = (v > 0 ? (v < 1 ? v : 1) : 0) * last;
    const i = t | 0;
    const from = 3 * (i < last ? i : last);
    const to = i < last ? from + 3 : from;
    const f = i < last ? t - i : 0;
    out[k] = stops[from]! + f * (stops[to]! - stops[from]!);
    out[k + stride] = stops[from + 1]! + f * (stops[to + 1]! - stops[from + 1]!);
    out[k + 2 * stride] = stops[from + 2]! + f * (stops[to + 2]! - stops[from + 2]!);
  }
  out.fill(1, 3 * stride, 3 * stride + count);
}

export const palette: BandOperation<'palette'> = {
  bands: (node) => {
    const entries = Float64Array.from(node.palette.flatMap(hexToRgb));
    return (out, inputs, band) => paletteBand(out, inputs[0]!, band.count, band.stride, entries);
  },
};

function paletteBand(
  out: Float64Array,
  color: Float64Array,
  count: number,
  stride: number,
  entries: Float64Array,
): void {
  for (let k = 0; k < count; k++) {
    const r = color[k]!;
    const g = color[k + stride]!;
    const b = color[k + 2 * stride]!;
    let nearest = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let at = 0; at < entries.length; at += 3) {
      const dr = r - entries[at]!;
      const dg = g - entries[at + 1]!;
      const db = b - entries[at + 2]!;
      const distance = dr * dr + dg * dg + db * db;
      if (distance < least) {
        least = distance;
        nearest = at;
      }
    }
    out[k] = entries[nearest]!;
    out[k + stride] = entries[nearest + 1]!;
    out[k + 2 * stride] = entries[nearest + 2]!;
    out[k + 3 * stride] = color[k + 3 * stride]!;
  }
}

export const composeRgba: BandOperation<'compose_rgba'> = {
  bands:
    () =>
    (out, inputs, { count, stride }) => {
      for (let channel = 0; channel < 4; channel++) {
        const input = inputs[channel];
        if (input) out.set(input.subarray(0, count), channel * stride);
        else out.fill(1, channel * stride, channel * stride + count);
      }
    },
};
