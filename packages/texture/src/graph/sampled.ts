// biome-ignore-all lint/complexity/useMathMinMax: comparisons are several times as fast here as Math.min, which must mind NaN and -0
/** Operations that move pixels: the nearest one is taken, and pictures repeat beyond their borders. */
import { cos, sin } from '@speccade/numerics';
import type { BandOperation } from './types.ts';

/** The remainder that is never negative, of any number; 0 where there is none. */
export function wrap(i: number, n: number): number {
  const r = i % n;
  return r < 0 ? r + n : r >= 0 ? r : 0;
}

export const warp: BandOperation<'warp'> = {
  random: ['input'],
  bands: (node, { width, height }) => {
    const strength = Math.fround(node.strength);
    return (out, inputs, { y, rows }) => warpBand(out, inputs[0]!, inputs[1]!, width, height, y, rows, strength);
  },
};

function warpBand(
  out: Float64Array,
  input: Float64Array,
  displacement: Float64Array,
  width: number,
  height: number,
  y: number,
  rows: number,
  strength: number,
): void {
  for (let row = 0, k = 0; row < rows; row++) {
    for (let x = 0; x < width; x++, k++) {
      const o = Math.trunc((displacement[k]! - 0.5) * 2 * strength);
      out[k] = input[wrap(y + row + o, height) * width + wrap(x + o, width)]!;
    }
  }
}

export const uvScale: BandOperation<'uv_scale'> = {
  random: ['input'],
  bands: ({ scale_x, scale_y }, { width, height }) => {
    const columns = scaledPositions(width, Math.fround(scale_x));
    const lines = scaledPositions(height, Math.fround(scale_y));
    return (out, inputs, { y, rows }) => {
      for (let row = 0; row < rows; row++) gather(out, row * width, inputs[0]!, lines[y + row]! * width, columns);
    };
  },
};

function scaledPositions(n: number, scale: number): Int32Array {
  return Int32Array.from({ length: n }, (_, i) => wrap(Math.trunc((i - n / 2) * scale + n / 2), n));
}

export const uvTranslate: BandOperation<'uv_translate'> = {
  random: ['input'],
  bands: ({ offset_x, offset_y }, { width, height }) => {
    const dx = Math.trunc(Math.fround(offset_x) * width);
    const dy = Math.trunc(Math.fround(offset_y) * height);
    const columns = Int32Array.from({ length: width }, (_, x) => wrap(x + dx, width));
    return (out, inputs, { y, rows }) => {
      for (let row = 0; row < rows; row++)
        gather(out, row * width, inputs[0]!, wrap(y + row + dy, height) * width, columns);
    };
  },
};

function gather(out: Float64Array, at: number, input: Float64Array, line: number, columns: Int32Array): void {
  for (let x = 0; x < columns.length; x++) out[at + x] = input[line + columns[x]!]!;
}

export const uvRotate: BandOperation<'uv_rotate'> = {
  random: ['input'],
  bands: (node, { width, height }) => {
    const angle = Math.fround(node.angle);
    const c = cos(angle);
    const s = sin(angle);
    return (out, inputs, { y, rows }) => rotateBand(out, inputs[0]!, width, height, y, rows, c, s);
  },
};

function rotateBand(
  out: Float64Array,
  input: Float64Array,
  width: number,
  height: number,
  y: number,
  rows: number,
  c: number,
  s: number,
): void {
  for (let row = 0, k = 0; row < rows; row++) {
    const dy = y + row - height / 2;
    for (let x = 0; x < width; x++, k++) {
      const dx = x - width / 2;
      const sx = Math.trunc(dx * c - dy * s + width / 2);
      const sy = Math.trunc(dx * s + dy * c + height / 2);
      out[k] = input[wrap(sy, height) * width + wrap(sx, width)]!;
    }
  }
}
