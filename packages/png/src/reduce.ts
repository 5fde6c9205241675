/** The same picture with fewer bits per pixel: without an alpha that says nothing, as gray, or with a palette. */
import { encodePng, type PngColorType, type PngImage } from './encode.ts';

const CHANNELS: Readonly<Record<Exclude<PngColorType, 'palette'>, readonly [gray: boolean, alpha: boolean]>> = {
  gray: [true, false],
  'gray-alpha': [true, true],
  rgb: [false, false],
  rgba: [false, true],
};
const MOST_COLORS = 256;

/**
 * Encodes a picture as it is, reduced to the channels that say something, and with a palette where there are at most 256
 * colours, and returns the smallest file; of files of the same size the first. Pixels are the same in all of them.
 * Pictures of 16 bits and those with a palette stay as they are.
 *
 * @throws as `encodePng`
 */
export function encodeSmallestPng(image: PngImage): Uint8Array {
  const candidates = [image, ...reductions(image)].map(encodePng);
  return candidates.reduce((best, candidate) => (candidate.length < best.length ? candidate : best));
}

function reductions(image: PngImage): PngImage[] {
  const { colorType } = image;
  if (colorType === 'palette' || image.bitDepth === 16 || !(image.data instanceof Uint8Array)) return [];
  const [gray, alpha] = CHANNELS[colorType];
  const samples = (gray ? 1 : 3) + (alpha ? 1 : 0);
  const pixels = Math.floor(image.data.length / samples);
  const needsAlpha = alpha && !isConstant(image.data, samples, samples - 1, 255);
  const needsColor = !gray && !isGray(image.data, samples);
  const found: PngImage[] = [];
  if (needsAlpha !== alpha || needsColor === gray) {
    const type = needsColor ? (needsAlpha ? 'rgba' : 'rgb') : needsAlpha ? 'gray-alpha' : 'gray';
    found.push({ ...image, colorType: type, data: keepChannels(image.data, samples, pixels, needsColor, needsAlpha) });
  }
  const indexed = withPalette(image, samples, pixels, gray, alpha);
  if (indexed) found.push(indexed);
  return found;
}

function isConstant(data: Uint8Array, step: number, from: number, value: number): boolean {
  for (let at = from; at < data.length; at += step) if (data[at] !== value) return false;
  return true;
}

function isGray(data: Uint8Array, step: number): boolean {
  for (let at = 0; at < data.length; at += step) {
    if (data[at] !== data[at + 1] || data[at] !== data[at + 2]) return false;
  }
  return true;
}

function keepChannels(data: Uint8Array, samples: number, pixels: number, color: boolean, alpha: boolean): Uint8Array {
  const keep = [...(color ? [0, 1, 2] : [0]), ...(alpha ? [samples - 1] : [])];
  const out = new Uint8Array(pixels * keep.length);
  for (let k = 0, at = 0; k < pixels; k++) for (const channel of keep) out[at++] = data[k * samples + channel]!;
  return out;
}

/** Colours with alpha come first, so that the list of alphas is short; otherwise in the order in which they appear. */
function withPalette(
  image: PngImage,
  samples: number,
  pixels: number,
  gray: boolean,
  alpha: boolean,
): PngImage | undefined {
  const { data } = image;
  const colors = new Map<number, number>();
  const indices = new Uint8Array(pixels);
  for (let k = 0; k < pixels; k++) {
    const at = k * samples;
    const green = gray ? data[at]! : data[at + 1]!;
    const blue = gray ? data[at]! : data[at + 2]!;
    const opacity = alpha ? data[at + samples - 1]! : 255;
    const color = ((data[at]! << 24) | (green << 16) | (blue << 8) | opacity) >>> 0;
    let index = colors.get(color);
    if (index === undefined) {
      index = colors.size;
      if (index === MOST_COLORS) return undefined;
      colors.set(color, index);
    }
    indices[k] = index;
  }
  const found = [...colors.keys()];
  const ordered = [...found.filter((color) => (color & 255) < 255), ...found.filter((color) => (color & 255) === 255)];
  const places = new Uint8Array(found.length);
  ordered.forEach((color, place) => {
    places[colors.get(color)!] = place;
  });
  const transparency = Uint8Array.from(
    ordered.filter((color) => (color & 255) < 255),
    (color) => color & 255,
  );
  return {
    ...image,
    colorType: 'palette',
    data: indices.map((index) => places[index]!),
    palette: Uint8Array.from(ordered.flatMap((color) => [color >>> 24, (color >>> 16) & 255, (color >>> 8) & 255])),
    ...(transparency.length > 0 && { transparency }),
  };
}
