import { describe, expect, it } from 'vitest';
import { evaluate, type Json, last, mean, parseNodes, seams } from '../../test/graph.ts';

const noise: Json = { id: 'n', type: 'periodic_noise', basis: 'value', cells: [7, 5], octaves: 3 };

describe('blur', () => {
  const blurred = (radius: number, tileable: boolean, width = 31, height = 17) =>
    last([noise, { id: 'b', type: 'blur', input: 'n', radius }], { width, height, tileable });

  it.each([0, 0.3, 1, 2.5, 8, 40, 1e6])('of radius %d leaves a constant as it is', (radius) => {
    for (const tileable of [false, true]) {
      const flat = [
        { id: 'n', type: 'constant', value: 0.7 },
        { id: 'b', type: 'blur', input: 'n', radius },
      ];
      for (const v of last(flat, { width: 9, height: 6, tileable })) expect(v).toBeCloseTo(0.7, 9);
    }
  });

  it('keeps the mean of a picture that tiles, and its borders', () => {
    const source = last([noise], { width: 31, height: 17 });
    const values = blurred(3.5, true);
    expect(mean(values)).toBeCloseTo(mean(source), 12);
    const [x, y] = seams(values, 31, 17);
    expect(Math.max(x, y)).toBeLessThan(1.3);
  });

  it('grows steadily with a radius between whole pixels', () => {
    const [one, between, two] = [blurred(1, false), blurred(1.5, false), blurred(2, false)];
    const apart = (a: Float64Array, b: Float64Array) => mean(a.map((v, k) => Math.abs(v - b[k]!)));
    expect(apart(one, between)).toBeLessThan(apart(one, two));
    expect(apart(between, two)).toBeLessThan(apart(one, two));
  });

  it('works on lines of one pixel', () => {
    expect(blurred(3, false, 1, 1)).toHaveLength(1);
    expect(blurred(3, true, 1, 8)).toHaveLength(8);
  });
});

describe('erode and dilate', () => {
  it.each([0, 1, 2, 5, 20])('of radius %d are the extremes of the square', (radius) => {
    const size = { width: 13, height: 9 };
    const nodes = parseNodes([
      noise,
      { id: 'e', type: 'erode', input: 'n', radius },
      { id: 'd', type: 'dilate', input: 'n', radius },
    ]);
    const results = evaluate(nodes, ['n', 'e', 'd'], size);
    const [n, e, d] = ['n', 'e', 'd'].map((id) => results.get(id)!) as [Float64Array, Float64Array, Float64Array];
    for (let y = 0; y < 9; y++) {
      for (let x = 0; x < 13; x++) {
        const around: number[] = [];
        for (let j = -radius; j <= radius; j++) {
          for (let i = -radius; i <= radius; i++) {
            around.push(n[((((y + j) % 9) + 9) % 9) * 13 + ((((x + i) % 13) + 13) % 13)]!);
          }
        }
        expect(e[y * 13 + x]).toBe(Math.min(...around));
        expect(d[y * 13 + x]).toBe(Math.max(...around));
      }
    }
  });
});
