/** Reads WAV files as mono samples of 16 bits. */
import type { PathStep } from '@speccade/spec';
import { problem } from '../problem.ts';

export interface WavSound {
  readonly pcm: Int16Array;
  /** Hz. */
  readonly rate: number;
}

const PCM = 1;
const IEEE_FLOAT = 3;
/** The format tag is the first word of the sub-format, at byte 24 of the chunk. */
const EXTENSIBLE = 0xfffe;

/** From integers of so many bits to 16. */
const SCALES: Readonly<Record<number, number>> = { 8: 256, 16: 1, 24: 1 / 256, 32: 1 / 65_536 };

/** The samples of a file as they are stored. */
export interface WavData {
  readonly rate: number;
  readonly channels: number;
  readonly bits: number;
  readonly float: boolean;
  readonly frames: number;
  /** Sample `index` of frame `frame`: an integer as it is, unsigned ones centred; a float as it is. */
  sample(frame: number, index: number): number;
}

/** Mono samples: 16-bit ones as they are, anything else averaged over the channels and rounded. */
export function readWav(bytes: Uint8Array, path: readonly PathStep[]): WavSound {
  const data = parseWav(bytes, path, { padded: true, floats: true });
  const { rate, channels, bits, float, frames } = data;
  const scale = float ? 32_767 : SCALES[bits]!;
  const pcm = new Int16Array(frames);
  for (let frame = 0; frame < frames; frame++) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++) sum += data.sample(frame, channel);
    const value = Math.round((sum / channels) * scale);
    pcm[frame] = Math.min(Math.max(value, -32_768), 32_767);
  }
  return { pcm, rate };
}

export interface WavOptions {
  /** Whether a chunk of odd size has a byte of padding behind it, as RIFF says. */
  readonly padded: boolean;
  readonly floats: boolean;
}

/** Finds format and data of a file. Throws `BackendError` (MUSIC_005) for what is none, or is stored in another way. */
export function parseWav(bytes: Uint8Array, path: readonly PathStep[], { padded, floats }: WavOptions): WavData {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const refuse = (message: string) => problem('MUSIC_005', path, message);
  const tag = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (bytes.length < 12 || tag(0) !== 'RIFF' || tag(8) !== 'WAVE') throw refuse('this is not a WAV file');
  let format: { tag: number; channels: number; rate: number; bits: number } | undefined;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = view.getUint32(at + 4, true);
    const body = at + 8;
    if (tag(at) === 'fmt ') {
      if (size < 16 || body + size > bytes.length) throw refuse('the format of the WAV file is cut short');
      const named = view.getUint16(body, true);
      format = {
        tag: named === EXTENSIBLE && size >= 26 ? view.getUint16(body + 24, true) : named,
        channels: view.getUint16(body + 2, true),
        rate: view.getUint32(body + 4, true),
        bits: view.getUint16(body + 14, true),
      };
    } else if (tag(at) === 'data') {
      if (format === undefined) throw refuse('the WAV file has data before its format');
      if (body + size > bytes.length) throw refuse('the data of the WAV file are cut short');
      return samplesOf(view, body, size, format, floats, refuse);
    }
    at = body + size + (padded ? size % 2 : 0);
  }
  throw refuse('the WAV file has no data');
}

function samplesOf(
  view: DataView,
  start: number,
  size: number,
  { tag, channels, rate, bits }: { tag: number; channels: number; rate: number; bits: number },
  floats: boolean,
  refuse: (message: string) => Error,
): WavData {
  const float = tag === IEEE_FLOAT;
  if (float ? !floats || (bits !== 32 && bits !== 64) : tag !== PCM || ![8, 16, 24, 32].includes(bits)) {
    throw refuse(`samples of format ${tag} and ${bits} bits are not read`);
  }
  if (channels === 0 || rate === 0) throw refuse('the WAV file has no channels, or no rate');
  const width = bits / 8;
  if (size % (width * channels) !== 0) throw refuse('the data of the WAV file are no whole number of frames');
  const read: (at: number) => number = float
    ? bits === 32
      ? (at) => finite(view.getFloat32(at, true))
      : (at) => finite(view.getFloat64(at, true))
    : bits === 8
      ? (at) => view.getUint8(at) - 128
      : bits === 16
        ? (at) => view.getInt16(at, true)
        : bits === 24
          ? (at) => (view.getInt8(at + 2) << 16) | view.getUint16(at, true)
          : (at) => view.getInt32(at, true);
  const sample = (frame: number, index: number) => read(start + width * (frame * channels + index));
  return { rate, channels, bits, float, frames: size / (width * channels), sample };
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}
