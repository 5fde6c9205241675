// biome-ignore-all lint/complexity/useMathMinMax: comparisons are several times as fast here as Math.min, which must mind NaN and -0
/**
 * The published `wang_tiles`: shrunken copies of the whole input, shifted by corner bits, with darkened edges. Kept pixel
 * for pixel; `corner_tiles` is Wang tiling.
 */
import { Pcg32 } from '@speccade/numerics';
import type { BandOperation } from './types.ts';

const [TL, TR, BL, BR] = [1, 2, 4, 8];

export const wangTiles: BandOperation<'wang_tiles'> = {
  random: ['input'],
  bands(node, { width, height, seed }) {
    const nx = Math.max(node.tile_count[0], 1);
    const ny = Math.max(node.tile_count[1], 1);
    const offsets = cornerOffsets(nx, ny, seed);
    const tw = Math.floor(width / nx);
    const th = Math.floor(height / ny);
    const bw = Math.min(Math.max(node.blend_width, 0), 0.5);
    return (out, inputs, { y, rows }) => {
      for (let row = 0; row < rows; row++) {
        const line = y + row;
        const ty = Math.min(Math.floor(line / th), ny - 1);
        const ly = (line % th) / th;
        const at = row * width;
        tileRow(out, at, inputs[0]!, width, height, offsets.subarray(ty * nx, (ty + 1) * nx), tw, ly, edge(ly, bw), bw);
      }
    };
  },
};

/** How far the copy in each tile is shifted, as a share of the tile. */
function cornerOffsets(nx: number, ny: number, seed: number): Float64Array {
  const rng = new Pcg32(seed);
  const corners = new Uint8Array(nx * ny);
  for (let ty = 0, at = 0; ty < ny; ty++) {
    for (let tx = 0; tx < nx; tx++, at++) {
      let bits = rng.nextU32() & 15;
      const set = (bit: number, on: number) => {
        bits = on ? bits | bit : bits & ~bit;
      };
      if (tx > 0) {
        set(TL, corners[at - 1]! & TR);
        set(BL, corners[at - 1]! & BR);
      }
      if (ty > 0) {
        set(TL, corners[at - nx]! & BL);
        set(TR, corners[at - nx]! & BR);
      }
      corners[at] = bits;
    }
  }
  return Float64Array.from(corners, (bits) => {
    const ones = (bits & 1) + ((bits >> 1) & 1) + ((bits >> 2) & 1) + (bits >> 3);
    return (0.1 * ones) / 4;
  });
}

/** 1 inside a tile, falling to 0 over the blend width at its edges. */
function edge(t: number, width: number): number {
  const rising = t < width ? t / width : 1;
  const falling = t > 1 - width ? (1 - t) / width : 1;
  return Math.min(rising, falling);
}

function tileRow(
  out: Float64Array,
  at: number,
  input: Float64Array,
  width: number,
  height: number,
  offsets: Float64Array,
  tw: number,
  ly: number,
  edgeY: number,
  bw: number,
): void {
  for (let x = 0; x < width; x++) {
    const tx = Math.min(Math.floor(x / tw), offsets.length - 1);
    const lx = (x % tw) / tw;
    const offset = offsets[tx]!;
    const u = fraction(lx + offset);
    const v = fraction(ly + 0.7 * offset);
    const s = input[Math.round(v * (height - 1)) * width + Math.round(u * (width - 1))]!;
    const k = Math.min(edge(lx, bw), edgeY);
    const mixed = s * k + 0.8 * s * (1 - k);
    out[at + x] = mixed > 0 ? (mixed < 1 ? mixed : 1) : 0;
  }
}

function fraction(x: number): number {
  return x - Math.floor(x);
}
