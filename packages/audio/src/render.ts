/** From parameters to finished channels, before normalisation: layers, mix, master filter, effects, loop. */
import { BackendError, deriveLayerSeed, type PathStep } from '@speccade/spec';
import type { AudioParams } from '@speccade/spec/kinds/audio_v1';
import { BLOCK, inBlocks } from './dsp/process.ts';
import { createChain } from './effects/chain.ts';
import type { StereoSource } from './effects/types.ts';
import { createFilter } from './filters/types.ts';
import { findObstacles, frameCount } from './limits.ts';
import { applyLoop, type LoopPoints } from './loop.ts';
import { Mix } from './mix.ts';
import { toolsFor } from './modes.ts';
import { pitchCurve } from './pitch-envelope.ts';
import type { Tools } from './tools.ts';

/** Samples of all layers together that are held in memory rather than made twice: 64 MB. */
const KEPT = 1 << 23;

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

/** Everything that is decided before the first sample is made. */
export interface Plan {
  readonly params: AudioParams;
  readonly seed: number;
  readonly tools: Tools;
  /** Samples of the whole sound. */
  readonly frames: number;
  /** Samples that are wanted of it. */
  readonly end: number;
  readonly signal?: AbortSignal | undefined;
}

/** A sound that is about to be made, in order, block by block. */
export interface Stream {
  /** 1 or 2. */
  readonly channels: number;
  /** Writes the samples `[start, end)`: blocks from multiples of {@link BLOCK}. The right one of a single channel is not written. */
  readonly render: StereoSource;
}

/** Throws `BackendError` for what cannot be rendered, with every reason. */
export function planSound(params: AudioParams, seed: number, options: RenderOptions = {}): Plan {
  const tools = toolsFor(options.compat);
  const plan = options.previewSeconds === undefined ? { params } : tools.preview(params, options.previewSeconds);
  const obstacles = findObstacles(plan.params, tools, options.path ?? []);
  if (obstacles.length > 0) throw new BackendError(obstacles);
  const frames = frameCount(plan.params);
  const { stopAfter } = plan;
  const end =
    stopAfter === undefined ? frames : Math.min(Math.max(Math.ceil(stopAfter * plan.params.sample_rate), 1), frames);
  return { params: plan.params, seed, tools, frames, end, signal: options.signal };
}

/** `keep`: up to how many samples a layer whose level depends on all of them is held in memory, not made twice. */
export function openStream({ params, seed, tools, frames, end, signal }: Plan, keep: number): Stream {
  const { sample_rate: sampleRate } = params;
  const chain = params.effects.length > 0 ? createChain(params, tools.effects, seed, frames) : undefined;
  // Effects that look ahead need more than is wanted.
  const rendered = Math.min(end + (chain?.lookahead ?? 0), frames);

  const pitch = params.pitch_envelope ? pitchCurve(params.pitch_envelope, sampleRate, frames) : undefined;
  const mix = new Mix(
    params.layers.map((layer, index) => {
      signal?.throwIfAborted();
      const layerSeed = deriveLayerSeed(seed, index);
      return tools.layer(layer, { sampleRate, frames, end: rendered, seed: layerSeed, pitch, keep, tools });
    }),
  );

  const { master_filter } = params;
  const master = master_filter
    ? Array.from({ length: mix.stereo ? 2 : 1 }, () =>
        createFilter(tools.filters, master_filter, { sampleRate, span: frames }),
      )
    : [];
  const mixed: StereoSource = (left, right, start, stop) => {
    signal?.throwIfAborted();
    mix.render(left, right, start, stop);
    master[0]?.process(left, start, stop);
    master[1]?.process(right, start, stop);
  };
  if (chain === undefined) return { channels: mix.stereo ? 2 : 1, render: mixed };
  const doubled: StereoSource = (left, right, start, stop) => {
    mixed(left, right, start, stop);
    right.set(left.subarray(0, stop - start));
  };
  return { channels: 2, render: chain.connect(mix.stereo ? mixed : doubled, rendered) };
}

/**
 * Renders parameters. Throws `BackendError` for what cannot be rendered, with every reason, and the signal's reason
 * when it aborts.
 */
export function renderParams(params: AudioParams, seed: number, options: RenderOptions = {}): Rendered {
  const plan = planSound(params, seed, options);
  const { end, frames, tools } = plan;
  const stream = openStream(plan, Math.floor(KEPT / Math.max(plan.params.layers.length, 1)));
  const channels = Array.from({ length: stream.channels }, () => new Float64Array(end));
  const blocks = [new Float64Array(BLOCK), new Float64Array(BLOCK)] as const;
  inBlocks(end, (start, stop) => {
    stream.render(blocks[0], blocks[1], start, stop);
    channels.forEach((channel, c) => {
      channel.set(blocks[c]!.subarray(0, stop - start), start);
    });
  });
  // A loop reaches to the end of the whole sound; what is cut short has none.
  const loop = end === frames ? applyLoop(channels, plan.params, tools.crossfade) : undefined;
  return { sampleRate: plan.params.sample_rate, channels, loop };
}
