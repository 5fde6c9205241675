import { describe, expect, it } from 'vitest';
import { type Picture, readPng } from '../analysis/read-png.ts';
import { contactSheet } from './contact-sheet.ts';

const rgba = (width: number, height: number, color: readonly number[]): Picture => ({
  width,
  height,
  channels: 4,
  colorType: 'RGBA',
  bitDepth: 8,
  white: 255,
  data: Uint8Array.from({ length: 4 * width * height }, (_, i) => color[i & 3]!),
});

/** The colour of a pixel of a sheet. */
function at(sheet: Picture, x: number, y: number): number[] {
  const { data, width, channels } = sheet;
  const from = (y * width + x) * channels;
  return channels < 3 ? Array(3).fill(data[from]) : [...data.subarray(from, from + 3)];
}

describe('a contact sheet', () => {
  it('has a cell for each picture, with its name below', () => {
    const items = ['a', 'b', 'c'].map((name, i) => ({ name, picture: rgba(4, 4, [80 * (i + 1), 0, 0, 255]) }));
    const sheet = readPng(contactSheet(items, { cell: 16 }));
    expect([sheet.width, sheet.height]).toEqual([8 + 2 * 24, 8 + 2 * 41]);
    expect(at(sheet, 8, 8)).toEqual([80, 0, 0]);
    expect(at(sheet, 23, 23)).toEqual([80, 0, 0]);
    expect(at(sheet, 24, 8)).toEqual([32, 32, 32]);
    expect(at(sheet, 32 + 8, 8)).toEqual([160, 0, 0]);
    expect(at(sheet, 8, 8 + 41)).toEqual([240, 0, 0]);
    const text = Array.from({ length: 16 * 9 }, (_, i) => at(sheet, 8 + (i % 16), 28 + Math.floor(i / 16))[0]);
    expect(text).toContain(230);
  });

  it('shows what is transparent over a checkerboard', () => {
    const sheet = readPng(contactSheet([{ name: '', picture: rgba(16, 16, [255, 0, 0, 0]) }], { cell: 16 }));
    expect(at(sheet, 8, 8)).toEqual([72, 72, 72]);
    expect(at(sheet, 16, 8)).toEqual([96, 96, 96]);
    const half = readPng(contactSheet([{ name: '', picture: rgba(16, 16, [255, 255, 255, 128]) }], { cell: 16 }));
    expect(at(half, 8, 8)).toEqual([164, 164, 164]);
    const data = [{ name: '', picture: rgba(16, 16, [200, 100, 0, 0]), opaque: true }];
    expect(at(readPng(contactSheet(data, { cell: 16 })), 8, 8)).toEqual([200, 100, 0]);
  });

  it('averages what is larger than its cell, and repeats two by two', () => {
    const stripes: Picture = { ...rgba(32, 16, [0, 0, 0, 255]) };
    for (let i = 0; i < 512; i++) if (i % 2 === 1) stripes.data.fill(200, 4 * i, 4 * i + 3);
    const sheet = readPng(contactSheet([{ name: 'x', picture: stripes, tiled: true }], { cell: 16 }));
    expect(at(sheet, 8 + 4, 16)).toEqual([100, 100, 100]);
    // 32 x 16 becomes 8 x 4, twice that across and down, in the middle of the cell.
    expect(at(sheet, 12, 8 + 3)).toEqual([32, 32, 32]);
    expect(at(sheet, 12, 8 + 4)).toEqual([100, 100, 100]);
  });

  it('refuses no pictures and impossible sizes', () => {
    const items = [{ name: 'a', picture: rgba(2, 2, [0, 0, 0, 255]) }];
    expect(() => contactSheet([])).toThrow(RangeError);
    expect(() => contactSheet(items, { cell: 0 })).toThrow(RangeError);
    expect(() => contactSheet(items, { columns: 0.5 })).toThrow(RangeError);
  });
});
