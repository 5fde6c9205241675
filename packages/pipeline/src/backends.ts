import type { Backend } from '@speccade/spec';

/** A backend by name: enough to compute cache keys, loaded only when there is work for it. */
export interface BackendSource {
  readonly name: string;
  /** Semantic version of the backend; changes whenever its bytes change. */
  readonly version: string;
  readonly kinds: readonly string[];
  load(): Promise<Backend>;
}

/** The backend that makes a recipe kind, or `undefined`. */
export function backendFor(backends: readonly BackendSource[], kind: string): BackendSource | undefined {
  return backends.find((backend) => backend.kinds.includes(kind));
}
