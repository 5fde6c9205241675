import { exp2 } from '@speccade/numerics';
import type { Synthesis } from '@speccade/spec/kinds/audio_v1';
import { hannStart } from '../dsp/hann.ts';
import { multiply } from '../dsp/multiply.ts';
import { createNoise } from '../dsp/noise.ts';
import { OverlapBuffer } from '../dsp/overlap-buffer.ts';
import { cosTurns, sinTurns } from '../dsp/sine.ts';
import { bandLimitedTone, type Tone } from '../dsp/tone.ts';
import type { ModulationTarget, Synthesizer, Voice, VoiceContext } from '../voice.ts';

export type Granular = Extract<Synthesis, { type: 'granular' }>;

/** Samples of noise that one grain draws at most; what it does not draw lies far beyond any layer. */
const LONGEST_NOISE = 1 << 22;
/** Grains that sound at once at most. */
const DENSEST = 1000;
/** Semitones and samples that the random generator can still count. */
const WIDEST_PITCH = 1e6;
const WIDEST_JITTER = 0x7fff_ffff;
/** Octaves, either way, beyond which a pitch is not moved. */
const FARTHEST = 64;
/** Under modulation: milliseconds, grains per second. */
const SIZES = [10, 500] as const;
const DENSITIES = [1, 100] as const;

export const GRAIN_TARGETS: readonly ModulationTarget[] = ['grain_size', 'grain_density'];

/** Samples of a grain and from it to the next; `at` is the sample where the `n`-th grain is due. */
export interface Grid {
  readonly size: (at: number, n: number) => number;
  readonly interval: (at: number, n: number) => number;
  /** Samples to go on where a grain has no size. */
  readonly skip: number;
  /** Whether the jitter of a grain is drawn even where it is 0. */
  readonly alwaysDraws: boolean;
  readonly gain: number;
}

/**
 * A cloud of grains: Hann-windowed pieces of noise, of a tone or of a formant, at regular or jittered times, each with
 * its own pitch and place (C. Roads, "Microsound", MIT Press 2001). LFOs on size and density are read where a grain is
 * due. Raw level about ±1: the sum over the square root of the overlap. Random numbers per grain: jitter, pitch, place,
 * content.
 */
export const granular: Synthesizer<Granular> = {
  follows: GRAIN_TARGETS,
  voice(synthesis, context) {
    const fixed = fixedGrid(synthesis, context.sampleRate);
    const grid = modulatedGrid(synthesis, context, (at) => at) ?? fixed;
    const pan_spread = Math.min(Math.max(synthesis.pan_spread, 0), 1);
    return grainVoice({ ...synthesis, pan_spread }, context, grid, bandLimitedTone);
  },
};

/** The voice of a cloud on a grid; without a grid it is silent. */
export function grainVoice(synthesis: Granular, context: VoiceContext, grid: Grid | undefined, tone: Tone): Voice {
  const stereo = synthesis.pan_spread > 0;
  const silence = (x: Float64Array | undefined, count: number) => void x?.fill(0, 0, count);
  if (grid === undefined) {
    return {
      stereo,
      render(out, start, end, right) {
        silence(out, end - start);
        silence(right, end - start);
      },
    };
  }
  const { gain } = grid;
  const left = new OverlapBuffer();
  const right = new OverlapBuffer();
  const scatter = createScatter(synthesis, context, grid, tone, stereo, (at, grain, count, toLeft, toRight) => {
    left.add(at, grain, count, toLeft);
    if (stereo) right.add(at, grain, count, toRight);
  });
  const take = (buffer: OverlapBuffer, out: Float64Array, count: number) => {
    buffer.take(out, count);
    for (let k = 0; k < count; k++) out[k] = out[k]! * gain;
  };
  return {
    stereo,
    render(outLeft, start, end, outRight) {
      scatter(end);
      take(left, outLeft, end - start);
      if (outRight !== undefined) take(right, outRight, end - start);
    },
  };
}

/** The grid of the parameters alone; `undefined` where it has no grains. */
export function fixedGrid({ grain_size_ms, grain_density }: Granular, sampleRate: number): Grid | undefined {
  const size = Math.trunc((grain_size_ms / 1000) * sampleRate);
  const interval = Math.trunc(sampleRate / grain_density);
  if (!(size > 0 && interval > 0)) return undefined;
  return {
    size: () => size,
    interval: () => interval,
    skip: interval,
    alwaysDraws: true,
    gain: 1 / Math.sqrt(Math.max(size / interval, 1)),
  };
}

/** The grid under an LFO, which is read at the sample `read` tells for a grain; `undefined` without an LFO. */
export function modulatedGrid(
  { grain_size_ms, grain_density }: Granular,
  { sampleRate, modulation }: VoiceContext,
  read: (at: number, n: number) => number,
): Grid | undefined {
  const { grain_size, grain_density: density } = modulation;
  if (grain_size === undefined && density === undefined) return undefined;
  const within = (v: number, [low, high]: readonly [number, number]) => Math.min(Math.max(v, low), high);
  return {
    size: (at, n) => {
      const ms = grain_size ? within(grain_size_ms + grain_size.at(read(at, n)), SIZES) : grain_size_ms;
      return Math.max(Math.trunc((ms / 1000) * sampleRate), 0);
    },
    interval: (at, n) => {
      const rate = density ? within(grain_density + density.at(read(at, n)), DENSITIES) : grain_density;
      const interval = sampleRate / rate;
      return rate > 0 ? Math.trunc(Math.max(interval, 1)) : Number.POSITIVE_INFINITY;
    },
    skip: Math.max(Math.trunc(sampleRate / Math.max(grain_density, 1e-9)), 1),
    alwaysDraws: false,
    gain: 1 / Math.sqrt(Math.max(((grain_size_ms * sampleRate) / 1000 / sampleRate) * grain_density, 1)),
  };
}

/** Where the `count` samples of a grain go, from the sample `at`, with the gains of both sides. */
export type GrainSink = (at: number, grain: Float64Array, count: number, toLeft: number, toRight: number) => void;

/** Makes, in order, every grain that may start before the sample `end`, and was not made before. */
export function createScatter(
  synthesis: Granular,
  context: VoiceContext,
  grid: Grid,
  tone: Tone,
  stereo: boolean,
  sink: GrainSink,
): (end: number) => void {
  const { source, pan_spread, position_spread } = synthesis;
  const { length, random, modulation } = context;
  const pitchSpread = Math.min(synthesis.pitch_spread, WIDEST_PITCH);
  const fill = grainContent(source, context, tone);
  let grain: Float64Array = new Float64Array(0);
  let window: Float64Array = grain;
  let size = -1;
  let madeOf = Number.NaN;
  /** The next grain is the `n`-th and due at the sample `at`. */
  let at = 0;
  let n = 0;

  return (end) => {
    for (; at < length; n++) {
      const nextSize = grid.size(at, n);
      if (nextSize === 0) {
        at += grid.skip;
        continue;
      }
      const interval = Math.max(grid.interval(at, n), Math.ceil(Math.min(nextSize, length) / DENSEST));

      let start = at;
      if (position_spread > 0) {
        const jitter = Math.min(Math.trunc(position_spread * interval * 0.5), WIDEST_JITTER);
        if (start - jitter >= end) return;
        if (grid.alwaysDraws || jitter > 0) start += random.u32Inclusive(0, 2 * jitter) - jitter;
        start = Math.min(Math.max(start, 0), length - 1);
      } else if (start >= end) return;

      let factor = modulation.pitch?.at(start) ?? 1;
      if (pitchSpread > 0) {
        const octaves = random.f64Inclusive(-pitchSpread, pitchSpread) / 12;
        factor *= exp2(Math.min(Math.max(octaves, -FARTHEST), FARTHEST));
      }
      let toLeft = 1;
      let toRight = 1;
      if (stereo) {
        const place = (random.f64Inclusive(-pan_spread, pan_spread) + 1) / 8;
        toLeft = cosTurns(place);
        toRight = sinTurns(place);
      }

      if (nextSize !== size) {
        size = nextSize;
        window = hannStart(Math.min(size, length), size);
        madeOf = Number.NaN;
      }
      const drawn = source.type === 'noise' ? Math.min(size, LONGEST_NOISE) : window.length;
      if (grain.length < drawn) grain = new Float64Array(drawn);
      if (source.type === 'noise' || factor !== madeOf) {
        fill(grain, drawn, factor);
        multiply(grain, window, window.length);
        madeOf = factor;
      }
      sink(start, grain, Math.min(window.length, length - start), toLeft, toRight);
      at += interval;
    }
  };
}

/** Writes the first `count` samples of a grain whose pitch is `factor` times that of the source. */
type Content = (out: Float64Array, count: number, factor: number) => void;

function grainContent(source: Granular['source'], { sampleRate, random }: VoiceContext, tone: Tone): Content {
  switch (source.type) {
    case 'noise':
      return (out, count) => createNoise(source.noise_type, random)(out, count);
    case 'tone':
      return (out, count, factor) => tone(out, count, source.waveform, source.frequency * factor, sampleRate);
    case 'formant': {
      let swell = new Float64Array(0);
      return (out, count, factor) => {
        tone(out, count, 'sawtooth', source.frequency * factor, sampleRate);
        if (swell.length < count) {
          swell = new Float64Array(count);
          tone(swell, count, 'sine', source.formant_freq, sampleRate);
        }
        swellBy(out, swell, count);
      };
    }
  }
}

function swellBy(x: Float64Array, swell: Float64Array, count: number): void {
  for (let k = 0; k < count; k++) x[k] = x[k]! * (0.5 + 0.5 * swell[k]!);
}
