/**
 * BLAKE3 as WebAssembly with SIMD, for all that is long. Where an engine has no such instructions or a policy forbids to
 * compile, there is no kernel, and `blake3.ts` does the work.
 */
import { WASM } from './module.generated.ts';
import { reserve, type WasmExports, WasmModule } from './platform.generated.ts';

interface Exports extends WasmExports {
  begin(): void;
  absorb(from: number, chunks: number): void;
  finish(from: number, length: number): number;
}

const CHUNK = 1024;
/** Bytes that are copied to the kernel at a time, and some for the padding of the last block. */
const PIECE = 64 * CHUNK;
const PADDING = 64;

const module = new WasmModule<Exports>(WASM);
let kernel: Exports | undefined;

/** The hash, 32 bytes; undefined where there is no kernel. */
export function blake3Fast(data: Uint8Array): Uint8Array | undefined {
  kernel ??= module.instantiate();
  const at = kernel && reserve(kernel, PIECE + PADDING);
  if (at === undefined) return undefined;
  const { memory, begin, absorb, finish } = kernel!;
  const bytes = new Uint8Array(memory.buffer);
  begin();
  const last = Math.max(Math.ceil(data.length / CHUNK) - 1, 0) * CHUNK;
  for (let from = 0; from < last; from += PIECE) {
    const size = Math.min(PIECE, last - from);
    bytes.set(data.subarray(from, from + size), at);
    absorb(at, size / CHUNK);
  }
  bytes.set(data.subarray(last), at);
  const hash = finish(at, data.length - last);
  return bytes.slice(hash, hash + 32);
}
