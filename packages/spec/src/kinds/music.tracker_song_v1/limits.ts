/** What the formats can hold. */
import type { TrackerFormat } from './common.ts';

export interface FormatLimits {
  readonly channels: number;
  readonly instruments: number;
  readonly patterns: number;
  readonly rows: number;
  /** Entries of the order list. */
  readonly orders: number;
  /** The highest key that a cell can name, counted in semitones from C-0. */
  readonly highestKey: number;
}

export const FORMAT_LIMITS: Readonly<Record<TrackerFormat, FormatLimits>> = {
  xm: { channels: 32, instruments: 128, patterns: 256, rows: 256, orders: 256, highestKey: 95 },
  it: { channels: 64, instruments: 99, patterns: 200, rows: 200, orders: 256, highestKey: 119 },
};

export const MIN_BPM = 32;
export const MAX_BPM = 255;
export const MAX_SPEED = 31;
export const MAX_VOLUME = 64;
/** Of an instrument's sample. */
export const MAX_SAMPLE_SECONDS = 6;
/** Hz, of synthesised samples. */
export const SYNTHESIS_RATES: readonly number[] = [22_050, 44_100, 48_000];

/** What the header of IT can count, with the mark of the end. Players read 255. */
export const MAX_ORDERS = 0xfffe;

/** Number of entries of the order list. */
export function orderCount(arrangement: readonly { readonly repeat: number }[]): number {
  return arrangement.reduce((sum, { repeat }) => sum + repeat, 0);
}
