/** What the effect tables consist of. */
import type { TrackerFormat } from './common.ts';

/** How a value is read from `param` (p) and `effect_xy` (x, y). */
export type EffectRead =
  /** p. */
  | 'param'
  /** The low nibble of p. */
  | 'low'
  /** y, or the low nibble of p. */
  | 'y'
  /** x and y, or the nibbles of p. */
  | 'xy'
  /** The larger of x and the high nibble of p; of y and the low one. */
  | 'larger';

/** A command as a format stores it; `volume` goes into the volume column instead. */
export type EncodedEffect =
  | { readonly code: number; readonly param: number; readonly volume?: undefined }
  | { readonly volume: number };

/** How one format writes an effect. */
export interface EffectEncoding {
  readonly code: number;
  /** Added to the value: the sub-command. */
  readonly base?: number;
  /** Range of the value; of single nibbles it is always 0 to 15. */
  readonly min?: number;
  readonly max?: number;
  /** Where the command is not simply `base + value`. */
  readonly encode?: (value: number) => EncodedEffect;
  /** The words of what would be accepted, for a value within the range that is not. */
  readonly accepts?: (value: number) => string | undefined;
}

export interface EffectRule {
  /** The first is the name of the effect, the others stand for it. */
  readonly names: readonly string[];
  readonly read: EffectRead;
  readonly xm?: EffectEncoding;
  readonly it?: EffectEncoding;
  /** From a value in the range of the song's own format to one in that of its other output. */
  readonly convert?: (value: number, to: TrackerFormat) => number;
}
