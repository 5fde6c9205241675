/** How hard matches are looked for. */
export interface Effort {
  /** How many earlier positions are tried for each. */
  readonly chain: number;
  /** A match of this length ends the search for a longer one at the same position, ... */
  readonly nice: number;
  /** ... and one of this length that at the next position. */
  readonly lazy: number;
  /** Blocks for which matches do not pay are written without. */
  readonly weighs?: boolean;
}

/** Efforts of the levels from 1 on; like those of zlib, all of them with lazy matching. */
export const EFFORTS: readonly Effort[] = [
  { chain: 4, nice: 8, lazy: 4, weighs: true },
  { chain: 8, nice: 16, lazy: 5, weighs: true },
  { chain: 16, nice: 32, lazy: 6, weighs: true },
  { chain: 16, nice: 64, lazy: 8 },
  { chain: 32, nice: 128, lazy: 16 },
  { chain: 64, nice: 128, lazy: 16 },
  { chain: 128, nice: 128, lazy: 32 },
  { chain: 1024, nice: 258, lazy: 128 },
  { chain: 4096, nice: 258, lazy: 258 },
];
