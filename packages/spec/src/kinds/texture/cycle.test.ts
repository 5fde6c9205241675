import { expect, it } from 'vitest';
import { graphDepth } from './cycle.ts';
import type { TextureNode } from './nodes.ts';

it('a graph is as deep as its longest path, however many paths there are', () => {
  const nodes: TextureNode[] = [{ id: '0', type: 'constant', value: 1 }];
  for (let k = 1; k < 200; k++) nodes.push({ id: `${k}`, type: 'add', a: `${k - 1}`, b: `${Math.max(0, k - 2)}` });
  expect(graphDepth(nodes)).toBe(200);
  expect(graphDepth([])).toBe(0);
  expect(graphDepth([{ id: 'x', type: 'invert', input: 'x' }])).toBe(0);
});
