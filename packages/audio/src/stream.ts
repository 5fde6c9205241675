/**
 * Sounds of any length in little memory: blocks, delay lines and what a loop's points and crossfade need, whatever the
 * duration. As the level of a file is set by its peak, the sound is made twice: to measure it, and to hand it out.
 */
import type { AudioParams } from '@speccade/spec/kinds/audio_v1';
import { peakOf } from './dsp/peak.ts';
import { BLOCK } from './dsp/process.ts';
import { fadeInto, findLoopPoints, type LoopPlan, type LoopPoints, planLoop } from './loop.ts';
import { openStream, type Plan, planSound, type RenderOptions } from './render.ts';
import { BYTES } from './sample-format.ts';
import { encoderOf, type SoundFileOptions, samplerOf } from './sound-file.ts';
import { wavFrame } from './wav.ts';

/** Samples up to which a layer whose level depends on all of them is kept: 512 kB. */
const KEEP = 1 << 16;

export interface WavStreamOptions extends RenderOptions, SoundFileOptions {}

export interface WavStream {
  /** Hz. */
  readonly sampleRate: number;
  /** 1 or 2. */
  readonly channels: number;
  /** Samples per channel. */
  readonly frames: number;
  readonly loop?: LoopPoints | undefined;
  /** Bytes of the file. */
  readonly byteLength: number;
  /** The file from front to back, in pieces of at most some kilobytes, each valid until the next one is asked for. */
  chunks(): Generator<Uint8Array, void>;
}

/**
 * The WAV file of parameters, byte for byte the one that the backend makes. This call renders the sound once, `chunks`
 * once more per call. Throws `BackendError` for what cannot be rendered, `RangeError` for a file above 4 GiB, and the
 * signal's reason when it aborts.
 */
export function streamWav(params: AudioParams, seed: number, options: WavStreamOptions = {}): WavStream {
  const plan = planSound(params, seed, options);
  const { end: frames, tools } = plan;
  const { sample_rate: sampleRate } = plan.params;
  const { peak, loop, excerpt, channels } = survey(plan);
  const sampler = tools.writesLoops ? samplerOf(loop, params) : undefined;
  const frame = wavFrame(frames, { sampleRate, channels, samples: options.sampleFormat }, sampler);
  const sampleBytes = channels * BYTES[options.sampleFormat ?? 'pcm16'];

  function* chunks(): Generator<Uint8Array, void> {
    yield frame.head;
    const encode = encoderOf(peak, seed, options);
    const bytes = new Uint8Array(BLOCK * sampleBytes);
    for (const { block, start, end } of blocksOf(plan)) {
      excerpt?.paste(block, start, end);
      encode(block, end - start, bytes);
      yield bytes.subarray(0, (end - start) * sampleBytes);
    }
    if (frame.tail.length > 0) yield frame.tail;
  }
  const byteLength = frame.head.length + frame.dataBytes + frame.tail.length;
  return { sampleRate, channels, frames, loop, byteLength, chunks };
}

interface Piece {
  /** The samples `[start, end)` of every channel, from index 0; valid until the next piece. */
  readonly block: readonly Float64Array[];
  readonly start: number;
  readonly end: number;
}

function* blocksOf(plan: Plan): Generator<Piece, void> {
  const stream = openStream(plan, KEEP);
  const sides = [new Float64Array(BLOCK), new Float64Array(BLOCK)] as const;
  const block = sides.slice(0, stream.channels);
  for (let start = 0; start < plan.end; start += BLOCK) {
    const end = Math.min(start + BLOCK, plan.end);
    stream.render(sides[0], sides[1], start, end);
    yield { block, start, end };
  }
}

interface Survey {
  readonly channels: number;
  readonly peak: number;
  readonly loop?: LoopPoints | undefined;
  /** The end of the loop, faded into its start. */
  readonly excerpt?: Excerpt | undefined;
}

/** Renders the sound once to learn its peak and its loop. */
function survey(plan: Plan): Survey {
  const { end: frames, tools } = plan;
  // A loop reaches to the end of the whole sound; what is cut short has none.
  const loop = frames === plan.frames ? planLoop(plan.params, frames) : undefined;
  const around = loop && { start: excerptAround(loop, loop.start, frames), end: excerptAround(loop, loop.end, frames) };
  let channels = 1;
  let peak = 0;
  for (const { block, start, end } of blocksOf(plan)) {
    channels = block.length;
    around?.start.copy(block, start, end);
    around?.end.copy(block, start, end);
    for (const channel of block) {
      // What the crossfade will change counts when it has.
      if (around === undefined) peak = Math.max(peak, peakOf(channel, end - start));
      else peak = Math.max(peak, around.end.peakOutside(channel, start, end));
    }
  }
  if (loop === undefined || around === undefined) return { channels, peak };

  const points = findLoopPoints(loop, frames, (i) => (around.start.holds(i) ? around.start : around.end).first(i));
  const { at, from, count } = tools.crossfade(points, loop.fade);
  around.end.fade(at, around.start, from, count);
  return { channels, peak: Math.max(peak, around.end.peak()), loop: points, excerpt: around.end };
}

/** Everything around a point of a loop that the search for zero crossings and the crossfade may touch. */
function excerptAround({ config, fade }: LoopPlan, point: number, frames: number): Excerpt {
  const reach = (config.snap_to_zero_crossing ? config.zero_crossing_tolerance + 1 : 0) + 1;
  const from = Math.max(point - reach - fade, 0);
  return new Excerpt(from, Math.min(point + reach + fade, frames));
}

/** The samples `[from, to)` of every channel. */
class Excerpt {
  readonly #from: number;
  readonly #to: number;
  readonly #channels: Float64Array[] = [];

  constructor(from: number, to: number) {
    this.#from = from;
    this.#to = Math.max(to, from);
  }

  holds(i: number): boolean {
    return i >= this.#from && i < this.#to;
  }

  /** A sample of the first channel. */
  first(i: number): number {
    return this.#channels[0]![i - this.#from]!;
  }

  /** Takes what of a block lies in the excerpt. */
  copy(block: readonly Float64Array[], start: number, end: number): void {
    const [a, b] = this.#overlap(start, end);
    block.forEach((channel, c) => {
      this.#channels[c] ??= new Float64Array(this.#to - this.#from);
      if (a < b) this.#channels[c].set(channel.subarray(a - start, b - start), a - this.#from);
    });
  }

  /** Puts what of the excerpt lies in a block there. */
  paste(block: readonly Float64Array[], start: number, end: number): void {
    const [a, b] = this.#overlap(start, end);
    if (a >= b) return;
    block.forEach((channel, c) => {
      channel.set(this.#channels[c]!.subarray(a - this.#from, b - this.#from), a - start);
    });
  }

  /** Fades `count` samples from `at` on into those of another excerpt from `from` on. */
  fade(at: number, other: Excerpt, from: number, count: number): void {
    this.#channels.forEach((channel, c) => {
      fadeInto(channel, at - this.#from, other.#channels[c]!, from - other.#from, count);
    });
  }

  peak(): number {
    return this.#channels.reduce((largest, channel) => Math.max(largest, peakOf(channel)), 0);
  }

  /** The peak of a block without what of it lies in the excerpt. */
  peakOutside(channel: Float64Array, start: number, end: number): number {
    const [a, b] = this.#overlap(start, end);
    if (a >= b) return peakOf(channel, end - start);
    return Math.max(peakOf(channel, a - start), peakOf(channel.subarray(b - start, end - start)));
  }

  #overlap(start: number, end: number): [from: number, to: number] {
    return [Math.max(start, this.#from), Math.min(end, this.#to)];
  }
}
