/** How the cutoff of a filter moves: not at all, along its own sweep, or around its start by a modulation. */
import type { Filter } from '@speccade/spec/kinds/audio_v1';
import { exponential, type Glide } from '../dsp/glide.ts';
import { within } from '../dsp/within.ts';
import { keepWarm } from '../keep-warm.ts';
import type { FilterContext } from './types.ts';

/** Lowest cutoff of a modulated filter, in Hz. */
const MODULATED_LOWEST = 20;

/** What keeps a filter stable. */
export interface CutoffLimits {
  /** Lowest cutoff that a design accepts, in Hz. */
  readonly lowest: number;
  /** Highest cutoff that a design accepts, as a share of the sample rate. */
  readonly highest: number;
  /** Magnitude at which a moving filter has run away and starts anew from 0. */
  readonly loudest: number;
}

/** Above 0 and below Nyquist every design is stable, unless it moves about as fast as the signal. */
export const STABLE: CutoffLimits = { lowest: 1e-3, highest: 0.49, loudest: 1e30 };

/** A number of Hz for a filter that stands still, else Hz per sample. */
export function cutoffOf(
  start: number,
  end: number | null | undefined,
  context: FilterContext,
  limits: CutoffLimits,
): number | Glide {
  const low = limits.lowest;
  const high = limits.highest * context.sampleRate;
  const { offset } = context;
  /** Start, lowest and highest. */
  const range = Float64Array.of(start, low, high);
  if (offset !== undefined) return (out, from, to) => around(out, offset.block(from, to), to - from, range);
  if (end == null) return Math.min(Math.max(start, low), high);
  const glide = exponential(Math.max(start, low), Math.max(end, low), context.span);
  return keepWarm('cutoff', (out, from, to) => {
    glide(out, from, to);
    clamp(out, to - from, range);
  });
}

function around(out: Float64Array, offsets: Float64Array, count: number, range: Float64Array): void {
  const start = range[0]!;
  const lowest = Math.max(range[1]!, MODULATED_LOWEST);
  const high = range[2]!;
  for (let k = 0; k < count; k++) {
    out[k] = within(start + offsets[k]!, lowest, high);
  }
}

function clamp(x: Float64Array, count: number, range: Float64Array): void {
  const low = range[1]!;
  const high = range[2]!;
  for (let k = 0; k < count; k++) x[k] = within(x[k]!, low, high);
}

/** Whether the filter has a sweep of its own. */
export function isSwept(filter: Filter): boolean {
  return (
    ('cutoff_end' in filter && filter.cutoff_end != null) ||
    ('center_end' in filter && filter.center_end != null) ||
    ('frequency_end' in filter && filter.frequency_end != null)
  );
}
