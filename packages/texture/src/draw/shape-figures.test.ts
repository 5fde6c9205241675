import { SHAPES } from '@speccade/spec/kinds/atlas';
import { expect, it } from 'vitest';
import { drawShape } from './draw-shape.ts';
import { createSurface } from './surface.ts';

function drawn(shape: (typeof SHAPES)[number], size = 32): Uint8Array {
  const s = createSurface(size, size);
  drawShape(s, shape, 0xffffffff, 0, 0, size, size);
  return s.data.filter((_, i) => i % 4 === 3);
}

it.each(SHAPES)('%s covers a part of its square, and not its corners', (shape) => {
  const alpha = drawn(shape);
  const area = alpha.reduce((sum, a) => sum + a, 0) / 255 / alpha.length;
  if (shape === 'rectangle') {
    expect(area).toBe(1);
    return;
  }
  expect(area).toBeGreaterThan(0.08);
  expect(area).toBeLessThan(0.95);
  expect([alpha[0], alpha[31], alpha[31 * 32], alpha[32 * 32 - 1]].map((a) => a! < 40)).toEqual(Array(4).fill(true));
});

it('no two are alike', () => {
  expect(new Set(SHAPES.map((shape) => drawn(shape).join())).size).toBe(SHAPES.length);
});

it('arrows point where they say', () => {
  const balance = (shape: 'arrow_left' | 'arrow_right' | 'arrow_up' | 'arrow_down') => {
    let x = 0;
    let y = 0;
    drawn(shape).forEach((a, i) => {
      const column = (i % 32) - 15.5;
      const row = Math.floor(i / 32) - 15.5;
      // The head is wide: what is far from the shaft tells where it is.
      x += a * column * Math.abs(row);
      y += a * row * Math.abs(column);
    });
    return [Math.sign(Math.round(x / 1000)), Math.sign(Math.round(y / 1000))];
  };
  expect(balance('arrow_left')).toEqual([-1, 0]);
  expect(balance('arrow_right')).toEqual([1, 0]);
  expect(balance('arrow_up')).toEqual([0, -1]);
  expect(balance('arrow_down')).toEqual([0, 1]);
});
