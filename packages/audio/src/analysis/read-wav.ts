/**
 * Reading WAV files: RIFF/WAVE with PCM of 8, 16, 24 or 32 bits or floating point of 32 or 64, chunks in any order, and
 * the loops of a `smpl` chunk. Anything else is refused with a {@link WavError}: no input makes this crash, and what
 * comes back holds finite numbers only.
 *
 * Sources: Multimedia Programming Interface and Data Specifications 1.0; WAVE_FORMAT_EXTENSIBLE as in Microsoft's
 * "Multiple Channel Audio Data and WAVE Files".
 */
import { type Chunk, chunksOf } from './riff.ts';
import { decode } from './samples.ts';
import { WavError } from './wav-error.ts';

/** A loop that a sampler plays. */
export interface WavLoop {
  /** First sample. */
  readonly start: number;
  /** The sample after the last one. */
  readonly end: number;
}

export interface Wav {
  /** Hz. */
  readonly sampleRate: number;
  readonly bitsPerSample: number;
  readonly sampleFormat: 'pcm' | 'float';
  /** Samples of each channel, full scale at ±1; all of one length. */
  readonly channels: readonly Float64Array[];
  /** Speaker positions, lowest bit first, of an extensible format that names them. */
  readonly channelMask: number | undefined;
  readonly loops: readonly WavLoop[];
}

/** What is in the `fmt ` chunk. */
export interface WavLayout {
  readonly sampleRate: number;
  readonly channelCount: number;
  readonly bitsPerSample: number;
  readonly sampleFormat: 'pcm' | 'float';
  readonly channelMask: number | undefined;
}

const PCM = 1;
const IEEE_FLOAT = 3;
const EXTENSIBLE = 0xfffe;
const EXTENSIBLE_LENGTH = 40;
/** What follows the format tag in the GUIDs of all formats that have a tag. */
const GUID_TAIL = [0x00, 0x00, 0x00, 0x00, 0x10, 0x00, 0x80, 0x00, 0x00, 0xaa, 0x00, 0x38, 0x9b, 0x71];

const SMPL_HEADER = 36;
const SMPL_LOOP = 24;

/** Reads a file. Throws {@link WavError}. */
export function readWav(bytes: Uint8Array): Wav {
  let format: Chunk | undefined;
  let data: Chunk | undefined;
  let sampler: Chunk | undefined;
  for (const chunk of chunksOf(bytes)) {
    if (chunk.id === 'fmt ') format = only(format, chunk);
    else if (chunk.id === 'data') data = only(data, chunk);
    else if (chunk.id === 'smpl') sampler ??= chunk;
  }
  if (format === undefined) throw new WavError('there is no fmt chunk');
  if (data === undefined) throw new WavError('there is no data chunk');
  const layout = readFormat(format.view);
  const channels = decode(data.view, layout);
  const { sampleRate, bitsPerSample, sampleFormat, channelMask } = layout;
  const loops = sampler === undefined ? [] : readLoops(sampler.view, channels[0]!.length);
  return { sampleRate, bitsPerSample, sampleFormat, channels, channelMask, loops };
}

function only(earlier: Chunk | undefined, chunk: Chunk): Chunk {
  if (earlier !== undefined) throw new WavError(`there are two chunks ${JSON.stringify(chunk.id)}`);
  return chunk;
}

function readFormat(view: DataView): WavLayout {
  if (view.byteLength < 16) throw new WavError(`the fmt chunk has ${view.byteLength} bytes, fewer than 16`);
  let tag = view.getUint16(0, true);
  const channelCount = view.getUint16(2, true);
  const sampleRate = view.getUint32(4, true);
  const blockAlign = view.getUint16(12, true);
  const bitsPerSample = view.getUint16(14, true);
  let channelMask: number | undefined;
  if (tag === EXTENSIBLE) {
    if (view.byteLength < EXTENSIBLE_LENGTH) {
      throw new WavError(`the fmt chunk has ${view.byteLength} bytes; an extensible one has ${EXTENSIBLE_LENGTH}`);
    }
    if (GUID_TAIL.some((byte, i) => view.getUint8(26 + i) !== byte)) throw new WavError('the sub-format is unknown');
    const valid = view.getUint16(18, true);
    if (valid > bitsPerSample) throw new WavError(`${valid} valid bits do not fit into samples of ${bitsPerSample}`);
    channelMask = view.getUint32(20, true) || undefined;
    tag = view.getUint16(24, true);
  }
  const sampleFormat = tag === PCM ? 'pcm' : tag === IEEE_FLOAT ? 'float' : undefined;
  if (sampleFormat === undefined) {
    throw new WavError(`format ${tag} cannot be read; 1 (PCM) and 3 (floating point) can`);
  }
  const widths = sampleFormat === 'pcm' ? [8, 16, 24, 32] : [32, 64];
  if (!widths.includes(bitsPerSample)) {
    throw new WavError(`${sampleFormat} samples must have ${widths.join(', ')} bits, found ${bitsPerSample}`);
  }
  if (channelCount === 0) throw new WavError('there are no channels');
  if (sampleRate === 0) throw new WavError('the sample rate is 0');
  if (blockAlign !== (channelCount * bitsPerSample) / 8) {
    throw new WavError(`${channelCount} channels of ${bitsPerSample} bits do not make blocks of ${blockAlign} bytes`);
  }
  return { sampleRate, channelCount, bitsPerSample, sampleFormat, channelMask };
}

/** Loops of the `smpl` chunk; its last sample is played, ours is the one after it. */
function readLoops(view: DataView, frames: number): WavLoop[] {
  if (view.byteLength < SMPL_HEADER) {
    throw new WavError(`the smpl chunk has ${view.byteLength} bytes, fewer than ${SMPL_HEADER}`);
  }
  const count = view.getUint32(28, true);
  if (SMPL_HEADER + count * SMPL_LOOP > view.byteLength) {
    throw new WavError(`the smpl chunk has no room for its ${count} loops`);
  }
  const loops: WavLoop[] = [];
  for (let i = 0, at = SMPL_HEADER + 8; i < count; i++, at += SMPL_LOOP) {
    const start = view.getUint32(at, true);
    const last = view.getUint32(at + 4, true);
    if (start > last || last >= frames) {
      throw new WavError(`loop ${i} from ${start} to ${last} is not within the ${frames} samples`);
    }
    loops.push({ start, end: last + 1 });
  }
  return loops;
}
