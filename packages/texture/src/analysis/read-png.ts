/** PNG files as samples. Reading is not part of what is made, so a library does it. */
import { convertIndexedToRgb, type DecodedPng, decode, hasPngSignature } from 'fast-png';
import { PngError } from './png-error.ts';

/** What the file stores: an indexed picture's channels are those of its palette. */
export type ColorType = 'Grayscale' | 'Grayscale+Alpha' | 'RGB' | 'RGBA' | 'Indexed';

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly colorType: ColorType;
  /** Bits of a sample in the file: 1, 2, 4, 8 or 16. */
  readonly bitDepth: number;
  /** 1 gray, 2 gray and alpha, 3 RGB, 4 RGBA. */
  readonly channels: 1 | 2 | 3 | 4;
  /** Rows from the top, pixel by pixel, channels interleaved, from 0 to {@link Picture.white}. */
  readonly data: Uint8Array | Uint16Array;
  /** The largest sample: 255, or 65535 for 16 bits. Fewer than 8 bits are spread over 8. */
  readonly white: 255 | 65535;
}

/** As many pixels as a picture of 16384 × 16384 has; a file's header may promise any number. */
const MAX_PIXELS = 1 << 28;

const COLOR_TYPES: readonly ColorType[] = ['Grayscale', 'Grayscale+Alpha', 'RGB', 'RGBA'];

/** Reads a PNG file of any colour type, depth and interlacing. Throws {@link PngError}. */
export function readPng(bytes: Uint8Array): Picture {
  if (!hasPngSignature(bytes)) throw new PngError('it does not begin as a PNG file does');
  if (bytes.length < 33) throw new PngError('it ends within its header');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pixels = view.getUint32(16) * view.getUint32(20);
  if (pixels === 0) throw new PngError('it has no pixels');
  if (pixels > MAX_PIXELS) throw new PngError(`it has ${pixels} pixels, more than ${MAX_PIXELS}`);
  let png: DecodedPng;
  try {
    png = decode(bytes, { checkCrc: true });
    return pictureOf(png);
  } catch (error) {
    throw new PngError(`it cannot be decoded: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function pictureOf(png: DecodedPng): Picture {
  const { width, height, depth } = png;
  if (png.palette) {
    const data = convertIndexedToRgb(png);
    const channels = png.palette[0]!.length as 3 | 4;
    return { width, height, colorType: 'Indexed', bitDepth: depth, channels, data, white: 255 };
  }
  const channels = png.channels as Picture['channels'];
  const colorType = COLOR_TYPES[channels - 1]!;
  const data = depth < 8 ? unpacked(png) : (png.data as Uint8Array | Uint16Array);
  if (data.length !== width * height * channels) throw new Error('its samples are not all there');
  return { width, height, colorType, bitDepth: depth, channels, data, white: depth === 16 ? 65535 : 255 };
}

/** Gray samples of 1, 2 or 4 bits, rows padded to bytes, as bytes from 0 to 255. */
function unpacked({ width, height, depth, data }: DecodedPng): Uint8Array {
  const out = new Uint8Array(width * height);
  const rowBytes = Math.ceil((width * depth) / 8);
  const mask = (1 << depth) - 1;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const bit = x * depth;
      const byte = data[y * rowBytes + (bit >> 3)]!;
      out[y * width + x] = (((byte >> (8 - depth - (bit & 7))) & mask) * 255) / mask;
    }
  }
  return out;
}
