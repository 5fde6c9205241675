/** `@speccade/texture/analysis`: PNG files read, measured and compared. */
export { analyzePicture, type TextureMetrics } from './analyze.ts';
export { comparePictures, type TextureComparison } from './compare.ts';
export type { ChannelStatistics, Histogram } from './histogram.ts';
export { PngError } from './png-error.ts';
export { type ColorType, type Picture, readPng } from './read-png.ts';
export { type Tiling, tilingOf } from './tiling.ts';
