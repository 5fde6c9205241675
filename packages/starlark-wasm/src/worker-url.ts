/** Where the worker's module lies: beside this one, whether that is a source or a build. */
export const workerUrl = (): URL =>
  new URL(import.meta.url.endsWith('.ts') ? './worker-entry.ts' : './worker-entry.js', import.meta.url);
