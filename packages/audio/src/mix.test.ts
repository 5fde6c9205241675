import { describe, expect, it } from 'vitest';
import { Mix } from './mix.ts';

const ones = new Float64Array(4).fill(1);
const mixed = (...signals: Parameters<Mix['add']>[0][]) => {
  const mix = new Mix(4);
  for (const signal of signals) mix.add(signal);
  return mix.channels().map((channel) => [...channel]);
};
const close = (...values: number[]) => values.map((v) => expect.closeTo(v, 12));

describe('mono', () => {
  it('stays mono for centred layers and starts them where they start', () => {
    expect(
      mixed({ left: ones, start: 0, volume: 0.5, pan: 1e-7 }, { left: ones.slice(0, 1), start: 3, volume: 1, pan: 0 }),
    ).toEqual([[0.5, 0.5, 0.5, 1.5]]);
  });
});

describe('stereo', () => {
  it('pans with equal power', () => {
    const [left, right] = mixed({ left: ones, start: 0, volume: 1, pan: 0.5 });
    expect(left![0]! ** 2 + right![0]! ** 2).toBeCloseTo(1, 12);
    expect(right![0]).toBeGreaterThan(left![0]!);
    expect(mixed({ left: ones, start: 0, volume: 1, pan: -1 })).toEqual([close(1, 1, 1, 1), close(0, 0, 0, 0)]);
  });

  it('puts centred layers 3 dB down on both sides beside a panned one', () => {
    const [left, right] = mixed(
      { left: ones, start: 0, volume: 1, pan: 0 },
      { left: ones, start: 0, volume: 0, pan: 1 },
    );
    expect([left![0], right![0]]).toEqual(close(Math.SQRT1_2, Math.SQRT1_2));
  });

  it('follows a moving pan', () => {
    const [left, right] = mixed({ left: ones, start: 0, volume: 1, pan: Float64Array.of(-1, 0, 0, 1) });
    expect(left).toEqual(close(1, Math.SQRT1_2, Math.SQRT1_2, 0));
    expect(right).toEqual(close(0, Math.SQRT1_2, Math.SQRT1_2, 1));
  });

  it('keeps the image of a stereo layer at the centre and folds it towards the side', () => {
    const stereo = { left: ones, right: ones.map(() => -2), start: 0, volume: 1 };
    expect(mixed({ ...stereo, pan: 0 })).toEqual([close(1, 1, 1, 1), close(-2, -2, -2, -2)]);
    expect(mixed({ ...stereo, pan: 1 })).toEqual([close(0, 0, 0, 0), close(-1, -1, -1, -1)]);
    expect(mixed({ ...stereo, pan: -1 })).toEqual([close(-1, -1, -1, -1), close(0, 0, 0, 0)]);
  });
});
