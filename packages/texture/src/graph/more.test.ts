import { describe, expect, it } from 'vitest';
import { evaluate, type Json, last, mean, parseNodes, seams, spread } from '../../test/graph.ts';

const ramp: Json = { id: 'h', type: 'gradient', direction: 'horizontal' };
const noise: Json = { id: 'n', type: 'periodic_noise', basis: 'perlin', cells: [6, 6], octaves: 4 };
const size = { width: 11, height: 1 };
const at = (values: Float64Array, ...places: number[]) => places.map((k) => Number(values[k]!.toFixed(9)));
const gray = (nodes: Json[]) => last([ramp, ...nodes], size);
const colors: Json[] = [
  { id: 'c', type: 'gradient_stops', input: 'h', stops: [{ position: 0, color: '#ff0000' }] },
  { id: 'd', type: 'gradient_stops', input: 'h', stops: [{ position: 0, color: '#00ff00', alpha: 0.5 }] },
];

describe('tone', () => {
  it('levels stretch, bend and cut off', () => {
    const levels = { id: 'l', type: 'levels', input: 'h', in_low: 0.2, in_high: 0.8 };
    expect(at(gray([levels]), 0, 2, 5, 8, 10)).toEqual([0, 0, 0.5, 1, 1]);
    expect(at(gray([{ ...levels, gamma: 2, out_low: 1, out_high: 0 }]), 2, 5, 8)).toEqual([1, 0.292893219, 0]);
  });

  it('curves pass through their points and never overshoot', () => {
    const points = [
      [0, 0.1],
      [0.4, 0.1],
      [0.5, 0.9],
      [1, 1],
    ];
    const values = last([ramp, { id: 'c', type: 'curves', input: 'h', points }], { width: 101, height: 1 });
    expect(at(values, 0, 20, 40, 50, 100)).toEqual([0.1, 0.1, 0.1, 0.9, 1]);
    for (let k = 1; k < 101; k++) expect(values[k]!).toBeGreaterThanOrEqual(values[k - 1]! - 1e-12);
  });
});

describe('blends', () => {
  it.each([
    ['normal', 0.7],
    ['multiply', 0.21],
    ['screen', 0.79],
    ['overlay', 0.42],
    ['hard_light', 0.58],
    ['soft_light', 0.384],
    ['add', 1],
    ['subtract', -0.4],
    ['difference', 0.4],
    ['darken', 0.3],
    ['lighten', 0.7],
    ['color_dodge', 1],
    ['color_burn', 0],
  ])('%s of 0.7 over 0.3 is %d', (mode, expected) => {
    const nodes = [
      { id: 'b', type: 'constant', value: 0.3 },
      { id: 'l', type: 'constant', value: 0.7 },
      { id: 'o', type: 'blend', base: 'b', blend: 'l', mode },
    ];
    expect(last(nodes, size)[0]).toBeCloseTo(expected, 12);
    const half = [...nodes.slice(0, 2), { ...nodes[2]!, opacity: 0.5 }];
    expect(last(half, size)[0]).toBeCloseTo((0.3 + expected) / 2, 12);
  });

  it('of colours go by opacity, mask and alpha together', () => {
    const nodes = [...colors, { id: 'o', type: 'color_blend', base: 'c', blend: 'd', mode: 'normal', mask: 'h' }];
    const values = gray(nodes);
    expect(at(values, 0, 11, 22)).toEqual([1, 0, 0]);
    expect(at(values, 10, 21, 32, 43)).toEqual([0.5, 0.5, 0, 1]);
  });

  it('a mask mixes colours with their alpha', () => {
    const values = gray([...colors, { id: 'o', type: 'color_mix', a: 'c', b: 'd', mask: 'h' }]);
    expect(at(values, 5, 16, 27, 38)).toEqual([0.5, 0.5, 0, 0.75]);
  });
});

describe('colours', () => {
  it('turn by hue, and lose saturation', () => {
    const hsv = (more: Json) => gray([...colors, { id: 'o', type: 'hsv_adjust', input: 'c', ...more }]);
    expect(at(hsv({ hue: 120 }), 0, 11, 22)).toEqual([0, 1, 0]);
    expect(at(hsv({ hue: -120 }), 0, 11, 22)).toEqual([0, 0, 1]);
    expect(at(hsv({ saturation: 0.5 }), 0, 11, 22)).toEqual([1, 0.5, 0.5]);
    expect(at(hsv({ value: 0.25 }), 0, 11, 22)).toEqual([0.25, 0, 0]);
  });

  it('stay as they are when nothing is adjusted', () => {
    const nodes = [noise, { id: 'c', type: 'color_ramp', input: 'n', ramp: ['#203040', '#c08020', '#ffffff'] }];
    const before = last(nodes, { width: 32, height: 32 });
    const after = last([...nodes, { id: 'o', type: 'hsv_adjust', input: 'c' }], { width: 32, height: 32 });
    for (let k = 0; k < before.length; k++) expect(after[k]).toBeCloseTo(before[k]!, 12);
  });

  it.each([
    ['r', 0],
    ['g', 1],
    ['a', 0.5],
    ['hue', 1 / 3],
    ['saturation', 1],
    ['value', 1],
  ])('have a channel %s', (channel, expected) => {
    expect(gray([...colors, { id: 'o', type: 'channel', input: 'd', channel }])[3]).toBeCloseTo(expected, 12);
  });

  it('follow stops that stand anywhere', () => {
    const stops = [
      { position: 0.2, color: '#000000' },
      { position: 0.6, color: '#ffffff', alpha: 0 },
    ];
    const reds = (interpolation: string) =>
      at(gray([{ id: 'o', type: 'gradient_stops', input: 'h', stops, interpolation }]), 0, 3, 4, 6, 10);
    expect(reds('linear')).toEqual([0, 0.25, 0.5, 1, 1]);
    expect(reds('smooth')).toEqual([0, 0.15625, 0.5, 1, 1]);
    expect(reds('step')).toEqual([0, 0, 0, 1, 1]);
  });
});

describe('patterns', () => {
  const square = { width: 96, height: 96 };
  const share = (values: Float64Array) => values.reduce((sum, v) => sum + (v > 0 ? 1 : 0), 0) / values.length;

  it('bricks stand on mortar, shifted in every second row', () => {
    const wall = { id: 'b', type: 'bricks', columns: 4, rows: 6, mortar: 0.25, bevel: 0 };
    const values = last([wall], square);
    expect(new Set(values)).toEqual(new Set([0, 1]));
    expect(share(values)).toBeCloseTo((20 / 24) * (12 / 16), 2);
    const rowOf = (y: number) => Array.from(values.subarray(y * 96, (y + 1) * 96));
    expect(rowOf(24)).toEqual([...rowOf(8).slice(12), ...rowOf(8).slice(0, 12)]);
  });

  it('every brick and hexagon has a tone of its own', () => {
    const tones = (pattern: Json) => new Set(last([{ id: 'p', variation: 0.5, bevel: 0, ...pattern }], square));
    expect(tones({ type: 'bricks', columns: 4, rows: 6 }).size).toBe(25);
    expect(tones({ type: 'hexagons', columns: 5, rows: 6 }).size).toBe(31);
  });

  it('hexagons cover what the gap leaves', () => {
    const values = last([{ id: 'x', type: 'hexagons', columns: 6, rows: 6, gap: 0.2, bevel: 0 }], {
      width: 300,
      height: 300,
    });
    expect(share(values)).toBeCloseTo(0.64, 1);
  });
});

describe('heights', () => {
  const bump: Json[] = [
    { id: 'r', type: 'gradient', direction: 'radial' },
    { id: 't', type: 'threshold', input: 'r', threshold: 0.6 },
  ];
  const square = { width: 64, height: 64 };

  it('planes are neither occluded nor curved', () => {
    const flat = { id: 'f', type: 'constant', value: 0.3 };
    expect(new Set(last([flat, { id: 'o', type: 'ambient_occlusion', input: 'f' }], square))).toEqual(new Set([1]));
    for (const v of last([flat, { id: 'o', type: 'curvature', input: 'f' }], square)) expect(v).toBeCloseTo(0.5, 12);
  });

  it('a step is dark at its foot and light on its top', () => {
    const dark = last([...bump, { id: 'o', type: 'ambient_occlusion', input: 't', radius: 6 }], square);
    const curved = last([...bump, { id: 'o', type: 'curvature', input: 't' }], square);
    const heights = last(bump, square);
    const foot = heights.findIndex((h, k) => h === 0 && heights[k + 1] === 1);
    expect(dark[foot]).toBeLessThan(0.8);
    expect(dark[foot + 1]).toBe(1);
    expect(curved[foot]).toBeLessThan(0.5);
    expect(curved[foot + 1]).toBeGreaterThan(0.5);
  });
});

describe('moving pixels', () => {
  const square = { width: 24, height: 24 };
  const moved = (node: Json) => last([noise, { id: 'h', type: 'constant', value: 0.75 }, { id: 'o', ...node }], square);
  const source = last([noise], square);
  const shifted = (dx: number, dy: number) =>
    source.map((_, k) => source[((Math.floor(k / 24) + dy) % 24) * 24 + ((k + dx) % 24)]!);

  it('warp_2d has an axis of its own for each map', () => {
    expect(moved({ type: 'warp_2d', input: 'n', x: 'h', strength: 4 })).toEqual(shifted(2, 0));
    expect(moved({ type: 'warp_2d', input: 'n', y: 'h', strength: 4 })).toEqual(shifted(0, 2));
  });

  it('half pixels are the mean of two', () => {
    const half = moved({ type: 'warp_2d', input: 'n', x: 'h', strength: 1 });
    expect(half[30]).toBeCloseTo((source[30]! + source[31]!) / 2, 12);
    expect(moved({ type: 'warp_2d', input: 'n', x: 'h', strength: 1, sampling: 'nearest' })[30]).toBe(source[31]);
  });

  it('transform without changes changes nothing; whole shifts and quarter turns move pixels', () => {
    expect(moved({ type: 'transform', input: 'n' })).toEqual(source);
    expect(moved({ type: 'transform', input: 'n', offset: [0.25, 0] })).toEqual(shifted(6, 0));
    const turned = moved({ type: 'transform', input: 'n', angle: 90 });
    expect(turned.toSorted()).toEqual(source.toSorted());
    expect(turned[24 * 5 + 3]).toBe(source[24 * 3 + ((24 - 5) % 24)]);
  });
});

describe('stochastic tiling', () => {
  const square = { width: 128, height: 128 };
  const source = last([noise], square);
  const made = (node: Json) => last([noise, { id: 'o', input: 'n', tiles: [4, 4], ...node }], square);

  it.each(['corner_tiles', 'histogram_tiles'])('%s goes on across the borders and keeps the contrast', (type) => {
    const values = made({ type });
    const [x, y] = seams(values, 128, 128);
    expect(x).toBeLessThan(1.1);
    expect(y).toBeLessThan(1.1);
    expect(Math.abs(spread(values) / spread(source) - 1)).toBeLessThan(0.25);
    expect(Math.abs(mean(values) - mean(source))).toBeLessThan(0.05);
  });

  it('corner tiles with the same corners are the same, and there are several', () => {
    const values = made({ type: 'corner_tiles', tiles: [8, 8], colors: 2 });
    const tiles = new Set<string>();
    for (let ty = 0; ty < 8; ty++) {
      for (let tx = 0; tx < 8; tx++) {
        const rows = Array.from({ length: 16 }, (_, y) => {
          const from = (ty * 16 + y) * 128 + tx * 16;
          return values.slice(from, from + 16).join();
        });
        tiles.add(rows.join());
      }
    }
    expect(tiles.size).toBeGreaterThan(8);
    expect(tiles.size).toBeLessThanOrEqual(16);
  });

  it('histogram_tiles has the values of its input, share by share', () => {
    const skewed: Json[] = [noise, { id: 's', type: 'multiply', a: 'n', b: 'n' }];
    const before = last(skewed, square).toSorted();
    const after = last([...skewed, { id: 'o', type: 'histogram_tiles', input: 's', tiles: [6, 6] }], square).toSorted();
    for (const share of [0.05, 0.25, 0.5, 0.75, 0.95]) {
      const k = Math.floor(share * before.length);
      expect(Math.abs(after[k]! - before[k]!)).toBeLessThan(0.04);
    }
    expect(after[0]).toBeGreaterThanOrEqual(before[0]!);
    expect(after.at(-1)).toBeLessThanOrEqual(before.at(-1)!);
  });

  it('stamps that wrap leave no empty strip behind the border', () => {
    const stamps = { type: 'texture_bomb', input: 'n', density: 0.2, scale_variation: [0.4, 0.4] };
    const wrapped = evaluate(parseNodes([noise, { id: 'o', ...stamps, wrap: true }]), ['o'], square).get('o')!;
    const cut = evaluate(parseNodes([noise, { id: 'o', ...stamps }]), ['o'], square).get('o')!;
    const covered = (values: Float64Array) => values.filter((v) => v > 0).length;
    expect(covered(wrapped)).toBeGreaterThan(covered(cut));
  });
});
