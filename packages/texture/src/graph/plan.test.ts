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

describe('plans with a limit', () => {
  /** Every output reads several noises at random, each in another order. */
  const wide = (count: number): { nodes: Json[]; outputs: string[] } => {
    const nodes: Json[] = Array.from({ length: count }, (_, k) => noise(`n${k}`));
    const outputs: string[] = [];
    for (let k = 0; k < count; k++) {
      const at = (step: number) => `n${(k * step + step) % count}`;
      nodes.push({ id: `b${k}`, type: 'blur', input: at(3), radius: 1.5 });
      nodes.push({ id: `w${k}`, type: 'warp', input: `b${k}`, displacement: at(5), strength: 2 });
      nodes.push({ id: `o${k}`, type: 'warp', input: at(7), displacement: `w${k}`, strength: 3 });
      outputs.push(`o${k}`);
    }
    return { nodes, outputs };
  };

  it('make buffers again rather than keep them all, and come to the same', () => {
    const { nodes, outputs } = wide(11);
    const parsed = parseNodes(nodes);
    const free = planGraph(parsed, outputs);
    expect(free.peakBuffers).toBeGreaterThan(9);
    const expected = evaluate(parsed, outputs, { width: 21, height: 17 });
    for (const mostBuffers of [4, 6]) {
      const spared = planGraph(parsed, outputs, mostBuffers);
      expect(spared.peakBuffers).toBe(mostBuffers);
      expect(spared.steps.length).toBeGreaterThan(free.steps.length);
      expect(spared.steps.length).toBeLessThan(free.steps.length * 2);
      expect(evaluate(parsed, outputs, { width: 21, height: 17, mostBuffers })).toEqual(expected);
    }
  });

  it('stay as they are where the limit is not reached', () => {
    const { nodes, outputs } = wide(4);
    expect(planGraph(parseNodes(nodes), outputs, 8)).toEqual(planGraph(parseNodes(nodes), outputs));
  });

  it('have every buffer when it is read, and free each once', () => {
    for (const count of [5, 8, 13]) {
      const { nodes, outputs } = wide(count);
      for (let most = 1; most < 9; most++) {
        const live = new Set<string>();
        for (const { node, makes, reads, frees } of planGraph(parseNodes(nodes), outputs, most).steps) {
          for (const id of reads) expect(live).toContain(id);
          if (makes === 'buffer') {
            expect(live).not.toContain(node.id);
            live.add(node.id);
          }
          for (const id of frees) expect(live.delete(id)).toBe(true);
        }
        expect(live.size).toBe(0);
      }
    }
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
