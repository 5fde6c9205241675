/** Hue, saturation and value of colours (A. R. Smith, "Color gamut transform pairs", 1978). */
import type { BandOperation } from './types.ts';

/** Writes hue in turns (0 to 1), saturation and value to `hsv`. Gray has the hue 0. */
function toHsv(hsv: Float64Array, r: number, g: number, b: number): void {
  const most = Math.max(r, g, b);
  const range = most - Math.min(r, g, b);
  let hue = 0;
  if (range > 0) {
    if (most === r) hue = (g - b) / range;
    else if (most === g) hue = 2 + (b - r) / range;
    else hue = 4 + (r - g) / range;
    if (hue < 0) hue += 6;
  }
  hsv[0] = hue / 6;
  hsv[1] = most > 0 ? range / most : 0;
  hsv[2] = most;
}

/** The channel that is `offset` sixths of a turn away from red. */
function channelOf(offset: number, hue: number, saturation: number, value: number): number {
  const k = (offset + hue * 6) % 6;
  return value - value * saturation * Math.max(0, Math.min(k, 4 - k, 1));
}

export const hsvAdjust: BandOperation<'hsv_adjust'> = {
  bands: ({ hue, saturation, value }) => {
    const turn = hue / 360 - Math.floor(hue / 360);
    const hsv = new Float64Array(3);
    return (out, inputs, { count, stride }) => {
      const color = inputs[0]!;
      for (let k = 0; k < count; k++) {
        toHsv(hsv, color[k]!, color[k + stride]!, color[k + 2 * stride]!);
        const h = (hsv[0]! + turn) % 1;
        const s = Math.min(hsv[1]! * saturation, 1);
        const v = hsv[2]! * value;
        out[k] = channelOf(5, h, s, v);
        out[k + stride] = channelOf(3, h, s, v);
        out[k + 2 * stride] = channelOf(1, h, s, v);
        out[k + 3 * stride] = color[k + 3 * stride]!;
      }
    };
  },
};

const PLANES = { r: 0, g: 1, b: 2, a: 3 } as const;
const PARTS = { hue: 0, saturation: 1, value: 2 } as const;

export const channel: BandOperation<'channel'> = {
  bands: (node) => {
    const name = node.channel;
    if (name === 'r' || name === 'g' || name === 'b' || name === 'a') {
      return (out, inputs, { count, stride }) => {
        const from = PLANES[name] * stride;
        out.set(inputs[0]!.subarray(from, from + count));
      };
    }
    const hsv = new Float64Array(3);
    return (out, inputs, { count, stride }) => {
      const color = inputs[0]!;
      for (let k = 0; k < count; k++) {
        toHsv(hsv, color[k]!, color[k + stride]!, color[k + 2 * stride]!);
        out[k] = hsv[PARTS[name]]!;
      }
    };
  },
};
