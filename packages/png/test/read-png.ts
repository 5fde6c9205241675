/** A reader for tests: chunks, and pixels as RGBA of 16 bits, with node's inflate and an unfilter of its own. */
import { inflateSync } from 'node:zlib';

export interface ReadChunk {
  readonly type: string;
  readonly data: Uint8Array;
}

export function readChunks(bytes: Uint8Array): ReadChunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: ReadChunk[] = [];
  for (let at = 8; at < bytes.length; at += 12 + view.getUint32(at)) {
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    chunks.push({ type, data: bytes.subarray(at + 8, at + 8 + view.getUint32(at)) });
  }
  return chunks;
}

const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Pixels of a compressed picture, four numbers from 0 to 65535 each. */
export function readPixels(
  chunks: readonly ReadChunk[],
  compressed: Uint8Array,
  width: number,
  height: number,
): number[][] {
  const find = (type: string) => chunks.find((chunk) => chunk.type === type)?.data;
  const header = find('IHDR')!;
  const [depth, type] = [header[8]!, header[9]!];
  const samples = SAMPLES[type]!;
  const rows = inflateSync(compressed);
  const stride = Math.ceil((width * samples * depth) / 8);
  const pixel = Math.max(1, (samples * depth) / 8);
  if (rows.length !== (stride + 1) * height) throw new Error(`${rows.length} bytes for ${width} x ${height}`);
  let above = new Uint8Array(stride);
  const pixels: number[][] = [];
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (stride + 1)]!;
    const row = new Uint8Array(stride);
    for (let x = 0; x < stride; x++) {
      const a = x < pixel ? 0 : row[x - pixel]!;
      const b = above[x]!;
      const c = x < pixel ? 0 : above[x - pixel]!;
      const p = a + b - c;
      const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
      row[x] =
        rows[y * (stride + 1) + 1 + x]! + [0, a, b, (a + b) >> 1, pa <= pb && pa <= pc ? a : pb <= pc ? b : c][filter]!;
    }
    above = row;
    const sample = (k: number) => {
      if (depth === 16) return (row[2 * k]! << 8) | row[2 * k + 1]!;
      const bits = (row[(k * depth) >> 3]! >> (8 - depth - ((k * depth) & 7))) & ((1 << depth) - 1);
      return depth === 8 && type !== 3 ? bits * 257 : bits;
    };
    for (let x = 0; x < width; x++) {
      const [r, g, b, a] = [0, 1, 2, 3].map((k) => (k < samples ? sample(x * samples + k) : 65535)) as [
        number,
        number,
        number,
        number,
      ];
      if (type === 3) {
        const colors = find('PLTE')!;
        pixels.push([...colors.subarray(3 * r, 3 * r + 3), find('tRNS')?.[r] ?? 255].map((v) => v * 257));
      } else if (samples <= 2) pixels.push([r, r, r, samples === 2 ? g : 65535]);
      else pixels.push([r, g, b, a]);
    }
  }
  return pixels;
}

export function readPng(bytes: Uint8Array): number[][] {
  const chunks = readChunks(bytes);
  const header = chunks[0]!.data;
  const view = new DataView(header.buffer, header.byteOffset);
  const compressed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  return readPixels(chunks, compressed, view.getUint32(0), view.getUint32(4));
}
