/** Pictures of every kind, with the pixels that other programs must find in them. */
import { encodeApng, encodePng, encodeSmallestPng, type PngImage } from '../src/index.ts';

export interface Sample {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
  /** Red, green, blue and alpha of each pixel, 0 to 65535. */
  readonly rgba: Uint16Array;
}

const CHANNELS = { gray: 1, 'gray-alpha': 2, rgb: 3, rgba: 4 } as const;
type ColorType = keyof typeof CHANNELS;

/** Smooth noise: few matches, so that low levels write blocks without any. */
function noise(count: number, seed: number): Uint8Array {
  let state = seed;
  let value = 128;
  return Uint8Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    value += (state >>> 29) + ((state >>> 20) & 7) - 7;
    return value;
  });
}

/** Runs and repetitions. */
function drawing(count: number): Uint8Array {
  return Uint8Array.from({ length: count }, (_, k) => ((k >> 6) & 3) * 80 + (k % 97 === 0 ? 9 : 0));
}

function spread(image: PngImage): Uint16Array {
  const { width, height, colorType, data, palette, transparency } = image;
  const rgba = new Uint16Array(4 * width * height);
  const channels = colorType === 'palette' ? 1 : CHANNELS[colorType];
  const value = (k: number) => (image.bitDepth === 16 ? (data[2 * k]! << 8) | data[2 * k + 1]! : data[k]! * 257);
  for (let k = 0; k < width * height; k++) {
    if (palette) {
      const index = data[k]!;
      for (let c = 0; c < 3; c++) rgba[4 * k + c] = palette[3 * index + c]! * 257;
      rgba[4 * k + 3] = (transparency?.[index] ?? 255) * 257;
      continue;
    }
    for (let c = 0; c < 3; c++) rgba[4 * k + c] = value(k * channels + (channels > 2 ? c : 0));
    rgba[4 * k + 3] = channels % 2 === 0 ? value(k * channels + channels - 1) : 65535;
  }
  return rgba;
}

function sample(name: string, image: PngImage, encode = encodePng): Sample {
  const { width, height } = image;
  return { name, width, height, bytes: encode(image), rgba: spread(image) };
}

export function samples(): Sample[] {
  const found: Sample[] = [];
  const [width, height] = [211, 83];
  for (const colorType of Object.keys(CHANNELS) as ColorType[]) {
    for (const bitDepth of [8, 16] as const) {
      const count = (width * height * CHANNELS[colorType] * bitDepth) / 8;
      for (const level of [1, 2, 3, 6]) {
        const base = { width, height, colorType, bitDepth, level };
        found.push(
          sample(`noise, ${colorType}, ${bitDepth} bits, level ${level}`, { ...base, data: noise(count, level) }),
        );
        found.push(
          sample(`drawing, ${colorType}, ${bitDepth} bits, level ${level}`, { ...base, data: drawing(count) }),
        );
      }
    }
  }
  for (const colors of [2, 4, 16, 256]) {
    const palette = noise(3 * colors, colors);
    const data = noise(width * height, 7).map((value) => value % colors);
    const image: PngImage = { width, height, colorType: 'palette', palette, data };
    found.push(sample(`palette of ${colors}`, image));
    found.push(sample(`palette of ${colors}, with alpha`, { ...image, transparency: Uint8Array.of(0, 128) }));
  }
  const flat = { width, height, colorType: 'rgba', data: drawing(4 * width * height).fill(255, 0, 4 * width) } as const;
  found.push(sample('the smallest', flat, encodeSmallestPng));
  const large = { width: 640, height: 640, colorType: 'gray', level: 2, srgb: true } as const;
  found.push(sample('large noise', { ...large, data: noise(640 * 640, 3) }));
  const first = { width: 40, height: 30, colorType: 'rgba', data: drawing(4800) } as const;
  const frames = [first.data, noise(4800, 1)].map((data) => ({ data, delay: [1, 10] as const }));
  const animate = () => encodeApng({ width: 40, height: 30, colorType: 'rgba', frames, plays: 2 });
  found.push(sample('animation', first, animate));
  return found;
}
