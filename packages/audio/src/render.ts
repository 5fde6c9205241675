/** From parameters to finished channels, before normalisation: layers, mix, master filter, effects, loop. */
import { BackendError, deriveLayerSeed, type PathStep } from '@speccade/spec';
import type { AudioParams, PostFxTarget } from '@speccade/spec/kinds/audio_v1';
import { inBlocks } from './dsp/process.ts';
import { effectFor } from './effects/types.ts';
import { createFilter } from './filters/types.ts';
import { modulationCurve } from './lfo.ts';
import { findObstacles, frameCount } from './limits.ts';
import { applyLoop, type LoopPoints } from './loop.ts';
import { Mix } from './mix.ts';
import { toolsFor } from './modes.ts';
import { pitchCurve } from './pitch-envelope.ts';
import type { Tools } from './tools.ts';

export interface RenderOptions {
  /** `'reference'`: as the reference implementation does, its defects included. */
  readonly compat?: 'reference' | undefined;
  /** Seconds after which to stop; everything before sounds as in the whole sound. */
  readonly previewSeconds?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Where the parameters stand in their document, for the paths of issues. */
  readonly path?: readonly PathStep[] | undefined;
}

export interface Rendered {
  /** Hz. */
  readonly sampleRate: number;
  /** One channel or two, of any level. */
  readonly channels: readonly Float64Array[];
  readonly loop?: LoopPoints | undefined;
}

/**
 * Renders parameters. Throws `BackendError` for what cannot be rendered, with every reason, and the signal's reason
 * when it aborts.
 */
export function renderParams(params: AudioParams, seed: number, options: RenderOptions = {}): Rendered {
  const tools = toolsFor(options.compat);
  const plan = options.previewSeconds === undefined ? { params } : tools.preview(params, options.previewSeconds);
  const obstacles = findObstacles(plan.params, tools, options.path ?? []);
  if (obstacles.length > 0) throw new BackendError(obstacles);
  return renderPlan(plan.params, plan.stopAfter, seed, tools, options);
}

function renderPlan(
  params: AudioParams,
  stopAfter: number | undefined,
  seed: number,
  tools: Tools,
  options: RenderOptions,
): Rendered {
  const { sample_rate: sampleRate } = params;
  const frames = frameCount(params);
  const end = stopAfter === undefined ? frames : Math.min(Math.max(Math.ceil(stopAfter * sampleRate), 1), frames);

  const pitch = params.pitch_envelope ? pitchCurve(params.pitch_envelope, sampleRate, frames) : undefined;
  const mix = new Mix(end);
  params.layers.forEach((layer, index) => {
    options.signal?.throwIfAborted();
    mix.add(tools.layer(layer, { sampleRate, frames, end, seed: deriveLayerSeed(seed, index), pitch, tools }));
  });

  let channels = mix.channels();
  if (params.master_filter) {
    for (const channel of channels) {
      const filter = createFilter(tools.filters, params.master_filter, { sampleRate, span: frames });
      inBlocks(end, (from, to) => filter.process(channel, from, to));
    }
  }

  if (params.effects.length > 0) {
    options.signal?.throwIfAborted();
    const [left, right] = [channels[0]!, channels[1] ?? channels[0]!.slice()];
    applyEffects(left, right, params, seed, frames, tools);
    channels = [left, right];
  }

  // A loop reaches to the end of the whole sound; what is cut short has none.
  const loop = end === frames ? applyLoop(channels, params, tools.crossfade) : undefined;
  return { sampleRate, channels, loop };
}

function applyEffects(
  left: Float64Array,
  right: Float64Array,
  params: AudioParams,
  seed: number,
  frames: number,
  tools: Tools,
): void {
  const { sample_rate: sampleRate } = params;
  const modulation: Partial<Record<PostFxTarget, Float64Array>> = {};
  for (const lfo of params.post_fx_lfos) {
    modulation[lfo.target.target as PostFxTarget] = modulationCurve(lfo, sampleRate, frames);
  }
  for (const effect of params.effects) {
    const process = effectFor(tools.effects, effect)!(effect, { sampleRate, frames, seed, modulation });
    inBlocks(left.length, (from, to) => process.process(left, right, from, to));
  }
}
