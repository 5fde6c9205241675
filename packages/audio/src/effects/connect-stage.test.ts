import { audioParams } from '@speccade/spec/kinds/audio_v1';
import { describe, expect, it } from 'vitest';
import { collect, noiseOf, RATE, sourceOf } from './_fixtures.ts';
import { createChain } from './chain.ts';
import { connectStage } from './connect-stage.ts';
import { effects } from './index.ts';
import type { StereoProcess } from './types.ts';

/** Each sample plus the one `lookahead` later, times two on the right. */
const sumAhead = (lookahead: number): StereoProcess => ({
  lookahead,
  process(left, right, start, end) {
    for (let i = 0; i < end - start; i++) {
      left[i] = left[i]! + left[i + lookahead]!;
      right[i] = 2 * (right[i]! + right[i + lookahead]!);
    }
  },
});
const plainSum = (x: Float64Array, lookahead: number) => x.map((v, i) => v + (x[i + lookahead] ?? 0));

const LENGTHS = [1, 5, 22, 1023, 1024, 1025, 2048, 5000];
const LOOKAHEADS = [1, 22, 1000, 1024, 1500, 3000];
const cases = LENGTHS.flatMap((length) => LOOKAHEADS.map((lookahead) => [length, lookahead] as const));

describe('a stage that looks ahead', () => {
  it.each(cases)('of %i samples, by %i: as over the whole sound', (length, lookahead) => {
    const x = noiseOf(length);
    const made = collect(connectStage(sumAhead(lookahead), sourceOf(x), length), length);
    expect(made.left).toEqual(plainSum(x, lookahead));
    expect(made.right).toEqual(plainSum(x, lookahead).map((v) => 2 * v));
  });

  it.each(cases)('two in series, of %i samples, by %i and 22', (length, lookahead) => {
    const x = noiseOf(length);
    const first = connectStage(sumAhead(lookahead), sourceOf(x), length);
    const made = collect(connectStage(sumAhead(22), first, length), length);
    expect(made.left).toEqual(plainSum(plainSum(x, lookahead), 22));
  });

  it('gives the beginning of a sound from as much as its lookahead needs', () => {
    const x = noiseOf(5000);
    for (const wanted of [1, 1024, 1500]) {
      const limit = wanted + 122;
      const first = connectStage(sumAhead(100), sourceOf(x.subarray(0, limit)), limit);
      const made = collect(connectStage(sumAhead(22), first, limit), wanted);
      expect(made.left).toEqual(plainSum(plainSum(x, 100), 22).subarray(0, wanted));
    }
  });

  it('finds silence after the end, not what stood in the window before', () => {
    const seen: number[] = [];
    const spy: StereoProcess = {
      lookahead: 30,
      process(left, right, start, end) {
        for (let i = Math.max(2000 - start, 0); i < end - start + 30; i++) seen.push(left[i]!, right[i]!);
      },
    };
    collect(connectStage(spy, sourceOf(new Float64Array(2000).fill(1)), 2000), 2000);
    expect(seen).toEqual(new Array(60).fill(0));
  });
});

describe('a chain', () => {
  const chainOf = (entries: object[], frames: number, sampleRate = RATE) =>
    createChain(
      audioParams.parse({ duration_seconds: 1, sample_rate: sampleRate, layers: [], effects: entries }),
      effects,
      1,
      frames,
    );
  const limiter = { type: 'limiter', threshold_db: -12, release_ms: 50, lookahead_ms: 5, ceiling_db: -1 };

  /** The limiter as it is described: the gain of each sample from all those of its window. */
  function plainLimiter(x: Float64Array, window: number): Float64Array {
    const threshold = 10 ** (-12 / 20);
    const release = Math.exp(-1 / (0.05 * RATE));
    let gain = 1;
    const advance = (i: number) => {
      let level = 0;
      for (let k = Math.max(i - window, 0); k <= Math.min(i, x.length - 1); k++)
        level = Math.max(level, Math.abs(x[k]!));
      const target = level > threshold ? threshold / level : 1;
      gain = target < gain ? target : release * gain + (1 - release) * target;
    };
    for (let i = 0; i < window; i++) advance(i);
    return x.map((v, i) => {
      advance(i + window);
      return (v * gain * 10 ** (-1 / 20)) / threshold;
    });
  }

  it.each([1, 100, 221, 222, 1024, 3000])('limits %i samples as the plain way', (length) => {
    const x = noiseOf(length).map((v, i) => (i % 700 < 100 ? v : v / 10));
    const chain = chainOf([limiter], length);
    expect(chain.lookahead).toBe(221);
    const plain = plainLimiter(x, 221);
    collect(chain.connect(sourceOf(x), length), length).left.forEach((v, i) => {
      expect(v).toBeCloseTo(plain[i]!, 12);
    });
  });

  it('looks ahead by the sum of its stages and gives each the samples it would have of whole signals', () => {
    const tape = { type: 'tape_saturation', drive: 2, bias: 0.1, wow_rate: 1, flutter_rate: 7, hiss_level: 0.01 };
    const reverb = { type: 'reverb', room_size: 0.5, damping: 0.5, wet: 0.5 };
    const entries = [limiter, reverb, tape, { ...limiter, lookahead_ms: 10 }];
    for (const [length, sampleRate] of [
      [3, RATE],
      [1500, RATE],
      [4000, 192000],
    ] as const) {
      const x = noiseOf(length);
      const chain = chainOf(entries, length, sampleRate);
      const stages = entries.map((entry) => chainOf([entry], length, sampleRate));
      expect(chain.lookahead).toBe(stages.reduce((sum, stage) => sum + stage.lookahead, 0));
      let whole = { left: x, right: x };
      for (const stage of stages) whole = collect(stage.connect(sourceOf(whole.left, whole.right), length), length);
      expect(collect(chain.connect(sourceOf(x), length), length)).toEqual(whole);
    }
  });
});
