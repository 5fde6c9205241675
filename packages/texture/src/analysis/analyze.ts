/** What there is to measure of one picture. */
import { type Histogram, histogramOf } from './histogram.ts';
import { lumaOf } from './luma.ts';
import type { ColorType, Picture } from './read-png.ts';
import { rounded } from './rounded.ts';
import { type Tiling, tilingOf } from './tiling.ts';

/** All numbers are rounded to six decimals; keys are in alphabetical order. Levels go from 0 to 255 whatever the depth. */
export interface TextureMetrics {
  readonly contrast: {
    /** Largest luma over the smallest, or the largest where the smallest is 0. */
    readonly contrast_ratio: number;
    /** Deviation of the luma over its mean; 0 for a black picture. */
    readonly rms_contrast: number;
    /** The range of the luma over its mean; 0 for a black picture. */
    readonly weber_contrast: number;
  };
  readonly format: {
    readonly bit_depth: number;
    readonly channels: number;
    readonly color_type: ColorType;
    readonly height: number;
    readonly width: number;
  };
  readonly histogram: Histogram;
  readonly tiling: Tiling;
}

export function analyzePicture(picture: Picture): TextureMetrics {
  const { width, height, channels, bitDepth, colorType } = picture;
  const luma = lumaOf(picture);
  return rounded({
    contrast: contrastOf(luma),
    format: { bit_depth: bitDepth, channels, color_type: colorType, height, width },
    histogram: histogramOf(picture),
    tiling: tilingOf(luma, width, height),
  });
}

function contrastOf(luma: Float64Array): TextureMetrics['contrast'] {
  let [min, max, sum] = [255, 0, 0];
  for (const value of luma) {
    sum += value;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  const mean = sum / luma.length;
  let squares = 0;
  for (const value of luma) squares += (value - mean) * (value - mean);
  return {
    contrast_ratio: min > 0 ? max / min : max - min,
    rms_contrast: mean > 0 ? Math.sqrt(squares / luma.length) / mean : 0,
    weber_contrast: mean > 0 ? (max - min) / mean : 0,
  };
}
