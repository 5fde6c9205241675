/** Blend modes of gray values and colours (W3C, Compositing and Blending Level 1, and their common relatives). */
import { BLEND_MODES, type BlendMode } from '@speccade/spec/kinds/texture';
import type { BandOperation } from './types.ts';

const CODES: Readonly<Record<BlendMode, number>> = /* @__PURE__ */ Object.fromEntries(
  BLEND_MODES.map((mode, index) => [mode, index]),
) as Record<BlendMode, number>;

/** b: what is below, l: what is laid over it. */
function blended(mode: number, b: number, l: number): number {
  switch (mode) {
    case 0:
      return l;
    case 1:
      return b * l;
    case 2:
      return b + l - b * l;
    case 3:
      return b < 0.5 ? 2 * b * l : 1 - 2 * (1 - b) * (1 - l);
    case 4:
      return l < 0.5 ? 2 * b * l : 1 - 2 * (1 - b) * (1 - l);
    case 5:
      return (1 - 2 * l) * b * b + 2 * l * b;
    case 6:
      return b + l;
    case 7:
      return b - l;
    case 8:
      return Math.abs(b - l);
    case 9:
      return Math.min(b, l);
    case 10:
      return Math.max(b, l);
    case 11:
      return b <= 0 ? 0 : l >= 1 ? 1 : Math.min(1, b / (1 - l));
    default:
      return b >= 1 ? 1 : l <= 0 ? 0 : 1 - Math.min(1, (1 - b) / l);
  }
}

export const blend: BandOperation<'blend'> = {
  bands: ({ mode, opacity }) => {
    const code = CODES[mode];
    return (out, inputs, { count }) => blendBand(out, inputs[0]!, inputs[1]!, count, code, opacity);
  },
};

function blendBand(
  out: Float64Array,
  base: Float64Array,
  over: Float64Array,
  count: number,
  mode: number,
  opacity: number,
): void {
  for (let k = 0; k < count; k++) {
    const b = base[k]!;
    out[k] = b + (blended(mode, b, over[k]!) - b) * opacity;
  }
}

/** Opacity is that of the node, of the mask and of the upper colour's alpha together. */
export const colorBlend: BandOperation<'color_blend'> = {
  bands: ({ mode, opacity }) => {
    const code = CODES[mode];
    return (out, inputs, { count, stride }) => {
      const mask = inputs[2];
      for (let channel = 0; channel < 3; channel++)
        blendChannel(out, inputs[0]!, inputs[1]!, mask, count, stride, channel, code, opacity);
      blendAlpha(out, inputs[0]!, inputs[1]!, mask, count, stride, opacity);
    };
  },
};

function blendChannel(
  out: Float64Array,
  base: Float64Array,
  over: Float64Array,
  mask: Float64Array | undefined,
  count: number,
  stride: number,
  channel: number,
  mode: number,
  opacity: number,
): void {
  for (let k = 0; k < count; k++) {
    const at = channel * stride + k;
    const b = base[at]!;
    const share = opacity * over[3 * stride + k]! * (mask ? mask[k]! : 1);
    out[at] = b + (blended(mode, b, over[at]!) - b) * share;
  }
}

function blendAlpha(
  out: Float64Array,
  base: Float64Array,
  over: Float64Array,
  mask: Float64Array | undefined,
  count: number,
  stride: number,
  opacity: number,
): void {
  for (let k = 0; k < count; k++) {
    const b = base[3 * stride + k]!;
    const share = opacity * over[3 * stride + k]! * (mask ? mask[k]! : 1);
    out[3 * stride + k] = b + share * (1 - b);
  }
}

/** a where the mask is 0, b where it is 1, all four channels. */
export const colorMix: BandOperation<'color_mix'> = {
  bands:
    () =>
    (out, inputs, { count, stride }) => {
      const [a, b, mask] = inputs as [Float64Array, Float64Array, Float64Array];
      for (let channel = 0; channel < 4; channel++) {
        for (let k = 0, at = channel * stride; k < count; k++, at++) out[at] = a[at]! + (b[at]! - a[at]!) * mask[k]!;
      }
    },
};
