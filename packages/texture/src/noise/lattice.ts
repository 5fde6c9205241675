/** Lattice coordinates and the permutation that Perlin and simplex noise share. */
import { Pcg32 } from '@speccade/numerics';

/** Coordinates beyond it have no fraction worth the name left; noise is 0 there. */
export const FARTHEST = 0x40000000;

/**
 * The lattice cell of a coordinate between +-2^31. Negative whole numbers belong to the cell below them: published
 * pictures show it in simplex and Worley noise.
 */
export function cellOf(x: number): number {
  return x >= 0 ? x | 0 : (x | 0) - 1;
}

/** 0 to 255 in an order that the seed decides, twice. */
export function permutation(seed: number): Uint8Array {
  const order = Uint8Array.from({ length: 256 }, (_, i) => i);
  const rng = new Pcg32(seed);
  for (let i = 255; i >= 0; i--) {
    const j = rng.usizeInclusive(0, i);
    const kept = order[i]!;
    order[i] = order[j]!;
    order[j] = kept;
  }
  const twice = new Uint8Array(512);
  twice.set(order);
  twice.set(order, 256);
  return twice;
}

/** Ken Perlin's quintic, t from 0 to 1. */
export function fade(t: number): number {
  return t * t * t * (t * (t * 6 - 15) + 10);
}
