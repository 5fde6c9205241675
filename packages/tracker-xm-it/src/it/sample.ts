/** IT sample headers of 80 bytes and their data (ITTECH, sample format; the compression is IT 2.14's and 2.15's). */
import { ByteWriter } from '../binary/byte-writer.ts';
import type { Instrument, Sample } from '../song/model.ts';
import { FASTEST_IT } from '../song/reach.ts';
import type { SongTools } from '../tools.ts';
import { compressIt, type ItCompression } from './compress.ts';

export const SAMPLE_HEADER_SIZE = 80;
const NAME_SIZE = 26;
const HAS_DATA = 1;
const SIXTEEN_BIT = 2;
const COMPRESSED = 8;
const LOOPED = 16;
const PINGPONG = 64;
/** Convert flags. */
const SIGNED = 1;
const DELTA = 4;

/** What is stored of a sample. */
export interface StoredSample {
  readonly bytes: Uint8Array;
  readonly compression: ItCompression | undefined;
}

/** The smallest of the ways to store a sample, or the plain one. */
export function storeSample({ pcm }: Sample, compress: boolean): StoredSample {
  const raw = new ByteWriter(2 * pcm.length);
  raw.pcm16(pcm);
  const ways: StoredSample[] = [{ bytes: raw.finish(), compression: undefined }];
  if (compress && pcm.length > 0) {
    for (const compression of ['it214', 'it215'] as const)
      ways.push({ bytes: compressIt(pcm, compression), compression });
  }
  return ways.reduce((best, way) => (way.bytes.length < best.bytes.length ? way : best));
}

export function writeSampleHeader(
  to: ByteWriter,
  { name, sample }: Instrument,
  { compression }: StoredSample,
  offset: number,
  { text, it }: SongTools,
): void {
  const { pcm, volume, loop, c5Speed } = sample;
  to.ascii('IMPS');
  to.fill(13); // DOS name
  to.u8(64); // global volume
  const loopFlags = loop === undefined ? 0 : LOOPED | (loop.mode === 'pingpong' ? PINGPONG : 0);
  to.u8(HAS_DATA | SIXTEEN_BIT | (compression === undefined ? 0 : COMPRESSED) | loopFlags, volume);
  to.field(text(name, NAME_SIZE), NAME_SIZE);
  to.u8(SIGNED | (compression === 'it215' ? DELTA : 0), it.samplePan);
  to.u32(pcm.length, loop?.start ?? 0, loop?.end ?? 0, Math.min(c5Speed, FASTEST_IT));
  to.u32(0, 0, offset); // sustain loop; place of the data
  to.fill(4); // auto-vibrato
}
