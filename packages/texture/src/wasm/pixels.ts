/** Pixels of pictures by the kernel. */
import { type Exports, KERNEL, SLACK } from './kernel.ts';
import { reserve } from './platform.generated.ts';

/** Bytes of memory that are asked for at most. */
const MOST = 1 << 26;

let kernel: Exports | undefined;

/**
 * Writes `count` pixels of one or four planes to `data` from byte `at` on; false where there is no kernel.
 *
 * @param bitDepth of samples; those of 16 bits have the higher byte first
 */
export function writePixelsFast(
  planes: readonly Float64Array[],
  count: number,
  bitDepth: number,
  data: Uint8Array,
  at: number,
): boolean {
  kernel ??= KERNEL.instantiate();
  const plane = 8 * count + SLACK;
  const size = (planes.length * count * bitDepth) / 8;
  const bytes = planes.length * plane + size + SLACK;
  const from = kernel && bytes <= MOST ? reserve(kernel, bytes) : undefined;
  if (from === undefined) return false;
  const { memory, writeGray, writeRgba } = kernel!;
  for (let k = 0; k < planes.length; k++) {
    new Float64Array(memory.buffer, from + k * plane, count).set(planes[k]!.subarray(0, count));
  }
  const deep = bitDepth === 16 ? 1 : 0;
  const out = from + planes.length * plane;
  if (planes.length === 1) writeGray(from, count, deep, out);
  else writeRgba(from, plane, count, deep, out);
  data.set(new Uint8Array(memory.buffer, out, size), at);
  return true;
}
