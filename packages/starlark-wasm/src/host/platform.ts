/**
 * The globals of browsers that are used here, as far as they are used. Types of browsers are not part of every program
 * that this package is compiled with.
 */

export interface WasmMemory {
  readonly buffer: ArrayBuffer;
}

interface WasmApi {
  readonly Module: {
    new (bytes: Uint8Array): WebAssembly.Module;
    imports(module: WebAssembly.Module): { module: string; name: string }[];
  };
  compile(bytes: ArrayBuffer | ArrayBufferView): Promise<WebAssembly.Module>;
  compileStreaming(response: Response): Promise<WebAssembly.Module>;
  instantiate(
    module: WebAssembly.Module,
    imports: Record<string, Record<string, (...args: never[]) => number | undefined>>,
  ): Promise<{ readonly exports: unknown }>;
}

export const wasmApi: WasmApi = (globalThis as unknown as { WebAssembly: WasmApi }).WebAssembly;

/** A web worker. */
export interface WebWorker {
  postMessage(message: unknown): void;
  addEventListener(type: string, listener: (event: never) => void): void;
  terminate(): void;
}

type WebWorkerClass = new (url: URL, options: { type: 'module' }) => WebWorker;

/** The class of web workers, where there is one: not in Node. */
export const webWorkerClass = (): WebWorkerClass | undefined =>
  (globalThis as unknown as { Worker?: WebWorkerClass }).Worker;
