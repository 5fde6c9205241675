/** How samples become bytes: 16- or 24-bit integers, rounded half away from zero, or 32-bit IEEE 754. Little-endian. */
import type { Pcg32 } from '@speccade/numerics';

export type SampleFormat = 'pcm16' | 'pcm24' | 'float32';

/** Bytes per sample. */
export const BYTES: Readonly<Record<SampleFormat, number>> = { pcm16: 2, pcm24: 3, float32: 4 };

export const SAMPLE_FORMATS = Object.keys(BYTES) as readonly SampleFormat[];

/** Full scale of the integers. */
const FULL_SCALE = { pcm16: 32767, pcm24: 8388607 } as const;

export interface EncodeOptions {
  readonly format: SampleFormat;
  /** What samples are multiplied by; after it, full scale is 1. */
  readonly scale: number;
  /**
   * Adds triangular noise of ±1 step before rounding (TPDF: S. Lipshitz, R. Wannamaker and J. Vanderkooy, "Quantization
   * and dither: a theoretical survey", JAES 40(5), 1992), from these numbers, sample by sample as they lie in the file.
   * Of no effect on floating point.
   */
  readonly dither?: Pcg32 | undefined;
}

/** Writes the next `count` samples of every channel, interleaved, to `out` from its start. */
export type SampleEncoder = (channels: readonly Float64Array[], count: number, out: Uint8Array) => void;

/** Samples beyond full scale are clipped, where the format has one; what is not a number becomes 0. */
export function createEncoder({ format, scale, dither }: EncodeOptions): SampleEncoder {
  if (format === 'float32') return (channels, count, out) => writeFloats(channels, count, scale, out);
  const full = FULL_SCALE[format];
  const width = BYTES[format];
  return (channels, count, out) => writeIntegers(channels, count, scale, full, width, dither, out);
}

function writeFloats(channels: readonly Float64Array[], count: number, scale: number, out: Uint8Array): void {
  const view = new DataView(out.buffer, out.byteOffset, out.byteLength);
  const stride = channels.length;
  for (let c = 0; c < stride; c++) {
    const x = channels[c]!;
    for (let i = 0, at = 4 * c; i < count; i++, at += 4 * stride) {
      const v = x[i]! * scale;
      view.setFloat32(at, Number.isNaN(v) ? 0 : v, true);
    }
  }
}

function writeIntegers(
  channels: readonly Float64Array[],
  count: number,
  scale: number,
  full: number,
  width: number,
  dither: Pcg32 | undefined,
  out: Uint8Array,
): void {
  let at = 0;
  for (let i = 0; i < count; i++) {
    for (let c = 0; c < channels.length; c++) {
      let v = channels[c]![i]! * scale * full;
      if (dither !== undefined) v += dither.nextF64() - dither.nextF64();
      const clipped = Math.min(Math.max(v, -full), full);
      const whole = clipped | 0;
      const sample = whole + ((2 * (clipped - whole)) | 0);
      for (let k = 0; k < width; k++) out[at++] = sample >> (8 * k);
    }
  }
}
