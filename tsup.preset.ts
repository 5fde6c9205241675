import { defineConfig, type Options } from 'tsup';

/** How every library of the workspace is built: ESM, one `.d.ts` per entry, nothing bundled that is a dependency. */
export function library(entry: Record<string, string>, options: Options = {}) {
  return defineConfig({
    entry,
    format: 'esm',
    target: 'es2023',
    platform: 'neutral',
    splitting: true,
    treeshake: true,
    clean: true,
    dts: true,
    external: [/^node:/],
    tsconfig: 'tsconfig.json',
    ...options,
  });
}
