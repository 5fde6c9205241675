/** Songs, sounds and files for the tests of this package. */
import type { Spec } from '@speccade/spec';
import { type SongParams, songParams, type TrackerFormat } from '@speccade/spec/kinds/music.tracker_song_v1';
import { type MadeSong, makeSong, writeSong } from './make-song.ts';
import { toolsFor } from './modes.ts';

type Json = Record<string, unknown>;
export type Compat = 'reference' | undefined;

const parser = songParams as unknown as { parse(value: unknown): SongParams };

export function paramsOf(change: Json = {}): SongParams {
  return parser.parse({
    format: 'xm',
    bpm: 125,
    speed: 6,
    channels: 2,
    instruments: [{ name: 'a', synthesis: { type: 'sine' }, envelope: STRUCK }],
    patterns: { a: { rows: 8 } },
    arrangement: [{ pattern: 'a' }],
    ...change,
  });
}

/** An envelope without a held part: its samples are not looped. */
export const STRUCK = { attack: 0, decay: 0.05, sustain: 0, release: 0 };

/** Parameters of one pattern `a` of 8 rows with these events. */
export const songWith = (events: readonly Json[], change: Json = {}): SongParams =>
  paramsOf({ patterns: { a: { rows: 8, data: events } }, ...change });

export interface Made extends MadeSong {
  readonly bytes: Uint8Array;
}

export function make(
  params: SongParams,
  compat?: Compat,
  readFile?: (path: string) => Uint8Array | undefined,
  format: TrackerFormat = params.format,
): Made {
  const tools = toolsFor(compat);
  const made = makeSong({ params, assetId: 'a-song', seed: 42, format, tools, readFile });
  return { ...made, bytes: writeSong(made.song, tools) };
}

export function specOf(params: SongParams, formats: readonly TrackerFormat[] = [params.format], more: Json = {}): Spec {
  return {
    spec_version: 1,
    asset_id: 'a-song',
    asset_type: 'music',
    license: 'CC0-1.0',
    seed: 42,
    outputs: formats.map((format) => ({ kind: 'primary', format, path: `song.${format}` })),
    recipe: { kind: 'music.tracker_song_v1', params },
    ...more,
  } as unknown as Spec;
}

/** A WAV file of integer samples, by frames of channels. */
export function wavOf(frames: readonly (readonly number[])[], bits: 8 | 16 | 24 | 32, rate: number): Uint8Array {
  const channels = frames[0]?.length ?? 1;
  const width = bits / 8;
  const size = frames.length * channels * width;
  const bytes = new Uint8Array(44 + size);
  const view = new DataView(bytes.buffer);
  const tag = (at: number, text: string) => bytes.set(new TextEncoder().encode(text), at);
  tag(0, 'RIFF');
  view.setUint32(4, 36 + size, true);
  tag(8, 'WAVE');
  tag(12, 'fmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, channels, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * channels * width, true);
  view.setUint16(32, channels * width, true);
  view.setUint16(34, bits, true);
  tag(36, 'data');
  view.setUint32(40, size, true);
  let at = 44;
  for (const sample of frames.flat()) {
    const value = bits === 8 ? sample + 128 : sample;
    for (let byte = 0; byte < width; byte++) bytes[at++] = (value >> (8 * byte)) & 0xff;
  }
  return bytes;
}

export const mono16 = (samples: Iterable<number>, rate = 22050): Uint8Array =>
  wavOf(
    Array.from(samples, (sample) => [sample]),
    16,
    rate,
  );

/** Hexadecimal digits of a part of a file. */
export function hex(bytes: Uint8Array, start = 0, end = bytes.length): string {
  return [...bytes.subarray(start, end)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Every printed member of a cell, in order. */
export function cellText(cell: object | undefined): string {
  return Object.entries(cell ?? {})
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${value}`)
    .join(' ');
}
