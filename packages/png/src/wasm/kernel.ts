/**
 * Row filters and deflate as WebAssembly with SIMD: the same bytes as from `filter.ts` and `deflate/`, several times as
 * fast, and from the first picture on, since nothing has to be found hot before it is compiled. Where an engine has no
 * such instructions or a policy forbids to compile, there is no kernel, and those do the work.
 */
import type { Effort } from '../deflate/effort.ts';
import { WASM } from './module.generated.ts';

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  heap(): number;
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
}

/** The part of WebAssembly that is used; what the compiler knows of it comes with a browser's types only. */
interface Platform {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { readonly exports: unknown };
}

const PAGE = 1 << 16;
/** Bytes of memory up to which an instance is kept for the next picture. */
const KEPT = 1 << 26;
/** Addresses are 32 bits, of which the last one is left to those who take them for signed. */
const MOST = 0x7fff0000;

let module: object | undefined;
let exports: Exports | undefined;
let unsupported = false;

function instance(): Exports | undefined {
  if (unsupported) return undefined;
  try {
    const { Module, Instance } = (globalThis as unknown as { WebAssembly: Platform }).WebAssembly;
    module ??= new Module(Uint8Array.from(atob(WASM), (char) => char.charCodeAt(0)));
    exports ??= new Instance(module, {}).exports as Exports;
  } catch {
    unsupported = true;
  }
  return exports;
}

/** Has an instance with so much memory behind its own do something; undefined where there is none. */
function using<T>(bytes: number, act: (exports: Exports, heap: number) => T): T | undefined {
  const kernel = instance();
  if (!kernel) return undefined;
  const { memory } = kernel;
  const heap = kernel.heap();
  const needed = heap + bytes;
  if (needed > MOST) return undefined;
  const missing = needed - memory.buffer.byteLength;
  if (missing > 0) {
    try {
      memory.grow(Math.ceil(missing / PAGE));
    } catch {
      return undefined;
    }
  }
  try {
    return act(kernel, heap);
  } finally {
    if (memory.buffer.byteLength > KEPT) exports = undefined;
  }
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
