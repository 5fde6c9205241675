import { describe, expect, it } from 'vitest';
import { curveOf } from './_fixtures.ts';
import { BLOCK } from './dsp/process.ts';
import { Mix, type MixSignal } from './mix.ts';

const FRAMES = 4;

/** A layer of constant sides. */
function layer(change: Partial<MixSignal> & { l?: number; r?: number }): MixSignal {
  const { l = 1, r = 0, ...rest } = change;
  return {
    stereo: false,
    start: 0,
    length: FRAMES,
    volume: 1,
    pan: 0,
    render(left, right, start, end) {
      left.fill(l, 0, end - start);
      right.fill(r, 0, end - start);
    },
    ...rest,
  };
}

const mixed = (...signals: MixSignal[]) => {
  const mix = new Mix(signals);
  const sides = [new Float64Array(FRAMES), new Float64Array(FRAMES)] as const;
  mix.render(...sides, 0, FRAMES);
  return sides.slice(0, mix.stereo ? 2 : 1).map((side) => [...side]);
};
const close = (...values: number[]) => values.map((v) => expect.closeTo(v, 12));

describe('mono', () => {
  it('stays mono for centred layers and starts them where they start', () => {
    expect(mixed(layer({ volume: 0.5, pan: 1e-7 }), layer({ start: 3, length: 1 }))).toEqual([[0.5, 0.5, 0.5, 1.5]]);
  });

  it('gives every sample of a layer its place, wherever the blocks of both lie', () => {
    const count = (out: Float64Array, start: number, end: number) => {
      for (let i = start; i < end; i++) out[i - start] = i;
    };
    const start = 700;
    const length = 3 * BLOCK;
    const mix = new Mix([layer({ start, length, render: (x, _right, from, to) => count(x, from, to) })]);
    const seen: number[] = [];
    const block = new Float64Array(BLOCK);
    for (let at = 0; at < 5 * BLOCK; at += BLOCK) {
      mix.render(block, block, at, at + BLOCK);
      seen.push(...block);
    }
    seen.forEach((v, i) => {
      expect(v).toBe(i < start || i >= start + length ? 0 : i - start);
    });
  });
});

describe('stereo', () => {
  it('pans with equal power', () => {
    const [left, right] = mixed(layer({ pan: 0.5 }));
    expect(left![0]! ** 2 + right![0]! ** 2).toBeCloseTo(1, 12);
    expect(right![0]).toBeGreaterThan(left![0]!);
    expect(mixed(layer({ pan: -1 }))).toEqual([close(1, 1, 1, 1), close(0, 0, 0, 0)]);
  });

  it('puts centred layers 3 dB down on both sides beside a panned one', () => {
    const [left, right] = mixed(layer({}), layer({ volume: 0, pan: 1 }));
    expect([left![0], right![0]]).toEqual(close(Math.SQRT1_2, Math.SQRT1_2));
  });

  it('follows a moving pan from the start of the layer', () => {
    const pan = curveOf([-1, 0, 1]);
    const [left, right] = mixed(layer({ pan, start: 1, length: 3 }));
    expect(left).toEqual(close(0, 1, Math.SQRT1_2, 0));
    expect(right).toEqual(close(0, 0, Math.SQRT1_2, 1));
  });

  it('keeps the image of a stereo layer at the centre and folds it towards the side', () => {
    const sides = { stereo: true, l: 1, r: -2 };
    expect(mixed(layer({ ...sides, pan: 0 }))).toEqual([close(1, 1, 1, 1), close(-2, -2, -2, -2)]);
    expect(mixed(layer({ ...sides, pan: 1 }))).toEqual([close(0, 0, 0, 0), close(-1, -1, -1, -1)]);
    expect(mixed(layer({ ...sides, pan: -1 }))).toEqual([close(-1, -1, -1, -1), close(0, 0, 0, 0)]);
  });
});
