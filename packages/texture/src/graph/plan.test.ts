import { describe, expect, it } from 'vitest';
import { evaluate, type Json, parseNodes } from '../../test/graph.ts';
import { planGraph } from './plan.ts';

const noise = (id: string): Json => ({ id, type: 'noise', noise: { algorithm: 'perlin', scale: 0.1, octaves: 2 } });
const plan = (nodes: Json[], outputs: string[]) => planGraph(parseNodes(nodes), outputs);
const said = (nodes: Json[], outputs: string[]) =>
  plan(nodes, outputs).steps.map(({ node, makes, fused }) => `${makes} ${node.id}: ${fused.map(({ id }) => id)}`);

describe('plans', () => {
  it('fuse operations on single pixels into the output that needs them', () => {
    const nodes = [
      noise('n'),
      { id: 'i', type: 'invert', input: 'n' },
      { id: 'c', type: 'clamp', input: 'i', min: 0, max: 1 },
      { id: 'r', type: 'color_ramp', input: 'c', ramp: ['#000000'] },
    ];
    expect(said(nodes, ['r'])).toEqual(['output r: n,i,c,r']);
    expect(plan(nodes, ['r']).peakBuffers).toBe(0);
  });

  it('keep what is read at random and what several steps need, and leave out what nobody does', () => {
    const nodes = [
      noise('unused'),
      noise('n'),
      { id: 'i', type: 'invert', input: 'n' },
      { id: 'm', type: 'normal_from_height', input: 'i' },
      { id: 't', type: 'threshold', input: 'i', threshold: 0.5 },
    ];
    expect(said(nodes, ['m', 't'])).toEqual(['buffer i: n,i', 'output m: m', 'output t: t']);
    expect(plan(nodes, ['m', 't']).steps.map(({ frees }) => frees)).toEqual([[], [], ['i']]);
  });

  it('compute cheap primitives again instead of keeping them', () => {
    const nodes = [
      { id: 'k', type: 'constant', value: 1 },
      { id: 'a', type: 'invert', input: 'k' },
      { id: 'b', type: 'add', a: 'k', b: 'k' },
    ];
    expect(plan(nodes, ['a', 'b']).peakBuffers).toBe(0);
  });

  it('free buffers after their last reader: a chain of blurs needs two', () => {
    const chain = Array.from({ length: 30 }, (_, k) => ({
      id: `b${k}`,
      type: 'blur',
      input: k === 0 ? 'n' : `b${k - 1}`,
      radius: 1,
    }));
    expect(plan([noise('n'), ...chain], ['b29']).peakBuffers).toBe(2);
  });

  it('split sums of many buffers, so that few exist at once', () => {
    const nodes: Json[] = [];
    for (let k = 0; k < 16; k++) {
      nodes.push(noise(`n${k}`), { id: `b${k}`, type: 'blur', input: `n${k}`, radius: 2 });
      if (k > 0) nodes.push({ id: `s${k}`, type: 'add', a: k === 1 ? 'b0' : `s${k - 1}`, b: `b${k}` });
    }
    expect(plan(nodes, ['s15']).peakBuffers).toBeLessThanOrEqual(6);
  });
});

it('the size of bands has no bearing on the result', () => {
  const nodes = parseNodes([
    noise('n'),
    { id: 'b', type: 'blur', input: 'n', radius: 2.5 },
    { id: 'w', type: 'warp', input: 'b', displacement: 'n', strength: 5 },
    { id: 'v', type: 'voronoi', cells: [5, 4] },
    { id: 'l', type: 'lerp', a: 'w', b: 'v', t: 'n' },
    { id: 'o', type: 'ambient_occlusion', input: 'l' },
    { id: 'm', type: 'normal_from_height', input: 'l', strength: 3 },
    { id: 'p', type: 'corner_tiles', input: 'l', tiles: [3, 2] },
  ]);
  const ids = ['o', 'm', 'p', 'l', 'n'];
  for (const tileable of [false, true]) {
    const whole = evaluate(nodes, ids, { width: 37, height: 29, tileable, bandPixels: 1 << 20 });
    for (const bandPixels of [1, 100, 500]) {
      expect(evaluate(nodes, ids, { width: 37, height: 29, tileable, bandPixels })).toEqual(whole);
    }
  }
});
