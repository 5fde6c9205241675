// biome-ignore-all lint/complexity/useMathMinMax: comparisons are several times as fast here as Math.min, which must mind NaN and -0
/** Operations on single pixels: arithmetic, blends, and the primitives that follow from the position alone. */
import type { BandOperation } from './types.ts';

export const constant: BandOperation<'constant'> = {
  cheap: true,
  bands:
    ({ value }) =>
    (out, _inputs, { count }) => {
      out.fill(value, 0, count);
    },
};

export const stripes: BandOperation<'stripes'> = {
  cheap: true,
  bands:
    ({ direction, stripe_width, color1, color2 }, { width }) =>
    (out, _inputs, { y, rows }) => {
      for (let row = 0, k = 0; row < rows; row++) {
        const line = Math.floor((y + row) / stripe_width) % 2 === 0 ? color1 : color2;
        for (let x = 0; x < width; x++, k++) {
          out[k] = direction === 'horizontal' ? line : Math.floor(x / stripe_width) % 2 === 0 ? color1 : color2;
        }
      }
    },
};

export const checkerboard: BandOperation<'checkerboard'> = {
  cheap: true,
  bands:
    ({ tile_size, color1, color2 }, { width }) =>
    (out, _inputs, { y, rows }) => {
      for (let row = 0, k = 0; row < rows; row++) {
        const odd = Math.floor((y + row) / tile_size);
        for (let x = 0; x < width; x++, k++) out[k] = (Math.floor(x / tile_size) + odd) % 2 === 0 ? color1 : color2;
      }
    },
};

export const gradient: BandOperation<'gradient'> = {
  cheap: true,
  bands: (node, { width, height }) => {
    const w = Math.max(width - 1, 1);
    const h = Math.max(height - 1, 1);
    if (node.direction === 'radial') {
      const [cx, cy] = node.center ?? [0.5, 0.5];
      const inner = node.inner ?? 1;
      const range = (node.outer ?? 0) - inner;
      const farX = Math.max(cx, 1 - cx);
      const farY = Math.max(cy, 1 - cy);
      const far = Math.sqrt(farX * farX + farY * farY);
      return (out, _inputs, { y, rows }) => {
        for (let row = 0; row < rows; row++) {
          radialRow(out, row * width, width, w, cx, (y + row) / h - cy, far, inner, range);
        }
      };
    }
    const start = node.start ?? 0;
    const range = (node.end ?? 1) - start;
    const horizontal = node.direction === 'horizontal';
    return (out, _inputs, { y, rows }) => {
      for (let row = 0, k = 0; row < rows; row++) {
        const line = start + (range * (y + row)) / h;
        for (let x = 0; x < width; x++, k++) out[k] = horizontal ? start + (range * x) / w : line;
      }
    };
  },
};

function radialRow(
  out: Float64Array,
  at: number,
  width: number,
  w: number,
  cx: number,
  dy: number,
  far: number,
  inner: number,
  range: number,
): void {
  for (let x = 0; x < width; x++) {
    const dx = x / w - cx;
    const t = Math.sqrt(dx * dx + dy * dy) / far;
    out[at + x] = inner + range * (t > 1 ? 1 : t);
  }
}

export const invert: BandOperation<'invert'> = {
  bands: () => (out, inputs, band) => invertBand(out, inputs[0]!, band.count),
};
function invertBand(out: Float64Array, a: Float64Array, count: number): void {
  for (let k = 0; k < count; k++) out[k] = 1 - a[k]!;
}

export const clamp: BandOperation<'clamp'> = {
  bands:
    ({ min, max }) =>
    (out, inputs, band) =>
      clampBand(out, inputs[0]!, band.count, min, max),
};
function clampBand(out: Float64Array, a: Float64Array, count: number, min: number, max: number): void {
  for (let k = 0; k < count; k++) {
    const v = a[k]!;
    out[k] = v < min ? min : v > max ? max : v;
  }
}

export const threshold: BandOperation<'threshold'> = {
  bands: (node) => (out, inputs, band) => thresholdBand(out, inputs[0]!, band.count, node.threshold),
};
function thresholdBand(out: Float64Array, a: Float64Array, count: number, least: number): void {
  for (let k = 0; k < count; k++) out[k] = a[k]! >= least ? 1 : 0;
}

export const add: BandOperation<'add'> = {
  bands: () => (out, inputs, band) => addBand(out, inputs[0]!, inputs[1]!, band.count),
};
function addBand(out: Float64Array, a: Float64Array, b: Float64Array, count: number): void {
  for (let k = 0; k < count; k++) out[k] = a[k]! + b[k]!;
}

export const multiply: BandOperation<'multiply'> = {
  bands: () => (out, inputs, band) => multiplyBand(out, inputs[0]!, inputs[1]!, band.count),
};
function multiplyBand(out: Float64Array, a: Float64Array, b: Float64Array, count: number): void {
  for (let k = 0; k < count; k++) out[k] = a[k]! * b[k]!;
}

export const lerp: BandOperation<'lerp'> = {
  bands: () => (out, inputs, band) => lerpBand(out, inputs[0]!, inputs[1]!, inputs[2]!, band.count),
};
function lerpBand(out: Float64Array, a: Float64Array, b: Float64Array, t: Float64Array, count: number): void {
  for (let k = 0; k < count; k++) out[k] = a[k]! * (1 - t[k]!) + b[k]! * t[k]!;
}

export const blendScreen: BandOperation<'blend_screen'> = {
  bands: () => (out, inputs, band) => screenBand(out, inputs[0]!, inputs[1]!, band.count),
};
function screenBand(out: Float64Array, base: Float64Array, blend: Float64Array, count: number): void {
  for (let k = 0; k < count; k++) out[k] = 1 - (1 - base[k]!) * (1 - blend[k]!);
}

export const blendOverlay: BandOperation<'blend_overlay'> = {
  bands: () => (out, inputs, band) => overlayBand(out, inputs[0]!, inputs[1]!, band.count),
};
function overlayBand(out: Float64Array, base: Float64Array, blend: Float64Array, count: number): void {
  for (let k = 0; k < count; k++) {
    const b = base[k]!;
    const l = blend[k]!;
    out[k] = b < 0.5 ? 2 * b * l : 1 - 2 * (1 - b) * (1 - l);
  }
}

export const blendSoftLight: BandOperation<'blend_soft_light'> = {
  bands: () => (out, inputs, band) => softLightBand(out, inputs[0]!, inputs[1]!, band.count),
};
function softLightBand(out: Float64Array, base: Float64Array, blend: Float64Array, count: number): void {
  for (let k = 0; k < count; k++) {
    const b = base[k]!;
    const l = blend[k]!;
    out[k] = (1 - 2 * l) * b * b + 2 * l * b;
  }
}

export const blendDifference: BandOperation<'blend_difference'> = {
  bands: () => (out, inputs, band) => differenceBand(out, inputs[0]!, inputs[1]!, band.count),
};
function differenceBand(out: Float64Array, base: Float64Array, blend: Float64Array, count: number): void {
  for (let k = 0; k < count; k++) out[k] = Math.abs(base[k]! - blend[k]!);
}
