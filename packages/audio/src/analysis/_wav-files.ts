/** WAV files and sounds for tests. */
import { sin } from '@speccade/numerics';
import type { Wav } from './read-wav.ts';

/** Concatenates numbers (bytes), four-letter names and arrays of bytes. */
export function bytesOf(...parts: readonly (string | number | readonly number[] | Uint8Array)[]): Uint8Array {
  return Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : typeof part === 'number' ? [part] : [...part],
    ),
  );
}

export const u16 = (value: number) => [value & 255, (value >>> 8) & 255];
export const u32 = (value: number) => [...u16(value & 0xffff), ...u16(value >>> 16)];

export function chunk(id: string, content: Uint8Array | readonly number[]): Uint8Array {
  return bytesOf(id, u32(content.length), content, content.length % 2 === 1 ? [0] : []);
}

export function riff(...chunks: readonly Uint8Array[]): Uint8Array {
  const body = bytesOf('WAVE', ...chunks);
  return bytesOf('RIFF', u32(body.length), body);
}

export function fmt(tag: number, channels: number, bits: number, rate = 48000, extension: readonly number[] = []) {
  const block = (channels * bits) / 8;
  return chunk('fmt ', [
    ...u16(tag),
    ...u16(channels),
    ...u32(rate),
    ...u32(rate * block),
    ...u16(block),
    ...u16(bits),
    ...extension,
  ]);
}

/** What follows the basic fields in an extensible `fmt `. */
export function extension(tag: number, validBits: number, mask: number): number[] {
  const guid = [...u16(tag), 0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xaa, 0, 0x38, 0x9b, 0x71];
  return [...u16(22), ...u16(validBits), ...u32(mask), ...guid];
}

/** A sound of the given channels. */
export function sound(channels: readonly Float64Array[], sampleRate = 48000, channelMask?: number): Wav {
  return { sampleRate, bitsPerSample: 64, sampleFormat: 'float', channels, channelMask, loops: [] };
}

export function sine(frequency: number, seconds: number, sampleRate = 48000, amplitude = 1, phase = 0): Float64Array {
  const step = (2 * Math.PI * frequency) / sampleRate;
  return Float64Array.from({ length: Math.round(seconds * sampleRate) }, (_, i) => amplitude * sin(step * i + phase));
}

export function silence(seconds: number, sampleRate = 48000): Float64Array {
  return new Float64Array(Math.round(seconds * sampleRate));
}
