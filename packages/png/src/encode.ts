/**
 * PNG files (PNG specification, third edition, W3C 2025): signature, IHDR, sRGB where asked for, PLTE and tRNS for palette
 * images, one IDAT, IEND. Samples have 8 or 16 bits. Palette indices take 1, 2 or 4 bits where there are no more than 2, 4 or 16 colours. No time
 * stamp, no text, nothing of the host: equal images give equal bytes, because filters are chosen by a rule and the
 * deflate is our own, never the platform's zlib.
 */

import { type Chunk, writeChunks } from './chunks.ts';
import { EFFORTS } from './deflate/effort.ts';
import { plainZlib, zlib } from './deflate/zlib.ts';
import { filterRows, unfilteredRows } from './filter.ts';
import { indexDepth, packedRows } from './pack.ts';
import { compressFilteredFast } from './wasm/kernel.ts';

export type PngColorType = 'gray' | 'gray-alpha' | 'rgb' | 'rgba' | 'palette';

export interface PngImage {
  /** Pixels per row, 1 to 2^31 - 1. */
  width: number;
  /** Rows, 1 to 2^31 - 1. */
  height: number;
  colorType: PngColorType;
  /**
   * Rows from the top, pixels from the left, samples interleaved; one byte per sample or palette index, two for samples of
   * 16 bits, the higher one first.
   */
  data: Uint8Array;
  /** Bits per sample, 8 when left out; 16 is not for palettes. */
  bitDepth?: 8 | 16;
  /** Says that the values are sRGB (clause 11.3.2.5, rendering intent perceptual). */
  srgb?: boolean;
  /** For `palette` only: 1 to 256 colours, three bytes each (R G B). */
  palette?: Uint8Array;
  /** For `palette` only: the alpha of the first colours; those without an entry are opaque. */
  transparency?: Uint8Array;
  /** Deflate effort, 0 (stored) to 9; part of what decides the bytes. */
  level?: number;
  /**
   * `adaptive` chooses a filter for each row, which suits photographs and gradients; `none` is several times faster and
   * often smaller for flat drawings. Palette images are never filtered.
   */
  filter?: PngFilter;
}

export type PngFilter = 'adaptive' | 'none';

/** What an image that leaves `level` and `filter` out is encoded with. */
export const PNG_DEFAULTS = { level: 6, filter: 'adaptive' } as const;

/** Colour type code (clause 11.2.1) and samples per pixel. */
const COLOR_TYPES: Record<PngColorType, { code: number; samples: number }> = {
  gray: { code: 0, samples: 1 },
  rgb: { code: 2, samples: 3 },
  palette: { code: 3, samples: 1 },
  'gray-alpha': { code: 4, samples: 2 },
  rgba: { code: 6, samples: 4 },
};

const SAMPLE_DEPTH = 8;
const PERCEPTUAL = 0;
const MAX_SIDE = 0x7fffffff;

/** Bytes per pixel of `data`. */
export function bytesPerPixel(colorType: PngColorType): number {
  return COLOR_TYPES[colorType].samples;
}

/**
 * The bytes of a PNG file.
 *
 * @throws TypeError for a wrong kind of argument, RangeError for sizes that do not fit together or indices beyond the
 *   palette
 */
export function encodePng(image: PngImage): Uint8Array {
  checkImage(image);
  return writeChunks([...leadingChunks(image), ['IDAT', compressImage(image)], ['IEND', new Uint8Array(0)]]);
}

/** What stands before the pixels: size and kind, colour space, palette. */
export function leadingChunks(image: PngImage): Chunk[] {
  const { width, height, colorType, palette, transparency } = image;
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header[8] = palette ? indexDepth(palette.length / 3) : (image.bitDepth ?? SAMPLE_DEPTH);
  header[9] = COLOR_TYPES[colorType].code;
  // Compression method, filter method and interlace method are 0: deflate, adaptive, none.
  const chunks: Chunk[] = [['IHDR', header]];
  if (image.srgb) chunks.push(['sRGB', Uint8Array.of(PERCEPTUAL)]);
  if (palette) chunks.push(['PLTE', palette]);
  if (transparency?.length) chunks.push(['tRNS', transparency]);
  return chunks;
}

/** The pixels, filtered and compressed. */
export function compressImage(image: PngImage): Uint8Array {
  const { width, height, colorType, data, palette, filter = PNG_DEFAULTS.filter, level = PNG_DEFAULTS.level } = image;
  if (palette) return zlib(packedRows(data, width, height, palette.length / 3), level);
  const pixel = (COLOR_TYPES[colorType].samples * (image.bitDepth ?? SAMPLE_DEPTH)) / 8;
  const stride = width * pixel;
  if (filter === 'none') return zlib(unfilteredRows(data, stride, height), level);
  const effort = EFFORTS[level - 1];
  const fast = effort && compressFilteredFast(data, stride, height, pixel, effort);
  return fast ?? plainZlib(filterRows(data, stride, height, pixel), level);
}

/** Throws what {@link encodePng} throws. */
export function checkImage(image: PngImage): void {
  const { width, height, colorType, data, palette, transparency, level, filter, bitDepth } = image;
  if (!(colorType in COLOR_TYPES))
    throw new TypeError(`colorType must be one of ${Object.keys(COLOR_TYPES)}, got ${colorType}`);
  for (const [name, side] of [
    ['width', width],
    ['height', height],
  ] as const) {
    if (typeof side !== 'number') throw new TypeError(`${name} must be a number, got ${typeof side}`);
    if (!(Number.isInteger(side) && side >= 1 && side <= MAX_SIDE)) {
      throw new RangeError(`${name} must be an integer from 1 to ${MAX_SIDE}, got ${side}`);
    }
  }
  if (!(data instanceof Uint8Array)) throw new TypeError('data must be a Uint8Array');
  if (bitDepth !== undefined && bitDepth !== 8 && bitDepth !== 16) {
    throw new RangeError(`bitDepth must be 8 or 16, got ${bitDepth}`);
  }
  if (bitDepth === 16 && colorType === 'palette') throw new TypeError('bitDepth 16 does not go with colorType palette');
  const expected = (width * height * COLOR_TYPES[colorType].samples * (bitDepth ?? SAMPLE_DEPTH)) / 8;
  if (data.length !== expected) {
    throw new RangeError(
      `data of a ${width} x ${height} ${colorType} image must have ${expected} bytes, got ${data.length}`,
    );
  }
  if (level !== undefined && !(Number.isInteger(level) && level >= 0 && level <= 9)) {
    throw new RangeError(`level must be an integer from 0 to 9, got ${level}`);
  }
  if (filter !== undefined && filter !== 'adaptive' && filter !== 'none') {
    throw new RangeError(`filter must be adaptive or none, got ${filter}`);
  }
  if (colorType !== 'palette') {
    if (palette || transparency) throw new TypeError(`palette and transparency do not go with colorType ${colorType}`);
    return;
  }
  if (!(palette instanceof Uint8Array)) throw new TypeError('palette must be a Uint8Array');
  if (palette.length === 0 || palette.length > 768 || palette.length % 3 !== 0) {
    throw new RangeError(`palette must have 3 bytes for each of 1 to 256 colours, got ${palette.length}`);
  }
  const colors = palette.length / 3;
  if (transparency !== undefined && !(transparency instanceof Uint8Array))
    throw new TypeError('transparency must be a Uint8Array');
  if (transparency && transparency.length > colors) {
    throw new RangeError(
      `transparency must not have more entries than the ${colors} colours, got ${transparency.length}`,
    );
  }
}
