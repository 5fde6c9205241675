import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
// @ts-expect-error a plain script without types
import { build, findGo, limitMemory, sha256 } from '../build.mjs';
import { wasmApi } from '../src/host/platform.ts';
import { createWasi } from '../src/host/wasi.ts';
import { MODULE_MEMORY } from '../src/limits.ts';

const read = (file: string) => readFileSync(new URL(`../wasm/${file}`, import.meta.url));
const wasm = read('starlark.wasm');

it('is the file that the checksum was made for', () => {
  expect(`${sha256(wasm)}  starlark.wasm\n`).toBe(read('starlark.wasm.sha256').toString('utf8'));
});

it('has a memory that cannot outgrow the limit', () => {
  const plain = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 5, 3, 1, 0, 5, 7, 1, 0);
  // Flag 1 says that a maximum follows, in LEB128: 4096 pages are 80 20.
  expect([...limitMemory(plain, 4096)]).toEqual([...plain.slice(0, 8), 5, 5, 1, 1, 5, 0x80, 0x20, 7, 1, 0]);
  expect(() => limitMemory(limitMemory(plain, 4096), 4096)).toThrow('not one memory without a maximum');
  expect(() => limitMemory(wasm, 4096)).toThrow('not one memory without a maximum');
});

it('cannot grow beyond 232 MiB', async () => {
  const module = new wasmApi.Module(wasm);
  const host = { call: () => 0, take: () => 0 };
  const wasi = createWasi(module, () => exports.memory);
  const instance = await wasmApi.instantiate(module, { host, wasi_snapshot_preview1: wasi.imports });
  const exports = instance.exports as { memory: { buffer: ArrayBuffer; grow(pages: number): number } };
  const { memory } = exports;
  memory.grow((MODULE_MEMORY - memory.buffer.byteLength) / 65536);
  expect(memory.buffer.byteLength).toBe(232 * 1024 * 1024);
  expect(() => memory.grow(1)).toThrow(RangeError);
});

/** The rebuilt file, or why there is none. Nothing is downloaded. */
function rebuild(): Buffer | string {
  const go = findGo();
  if (!go) return 'the Go version of go/go.mod is not there';
  try {
    return build(go, { offline: true });
  } catch {
    return 'Go has not downloaded the modules of go/go.sum';
  }
}

it('is what the sources compile to, where Go is there', { timeout: 600_000 }, ({ skip }) => {
  const bytes = rebuild();
  if (typeof bytes === 'string') {
    console.log(`wasm/starlark.wasm was not rebuilt: ${bytes}`);
    return skip(bytes);
  }
  expect(sha256(bytes)).toBe(sha256(wasm));
});
