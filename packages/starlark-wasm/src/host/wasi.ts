/**
 * The part of WASI preview 1 that Go's runtime asks for: a clock, random bytes, error output, exit. There are no files,
 * no arguments and no environment. Random bytes are always the same, so that an evaluation is a function of its inputs.
 */

import { type WasmMemory, wasmApi } from './platform.ts';

/** Thrown through the WebAssembly frames when Go gives up. The instance cannot be used afterwards. */
export class GoExit extends Error {}

const SUCCESS = 0;
const BAD_FILE = 8;
const STDERR_KEPT = 4096;

export interface Wasi {
  readonly imports: Record<string, (...args: never[]) => number>;
  /** The first part of what Go wrote before it gave up. */
  readonly stderr: () => string;
}

/** The imports for an instance of `module` whose memory `memory` returns once it is there. */
export function createWasi(module: WebAssembly.Module, memory: () => WasmMemory): Wasi {
  const view = () => new DataView(memory().buffer);
  let stderr = '';

  const known: Wasi['imports'] = {
    clock_time_get(_id: number, _precision: bigint, at: number) {
      view().setBigUint64(at, nanoseconds(), true);
      return SUCCESS;
    },
    random_get(at: number, size: number) {
      new Uint8Array(memory().buffer, at, size).fill(0x5a);
      return SUCCESS;
    },
    fd_write(fd: number, vectors: number, count: number, writtenAt: number) {
      const data = view();
      let written = 0;
      for (let i = 0; i < count; i++) {
        const at = data.getUint32(vectors + 8 * i, true);
        const size = data.getUint32(vectors + 8 * i + 4, true);
        if (fd === 2 && stderr.length < STDERR_KEPT) {
          stderr += new TextDecoder().decode(new Uint8Array(memory().buffer, at, size).slice());
        }
        written += size;
      }
      data.setUint32(writtenAt, written, true);
      return SUCCESS;
    },
    proc_exit(code: number) {
      throw new GoExit(`exit ${code}`);
    },
    sched_yield: () => SUCCESS,
    poll_oneoff(subscriptions: number, events: number, _count: number, countAt: number) {
      // Only timers are waited for; they are answered at once and set again by Go when it was too early.
      const data = view();
      data.setBigUint64(events, data.getBigUint64(subscriptions, true), true);
      data.setUint16(events + 8, 0, true);
      data.setUint8(events + 10, 0);
      data.setUint32(countAt, 1, true);
      return SUCCESS;
    },
    args_sizes_get: (countAt: number, sizeAt: number) => none(countAt, sizeAt),
    environ_sizes_get: (countAt: number, sizeAt: number) => none(countAt, sizeAt),
    args_get: () => SUCCESS,
    environ_get: () => SUCCESS,
  };
  const none = (countAt: number, sizeAt: number) => {
    view().setUint32(countAt, 0, true);
    view().setUint32(sizeAt, 0, true);
    return SUCCESS;
  };

  const imports: Wasi['imports'] = {};
  for (const { module: from, name } of wasmApi.Module.imports(module)) {
    if (from === 'wasi_snapshot_preview1') imports[name] = known[name] ?? (() => BAD_FILE);
  }
  return { imports, stderr: () => stderr };
}

/** Time since some moment. Never 0, which Go takes for no clock. */
const nanoseconds = (): bigint => BigInt(Math.round(performance.now() * 1e6)) + 1n;
