import { wasmApi } from './platform.ts';

/** Where the WebAssembly module comes from: itself, its bytes, or a place to get it from. */
export type WasmSource = WebAssembly.Module | ArrayBuffer | ArrayBufferView | URL | string | Response;

type Given = WasmSource | Promise<WasmSource>;

/** Compiles the module. A `file:` URL is read through Node's file system, which Deno and Bun have too. */
export async function compileWasm(given: Given): Promise<WebAssembly.Module> {
  const source = await given;
  if (source instanceof wasmApi.Module) return source;
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return wasmApi.compile(source);
  if (typeof Response !== 'undefined' && source instanceof Response) return compileResponse(source);
  const url = new URL(source as URL | string, import.meta.url);
  if (url.protocol === 'file:') {
    // Not an import: bundlers for browsers need not know about it.
    const fs = globalThis.process?.getBuiltinModule?.('node:fs/promises');
    if (fs) return wasmApi.compile(await fs.readFile(url));
  }
  return compileResponse(await fetch(url));
}

async function compileResponse(response: Response): Promise<WebAssembly.Module> {
  if (!response.ok) throw new Error(`${response.url}: ${response.status} ${response.statusText}`);
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('application/wasm')) return wasmApi.compileStreaming(response);
  return wasmApi.compile(await response.arrayBuffer());
}
