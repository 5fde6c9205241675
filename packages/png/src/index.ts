export { crc32 } from './crc32.ts';
export { bytesPerPixel, encodePng, PNG_DEFAULTS, type PngColorType, type PngFilter, type PngImage } from './encode.ts';
