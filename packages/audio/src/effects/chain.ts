/** The effects of a sound in series, over both channels. */
import type { AudioParams, PostFxTarget } from '@speccade/spec/kinds/audio_v1';
import { inBlocks } from '../dsp/process.ts';
import { modulationCurve } from '../lfo.ts';
import { type EffectTable, effectFor } from './types.ts';

export interface EffectChain {
  /** Samples after the one that it makes that the chain looks at. */
  readonly lookahead: number;
  /** Runs the chain over the whole of both channels, in place. Throws the signal's reason when it aborts. */
  run(left: Float64Array, right: Float64Array, signal?: AbortSignal): void;
}

export function createChain(params: AudioParams, table: EffectTable, seed: number, frames: number): EffectChain {
  const { sample_rate: sampleRate } = params;
  const modulation: Partial<Record<PostFxTarget, Float64Array>> = {};
  for (const lfo of params.post_fx_lfos) {
    modulation[lfo.target.target as PostFxTarget] = modulationCurve(lfo, sampleRate, frames);
  }
  const stages = params.effects.map((effect) =>
    effectFor(table, effect)!(effect, { sampleRate, frames, seed, modulation }),
  );
  return {
    lookahead: stages.reduce((sum, stage) => sum + (stage.lookahead ?? 0), 0),
    run(left, right, signal) {
      for (const stage of stages) {
        signal?.throwIfAborted();
        inBlocks(left.length, (start, end) => stage.process(left, right, start, end));
      }
    },
  };
}
