import type { EngineSettings, EvalFailure, EvalRequest, EvalSuccess, Module } from '../engine.ts';

/** A request that a worker can be sent: modules are given, not looked up by a function. */
export interface WorkerRequest extends Omit<EvalRequest, 'load'> {
  /** Switches `load` on: sources by path. Left out, the setup module's `load` finds them, if it has one. */
  readonly load?: Readonly<Record<string, Module>>;
}

/** To the worker, first of all. */
export interface StartMessage {
  readonly kind: 'start';
  readonly settings: EngineSettings;
  /** Not every runtime can send a compiled module. */
  readonly wasm: WebAssembly.Module | Uint8Array;
  /** URL of the setup module. */
  readonly setup: string | undefined;
}

export interface EvalMessage {
  readonly kind: 'eval';
  readonly request: WorkerRequest;
}

export type ToWorker = StartMessage | EvalMessage;

/** A result without what can be read from its JSON. */
export type SentResult = Omit<EvalSuccess, 'value'> | EvalFailure;

/** From the worker: it can evaluate, it cannot, or it has. */
export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'result'; readonly result: SentResult };
