export { type ApngFrame, type ApngImage, encodeApng } from './apng.ts';
export { crc32 } from './crc32.ts';
export { bytesPerPixel, encodePng, PNG_DEFAULTS, type PngColorType, type PngFilter, type PngImage } from './encode.ts';
export { encodeSmallestPng } from './reduce.ts';
