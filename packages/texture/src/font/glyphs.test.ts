import { describe, expect, it } from 'vitest';
import { BASELINES, type GlyphSize, glyphOf, glyphSet } from './glyphs.ts';

const SIZES: GlyphSize[] = ['5x7', '8x8', '6x9'];
const ASCII = Array.from({ length: 94 }, (_, i) => 33 + i);
const LATIN = Array.from({ length: 95 }, (_, i) => 161 + i);
const rowsLit = (size: GlyphSize, code: number) => {
  const [width, height] = size.split('x').map(Number) as [number, number];
  const bitmap = glyphOf(size, code);
  return Array.from({ length: height }, (_, y) => bitmap.subarray(y * width, (y + 1) * width).some(Boolean));
};

describe.each(SIZES)('%s', (size) => {
  it('has every character of ASCII, no two alike, and a blank space', () => {
    const drawings = ASCII.map((code) => glyphOf(size, code).join(''));
    expect(drawings.filter((drawing) => !drawing.includes('1'))).toEqual([]);
    expect(new Set(drawings).size).toBe(94);
    expect(glyphOf(size, 32).some(Boolean)).toBe(false);
    expect(glyphOf(size, 31).some(Boolean)).toBe(false);
  });

  it('stands on its baseline', () => {
    for (const character of 'ABDEFHIKLMNPRTXYZabdehiklmnorsux0123456789'.replace(/[gjpqy]/g, '')) {
      const lit = rowsLit(size, character.charCodeAt(0));
      expect([character, lit.lastIndexOf(true)]).toEqual([character, BASELINES[size] - 1]);
    }
    for (const character of 'ABCDEFGHIJKLMNOPRSTUVWXYZ0123456789') {
      expect([character, rowsLit(size, character.charCodeAt(0)).indexOf(true)]).toEqual([character, 0]);
    }
  });
});

it('descenders go below the baseline where there is room', () => {
  for (const size of ['8x8', '6x9'] as const) {
    for (const character of 'gjpqy_') {
      expect(rowsLit(size, character.charCodeAt(0)).slice(BASELINES[size])).toContain(true);
    }
  }
});

it('leaves a column between letters in the wider sizes', () => {
  for (const [size, width] of [
    ['8x8', 8],
    ['6x9', 6],
  ] as const) {
    for (const bitmap of glyphSet(size).values()) {
      expect(bitmap.filter((_, i) => i % width === width - 1).some(Boolean)).toBe(false);
    }
  }
});

it('6x9 has all of Latin-1, no two alike', () => {
  const drawings = [...ASCII, ...LATIN].map((code) => glyphOf('6x9', code).join(''));
  expect(drawings.filter((drawing) => !drawing.includes('1'))).toEqual([]);
  expect(new Set(drawings).size).toBe(189);
  expect(glyphOf('6x9', 0xa0).some(Boolean)).toBe(false);
});

it('shows an A', () => {
  const rows = (size: GlyphSize, width: number) =>
    [...glyphOf(size, 65)].map((lit, i) => (lit ? '#' : '.') + (i % width === width - 1 ? '\n' : '')).join('');
  expect(rows('5x7', 5)).toBe('..#..\n.#.#.\n#...#\n#...#\n#####\n#...#\n#...#\n');
  expect(rows('6x9', 6)).toBe('..#...\n.#.#..\n#...#.\n#...#.\n#####.\n#...#.\n#...#.\n......\n......\n');
});
