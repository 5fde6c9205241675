/** The effects of a sound in series, over both channels, a block at a time. */
import { type AudioParams, defaultOversampling, type PostFxTarget } from '@speccade/spec/kinds/audio_v1';
import type { Curve } from '../dsp/curve.ts';
import { keepWarm } from '../keep-warm.ts';
import { modulationCurve } from '../lfo.ts';
import { connectStage } from './connect-stage.ts';
import { type EffectTable, effectFor, type StereoSource } from './types.ts';

export interface EffectChain {
  /** Samples after the one that it makes that the chain looks at. */
  readonly lookahead: number;
  /**
   * The source with the effects on it; once per chain, whose effects have a memory. It is asked for blocks that start at
   * multiples of `BLOCK`, in order, and asks the source for such blocks, cut off at `limit`, after which it takes the
   * sound to be silent. Samples are those of the whole sound as long as they end {@link lookahead} before `limit`.
   */
  connect(source: StereoSource, limit: number): StereoSource;
}

/** `frames` are those of the whole sound, even if only its beginning is wanted. */
export function createChain(params: AudioParams, table: EffectTable, seed: number, frames: number): EffectChain {
  const { sample_rate: sampleRate } = params;
  const modulation: Partial<Record<PostFxTarget, () => Curve>> = {};
  for (const lfo of params.post_fx_lfos) {
    modulation[lfo.target.target as PostFxTarget] = () => modulationCurve(lfo, sampleRate);
  }
  const context = { sampleRate, frames, seed, oversampling: defaultOversampling(params), modulation };
  const stages = params.effects.map((effect) =>
    keepWarm(`effect ${effect.type}`, effectFor(table, effect)!(effect, context)),
  );
  return {
    lookahead: stages.reduce((sum, stage) => sum + (stage.lookahead ?? 0), 0),
    connect: (source, limit) => stages.reduce((before, stage) => connectStage(stage, before, limit), source),
  };
}
