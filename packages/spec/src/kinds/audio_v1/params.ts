/** `recipe.params` of `audio_v1`, without the `_coverage_*` keys of published specs. */
import * as z from 'zod/mini';
import { bipolarRange, byte, milliseconds, positive, positiveSeconds, uint32, unitRange } from './common.ts';
import { effect } from './effects.ts';
import { filter } from './filters.ts';
import { envelope, lfo, pitchEnvelope } from './modulation.ts';
import { synthesis } from './synthesis.ts';

export const layer = z.strictObject({
  synthesis,
  envelope,
  volume: unitRange,
  pan: bipolarRange,
  delay: z.nullish(positiveSeconds),
  filter: z.nullish(filter),
  lfo: z.nullish(lfo),
});
export type Layer = z.infer<typeof layer>;

export const loopConfig = z.strictObject({
  enabled: z._default(z.boolean(), true),
  start_sample: z.nullish(uint32),
  end_sample: z.nullish(uint32),
  crossfade_ms: z._default(milliseconds, 10),
  snap_to_zero_crossing: z._default(z.boolean(), true),
  zero_crossing_tolerance: z._default(uint32, 1000),
});
export type LoopConfig = z.infer<typeof loopConfig>;

export const audioParams = z.strictObject({
  duration_seconds: positive('seconds'),
  sample_rate: z._default(uint32, 44100),
  layers: z.array(layer),
  /** A MIDI number or a name such as `C4` or `F#3`. Text that names no note counts as absent. */
  base_note: z.nullish(z.union([byte, z.string()])),
  pitch_envelope: z.nullish(pitchEnvelope),
  loop_config: z.nullish(loopConfig),
  /** Deprecated: `true` without a `loop_config` acts as an empty one. */
  generate_loop_points: z._default(z.boolean(), false),
  master_filter: z.nullish(filter),
  effects: z._default(z.array(effect), []),
  post_fx_lfos: z._default(z.array(lfo), []),
});
export type AudioParams = z.infer<typeof audioParams>;
