/** From values to the samples of a picture. */

import { writePixelsFast } from './wasm/pixels.ts';

/** The sample of 8 bits: halves are rounded up, what lies outside 0 ... 1 is cut off, NaN is 0. */
export function byteOf(value: number): number {
  return value > 0 ? (value < 1 ? (value * 255 + 0.5) | 0 : 255) : 0;
}

function wordOf(value: number): number {
  return value > 0 ? (value < 1 ? (value * 65535 + 0.5) | 0 : 65535) : 0;
}

/** Samples of a picture in the making; 16-bit ones take two bytes, the higher one first. */
export interface Raster {
  readonly data: Uint8Array;
  readonly channels: 1 | 4;
  readonly bitDepth: 8 | 16;
}

export function makeRaster(pixels: number, channels: 1 | 4, bitDepth: 8 | 16): Raster {
  return { data: new Uint8Array((pixels * channels * bitDepth) / 8), channels, bitDepth };
}

/**
 * Writes `count` pixels, the first of which is pixel `pixel` of the raster, from a plane of values for each channel.
 */
export function writePixels(raster: Raster, pixel: number, planes: readonly Float64Array[], count: number): void {
  const { data, channels, bitDepth } = raster;
  if (writePixelsFast(planes, count, bitDepth, data, (pixel * channels * bitDepth) / 8)) return;
  for (let channel = 0; channel < channels; channel++) writeChannel(raster, channel, pixel, planes[channel]!, 0, count);
}

/** The planes of values that stand one behind the other, each `stride` long. */
export function planesOf(values: Float64Array, channels: number, stride: number): Float64Array[] {
  if (channels === 1) return [values];
  return Array.from({ length: channels }, (_, channel) => values.subarray(channel * stride, (channel + 1) * stride));
}

/**
 * Writes the values of one channel of `count` pixels, the first of which is pixel `pixel` of the raster.
 */
export function writeChannel(
  raster: Raster,
  channel: number,
  pixel: number,
  values: Float64Array,
  from: number,
  count: number,
): void {
  const { data, channels } = raster;
  if (raster.bitDepth === 8) writeBytes(data, pixel * channels + channel, channels, values, from, count);
  else writeWords(data, 2 * (pixel * channels + channel), 2 * channels, values, from, count);
}

function writeBytes(
  data: Uint8Array,
  at: number,
  step: number,
  values: Float64Array,
  from: number,
  count: number,
): void {
  for (let k = 0; k < count; k++) {
    const value = values[from + k]!;
    data[at + k * step] = value > 0 ? (value < 1 ? (value * 255 + 0.5) | 0 : 255) : 0;
  }
}

function writeWords(
  data: Uint8Array,
  at: number,
  step: number,
  values: Float64Array,
  from: number,
  count: number,
): void {
  for (let k = 0; k < count; k++) {
    const word = wordOf(values[from + k]!);
    data[at + k * step] = word >> 8;
    data[at + k * step + 1] = word & 255;
  }
}
