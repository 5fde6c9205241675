/** What the pipeline looks up by name instead of knowing: everything that a mode of rendering may replace. */
import type { AudioParams, Envelope } from '@speccade/spec/kinds/audio_v1';
import { layerEnvelope } from './adsr.ts';
import type { Process } from './dsp/process.ts';
import { effects } from './effects/index.ts';
import type { EffectTable } from './effects/types.ts';
import { filters } from './filters/index.ts';
import type { FilterTable } from './filters/types.ts';
import { type LayerRenderer, renderLayer } from './layer.ts';
import { type Crossfade, crossfadeIntoLead } from './loop.ts';
import { synthesizers } from './synthesis/index.ts';
import type { SynthesisTable } from './voice.ts';

/** The part of a sound that a preview renders. */
export interface Excerpt {
  readonly params: AudioParams;
  /** Seconds after which rendering stops. */
  readonly stopAfter?: number;
}

export interface Tools {
  readonly synthesis: SynthesisTable;
  readonly filters: FilterTable;
  readonly effects: EffectTable;
  readonly layer: LayerRenderer;
  readonly envelope: (envelope: Envelope, sampleRate: number, length: number) => Process;
  readonly crossfade: Crossfade;
  readonly preview: (params: AudioParams, seconds: number) => Excerpt;
  /** Whether files say where their sound loops. */
  readonly writesLoops: boolean;
}

export const tools: Tools = {
  synthesis: synthesizers,
  filters,
  effects,
  layer: renderLayer,
  envelope: layerEnvelope,
  crossfade: crossfadeIntoLead,
  preview: (params, seconds) => ({ params, stopAfter: seconds }),
  writesLoops: true,
};
