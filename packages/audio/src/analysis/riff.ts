/** The chunks of a RIFF/WAVE file. */
import { WavError } from './wav-error.ts';

export interface Chunk {
  readonly id: string;
  readonly view: DataView;
}

/**
 * Chunks in order. Up to seven bytes after the last one are ignored, as is everything behind the end of the RIFF form.
 * Throws {@link WavError}.
 */
export function chunksOf(bytes: Uint8Array): Chunk[] {
  const { buffer, byteOffset, length } = bytes;
  if (length < 12) throw new WavError(`not a WAV file: it has ${length} bytes`);
  const form = idAt(bytes, 0);
  if (form === 'RF64' || form === 'BW64' || form === 'RIFX') throw new WavError(`files of type ${form} cannot be read`);
  if (form !== 'RIFF' || idAt(bytes, 8) !== 'WAVE')
    throw new WavError('not a WAV file: it does not begin with RIFF/WAVE');
  const view = new DataView(buffer, byteOffset, length);
  const end = 8 + view.getUint32(4, true);
  if (end > length) throw new WavError(`the file is cut off: ${length} of ${end} bytes are there`);
  const chunks: Chunk[] = [];
  for (let at = 12; at + 8 <= end; ) {
    const id = idAt(bytes, at);
    const size = view.getUint32(at + 4, true);
    const start = at + 8;
    if (size > end - start) {
      throw new WavError(`the chunk ${JSON.stringify(id)} claims ${size} bytes where ${end - start} are left`);
    }
    chunks.push({ id, view: new DataView(buffer, byteOffset + start, size) });
    // Chunks begin at even places; the pad byte is not part of the size.
    at = start + size + (size & 1);
  }
  return chunks;
}

function idAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(bytes[at]!, bytes[at + 1]!, bytes[at + 2]!, bytes[at + 3]!);
}
