import type { Effect, EffectType, PostFxTarget } from '@speccade/spec/kinds/audio_v1';
import type { Curve } from '../dsp/curve.ts';

/** Writes the samples `[start, end)` of a sound to `[0, end − start)` of both channels; blocks come in order. */
export type StereoSource = (left: Float64Array, right: Float64Array, start: number, end: number) => void;

/**
 * A stage over both channels, in place. Blocks come in order and without gaps.
 *
 * What a loop over samples multiplies by or carries along lies in a `Float64Array`, from which it is read by index into
 * locals before the loop. Numbers of closures, parameters and destructured arrays reach it boxed, to be checked, unpacked
 * or even allocated again for every sample; that made loops slower by a third up to three times.
 */
export interface StereoProcess {
  /** Samples after the one that it makes that the stage looks at; none if absent. */
  readonly lookahead?: number;
  /**
   * Changes the samples `[start, end)`, which stand in `[0, end − start)` of both channels. The next `lookahead` samples
   * of the input follow there and stay as they are; after the end of the sound they are 0.
   */
  process(left: Float64Array, right: Float64Array, start: number, end: number): void;
}

export interface EffectContext {
  /** Hz. */
  readonly sampleRate: number;
  /** Samples of the whole sound. */
  readonly frames: number;
  /** The spec's own seed, from which components derive theirs. */
  readonly seed: number;
  /** Factor of effects that distort and do not say one; 1 if absent. */
  readonly oversampling?: 1 | 8;
  /** Offsets of what a post-effect LFO moves, in the unit of the parameter; each call makes a curve of its own. */
  readonly modulation: { readonly [T in PostFxTarget]?: () => Curve };
}

export type EffectOf<T extends EffectType> = Extract<Effect, { type: T }>;

export type EffectMaker<E extends Effect = Effect> = (effect: E, context: EffectContext) => StereoProcess;

/** The effects by `type`. */
export type EffectTable = { readonly [T in EffectType]?: EffectMaker<EffectOf<T>> };

export function effectFor(table: EffectTable, effect: Effect): EffectMaker | undefined {
  return table[effect.type] as EffectMaker | undefined;
}

/** The same process on both channels, each with its own state. */
export function onBoth(make: () => { process(x: Float64Array, start: number, end: number): void }): StereoProcess {
  const left = make();
  const right = make();
  return {
    process(l, r, start, end) {
      left.process(l, start, end);
      right.process(r, start, end);
    },
  };
}
