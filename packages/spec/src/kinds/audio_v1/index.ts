/** `audio_v1`: one sound from layers of synthesis, filters, modulation and effects. */
import type { KindModule } from '../kind.ts';
import { check } from './check.ts';
import { type AudioParams, audioParams } from './params.ts';
import { remark } from './remark.ts';

export type { FreqSweep, NoiseType, SweepCurve, Waveform } from './common.ts';
export type { Effect, EffectType } from './effects.ts';
export type { Filter, FilterType, Vowel } from './filters.ts';
export type { Envelope, Lfo, LfoConfig, LfoTarget, PitchEnvelope, PostFxTarget } from './modulation.ts';
export { defaultOversampling } from './oversampling.ts';
export type { AudioParams, Layer, LoopConfig } from './params.ts';
export { audioParams } from './params.ts';
export type { Synthesis, SynthesisType } from './synthesis.ts';

export const audioV1: KindModule<AudioParams> = {
  kind: 'audio_v1',
  params: audioParams,
  strip: (params) => Object.fromEntries(Object.entries(params).filter(([key]) => !key.startsWith('_coverage_'))),
  stripped: '^_coverage_',
  check,
  remark,
};

export default audioV1;
