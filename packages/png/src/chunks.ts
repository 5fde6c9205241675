/** The frame of a PNG file: its signature, and chunks with their lengths and checksums (clause 5). */
import { crc32 } from './crc32.ts';

export type Chunk = readonly [type: string, data: Uint8Array];

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Length, type and CRC of a chunk. */
const CHUNK_OVERHEAD = 12;

/** The file of these chunks. */
export function writeChunks(chunks: readonly Chunk[]): Uint8Array {
  const size = chunks.reduce((sum, [, data]) => sum + CHUNK_OVERHEAD + data.length, SIGNATURE.length);
  const out = new Uint8Array(size);
  const view = new DataView(out.buffer);
  out.set(SIGNATURE);
  let at = SIGNATURE.length;
  for (const [type, data] of chunks) {
    view.setUint32(at, data.length);
    for (let i = 0; i < 4; i++) out[at + 4 + i] = type.charCodeAt(i);
    out.set(data, at + 8);
    // The CRC covers type and data (clause 5.3).
    view.setUint32(at + 8 + data.length, crc32(out, at + 4, at + 8 + data.length));
    at += CHUNK_OVERHEAD + data.length;
  }
  return out;
}
