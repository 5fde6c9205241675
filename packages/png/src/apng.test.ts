import { describe, expect, it } from 'vitest';
import { type ReadChunk, readChunks, readPixels, readPng } from '../test/read-png.ts';
import { type ApngImage, encodeApng, encodePng } from './index.ts';

const [width, height] = [12, 8];
/** A square that walks over a checkerboard. */
const frames = Array.from({ length: 5 }, (_, frame) => {
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const inside = x >= frame * 2 && x < frame * 2 + 3 && y >= frame && y < frame + 3;
      data.set(inside ? [255, 80, 0, 255] : [(x ^ y) & 1 ? 40 : 60, 0, frame === 4 ? 9 : 8, 200], 4 * (y * width + x));
    }
  }
  return { data, delay: [1, 10] as const };
});
const image: ApngImage = { width, height, colorType: 'rgba', frames, plays: 3 };

/** What a player shows after each frame. */
function play(chunks: readonly ReadChunk[]): number[][][] {
  let canvas: number[][] = [];
  const shown: number[][][] = [];
  let rectangle = [0, 0, 0, 0];
  for (const { type, data } of chunks) {
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    if (type === 'fcTL') rectangle = [4, 8, 12, 16].map((at) => view.getUint32(at));
    if (type !== 'IDAT' && type !== 'fdAT') continue;
    const [w, h, left, top] = rectangle as [number, number, number, number];
    const pixels = readPixels(chunks, type === 'IDAT' ? data : data.subarray(4), w, h);
    if (canvas.length === 0) canvas = pixels;
    canvas = canvas.map((pixel, k) => {
      const [x, y] = [(k % width) - left, Math.floor(k / width) - top];
      return x >= 0 && y >= 0 && x < w && y < h ? pixels[y * w + x]! : pixel;
    });
    shown.push(canvas);
  }
  return shown;
}

describe('animated PNG', () => {
  const chunks = readChunks(encodeApng(image));
  const words = ({ data }: ReadChunk) => {
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    return Array.from({ length: data.length >> 2 }, (_, k) => view.getUint32(4 * k));
  };

  it('shows every frame', () => {
    const shown = play(chunks);
    expect(shown).toHaveLength(5);
    shown.forEach((pixels, k) => {
      expect(pixels).toEqual(readPng(encodePng({ width, height, colorType: 'rgba', data: frames[k]!.data })));
    });
  });

  it('has the chunks and numbers that the format asks for', () => {
    expect(chunks.map(({ type }) => type)).toEqual([
      'IHDR',
      'acTL',
      'fcTL',
      'IDAT',
      ...Array(4).fill(['fcTL', 'fdAT']).flat(),
      'IEND',
    ]);
    expect(words(chunks[1]!)).toEqual([5, 3]);
    const numbered = chunks.filter(({ type }) => type === 'fcTL' || type === 'fdAT');
    expect(numbered.map((chunk) => words(chunk)[0])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    const first = chunks[2]!.data;
    expect([...first.subarray(20)]).toEqual([0, 1, 0, 10, 0, 0]);
  });

  it('stores only what changed', () => {
    const sizes = chunks.filter(({ type }) => type === 'fcTL').map((chunk) => words(chunk).slice(1, 5));
    expect(sizes).toEqual([
      [12, 8, 0, 0],
      [5, 4, 0, 0],
      [5, 4, 2, 1],
      [5, 4, 4, 2],
      [12, 8, 0, 0],
    ]);
    const still = encodeApng({ ...image, frames: [frames[0]!, frames[0]!] });
    expect(words(readChunks(still).filter(({ type }) => type === 'fcTL')[1]!).slice(1, 5)).toEqual([1, 1, 0, 0]);
  });

  it('keeps palettes and 16 bits', () => {
    const palette = Uint8Array.of(0, 0, 0, 255, 0, 0, 0, 255, 0);
    const indexed = [0, 1].map((f) => ({
      data: Uint8Array.from({ length: 96 }, (_, k) => (k + f) % 3),
      delay: [1, 2] as const,
    }));
    const shown = play(readChunks(encodeApng({ width, height, colorType: 'palette', palette, frames: indexed })));
    expect(shown[1]![0]).toEqual([65535, 0, 0, 65535]);
    const deep = [0, 1].map((f) => ({ data: new Uint8Array(192).fill(7 + f, 20, 30), delay: [1, 2] as const }));
    const gray = play(readChunks(encodeApng({ width, height, colorType: 'gray', bitDepth: 16, frames: deep })));
    expect(gray[1]![10]).toEqual([0x0808, 0x0808, 0x0808, 65535]);
  });

  it('refuses what does not fit together', () => {
    expect(() => encodeApng({ ...image, frames: [] })).toThrow(RangeError);
    expect(() => encodeApng({ ...image, plays: -1 })).toThrow(RangeError);
    expect(() => encodeApng({ ...image, frames: [{ ...frames[0]!, delay: [1, 70000] }] })).toThrow(RangeError);
    expect(() => encodeApng({ ...image, frames: [frames[0]!, { ...frames[0]!, data: new Uint8Array(3) }] })).toThrow(
      RangeError,
    );
  });
});
