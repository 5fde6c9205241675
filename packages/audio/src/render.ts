/** From parameters to finished channels, before normalisation: layers, mix, master filter, effects, loop. */
import { BackendError, deriveLayerSeed, type PathStep } from '@speccade/spec';
import type { AudioParams } from '@speccade/spec/kinds/audio_v1';
import { inBlocks } from './dsp/process.ts';
import { createChain } from './effects/chain.ts';
import { createFilter } from './filters/types.ts';
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

  // Effects that look ahead need more than is wanted.
  const chain = params.effects.length > 0 ? createChain(params, tools.effects, seed, frames) : undefined;
  const rendered = Math.min(end + (chain?.lookahead ?? 0), frames);

  const pitch = params.pitch_envelope ? pitchCurve(params.pitch_envelope, sampleRate, frames) : undefined;
  const mix = new Mix(rendered);
  params.layers.forEach((layer, index) => {
    options.signal?.throwIfAborted();
    mix.add(
      tools.layer(layer, { sampleRate, frames, end: rendered, seed: deriveLayerSeed(seed, index), pitch, tools }),
    );
  });

  let channels = mix.channels();
  if (params.master_filter) {
    for (const channel of channels) {
      const filter = createFilter(tools.filters, params.master_filter, { sampleRate, span: frames });
      inBlocks(rendered, (from, to) => filter.process(channel, from, to));
    }
  }

  if (chain) {
    const [left, right] = [channels[0]!, channels[1] ?? channels[0]!.slice()];
    chain.run(left, right, options.signal);
    channels = [left.subarray(0, end), right.subarray(0, end)];
  }

  // A loop reaches to the end of the whole sound; what is cut short has none.
  const loop = end === frames ? applyLoop(channels, params, tools.crossfade) : undefined;
  return { sampleRate, channels, loop };
}
