/**
 * Row filters and deflate as WebAssembly with SIMD: the same bytes as from `filter.ts` and `deflate/`, several times as
 * fast, and from the first picture on, since nothing has to be found hot before it is compiled. Where an engine has no
 * such instructions or a policy forbids to compile, there is no kernel, and those do the work.
 */
import type { Effort } from '../deflate/effort.ts';
import { WASM } from './module.generated.ts';
import { reserve, type WasmExports, WasmModule } from './platform.generated.ts';

interface Exports extends WasmExports {
  filterRow(row: number, above: number, out: number, stride: number, pixel: number): void;
  compress(
    from: number,
    length: number,
    out: number,
    chain: number,
    nice: number,
    lazy: number,
    weighs: number,
  ): number;
  crc32(from: number, length: number, start: number): number;
}

/** Bytes of memory up to which an instance is kept for the next picture. */
const KEPT = 1 << 26;

const module = new WasmModule<Exports>(WASM);
let kept: Exports | undefined;

/** Has an instance with so much memory behind its own do something; undefined where there is none. */
function using<T>(bytes: number, act: (kernel: Exports, heap: number) => T): T | undefined {
  kept ??= module.instantiate();
  const kernel = kept;
  const heap = kernel && reserve(kernel, bytes);
  if (heap === undefined) return undefined;
  try {
    return act(kernel!, heap);
  } finally {
    if (kernel!.memory.buffer.byteLength > KEPT) kept = undefined;
  }
}

/** Bytes whose checksum is taken at a time. */
const PIECE = 1 << 16;

/** The CRC-32 of bytes; undefined where there is no kernel for it. */
export function crc32Fast(data: Uint8Array): number | undefined {
  return using(PIECE, ({ memory, crc32 }, heap) => {
    const bytes = new Uint8Array(memory.buffer);
    let crc = -1;
    for (let from = 0; from < data.length; from += PIECE) {
      const size = Math.min(PIECE, data.length - from);
      bytes.set(data.subarray(from, from + size), heap);
      crc = crc32(heap, size, crc);
    }
    return ~crc >>> 0;
  });
}

/** Room for the longest stream: no block is longer than the stored one. */
function roomFor(length: number): number {
  return length + (length >>> 10) + 64;
}

/** A zlib stream; undefined where there is no kernel for it. */
export function compressFast(data: Uint8Array, effort: Effort): Uint8Array | undefined {
  const { length } = data;
  return using(length + roomFor(length), (kernel, heap) => {
    new Uint8Array(kernel.memory.buffer).set(data, heap);
    return deflated(kernel, heap, length, effort);
  });
}

/** A zlib stream of rows, filtered as by `filterRows`; undefined where there is no kernel for it. */
export function compressFilteredFast(
  data: Uint8Array,
  stride: number,
  height: number,
  pixel: number,
  effort: Effort,
): Uint8Array | undefined {
  const length = (stride + 1) * height;
  // Two rows, each with a margin of zeros before it.
  const margin = 16;
  const space = (margin + stride + 15) & ~15;
  return using(2 * space + length + roomFor(length), (kernel, heap) => {
    const bytes = new Uint8Array(kernel.memory.buffer);
    bytes.fill(0, heap, heap + 2 * space);
    let row = heap + margin;
    let above = row + space;
    const rows = heap + 2 * space;
    for (let y = 0; y < height; y++) {
      bytes.set(data.subarray(y * stride, (y + 1) * stride), row);
      kernel.filterRow(row, above, rows + y * (stride + 1), stride, pixel);
      [row, above] = [above, row];
    }
    return deflated(kernel, rows, length, effort);
  });
}

function deflated(kernel: Exports, from: number, length: number, effort: Effort): Uint8Array {
  const { chain, nice, lazy, weighs } = effort;
  const out = from + length;
  const size = kernel.compress(from, length, out, chain, nice, lazy, weighs ? 1 : 0);
  return new Uint8Array(kernel.memory.buffer).slice(out, out + size);
}
