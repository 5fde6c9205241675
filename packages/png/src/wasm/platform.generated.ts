// A copy of scripts/wasm-platform.ts by scripts/build-wasm.ts.
/** Modules of WebAssembly that import nothing and own their memory: first what is theirs, then what the caller lays out. */

export interface WasmExports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  /** Where the memory begins that is the caller's. */
  heap(): number;
}

/** The part of WebAssembly that is used; what the compiler knows of it comes with a browser's types only. */
interface Platform {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { readonly exports: unknown };
}

const PAGE = 1 << 16;
/** Addresses are 32 bits, of which the last one is left to those who take them for signed. */
const MOST = 0x7fff0000;

/** A module that is compiled when it is needed. */
export class WasmModule<Exports extends WasmExports> {
  private readonly base64: string;
  private module: object | undefined;
  private unsupported = false;

  constructor(base64: string) {
    this.base64 = base64;
  }

  /** A new instance; undefined where an engine lacks the instructions or a policy forbids to compile them. */
  instantiate(): Exports | undefined {
    if (this.unsupported) return undefined;
    try {
      const { Module, Instance } = (globalThis as unknown as { WebAssembly: Platform }).WebAssembly;
      this.module ??= new Module(Uint8Array.from(atob(this.base64), (char) => char.charCodeAt(0)));
      return new Instance(this.module, {}).exports as Exports;
    } catch {
      this.unsupported = true;
      return undefined;
    }
  }
}

/** Makes room for so many bytes and returns where; undefined where there is none. Views of the memory may end. */
export function reserve({ memory, heap }: WasmExports, bytes: number): number | undefined {
  const from = heap();
  const missing = from + bytes - memory.buffer.byteLength;
  if (from + bytes > MOST) return undefined;
  if (missing <= 0) return from;
  try {
    memory.grow(Math.ceil(missing / PAGE));
    return from;
  } catch {
    return undefined;
  }
}
