/** Reads the PNG files of the tests, with the platform's inflate and an unfilter of its own. */
import { inflateSync } from 'node:zlib';

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: number;
  readonly colorType: number;
  readonly chunks: readonly string[];
  /** Samples as they are stored, interleaved, without filter bytes. */
  readonly data: Uint8Array;
}

const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

export function readPng(bytes: Uint8Array): Picture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: string[] = [];
  const compressed: Uint8Array[] = [];
  for (let at = 8; at < bytes.length; at += 12 + view.getUint32(at)) {
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    chunks.push(type);
    if (type === 'IDAT') compressed.push(bytes.subarray(at + 8, at + 8 + view.getUint32(at)));
  }
  const [width, height, bitDepth, colorType] = [view.getUint32(16), view.getUint32(20), bytes[24]!, bytes[25]!];
  const rows = inflateSync(Buffer.concat(compressed));
  const pixel = Math.max(1, (SAMPLES[colorType]! * bitDepth) / 8);
  const stride = Math.ceil((width * SAMPLES[colorType]! * bitDepth) / 8);
  const data = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (stride + 1)]!;
    for (let x = 0; x < stride; x++) {
      const a = x < pixel ? 0 : data[y * stride + x - pixel]!;
      const b = y === 0 ? 0 : data[(y - 1) * stride + x]!;
      const c = x < pixel || y === 0 ? 0 : data[(y - 1) * stride + x - pixel]!;
      const p = a + b - c;
      const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
      const paeth = pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
      const predicted = [0, a, b, (a + b) >> 1, paeth][filter]!;
      data[y * stride + x] = rows[y * (stride + 1) + 1 + x]! + predicted;
    }
  }
  return { width, height, bitDepth, colorType, chunks, data };
}
