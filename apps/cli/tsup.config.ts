import { copyFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'tsup';
import { keepConstants } from '../../tsup.preset.ts';

// One bundle with everything in it, read from the sources of the workspace: nothing to resolve at start-up, and each
// command and backend in a chunk of its own that is loaded when it is needed.
export default defineConfig({
  entry: { speccade: 'src/speccade.ts', worker: 'src/worker.ts', 'script-worker': 'src/starlark/script-worker.ts' },
  format: 'esm',
  target: 'node20',
  platform: 'node',
  splitting: true,
  treeshake: false,
  clean: true,
  dts: false,
  noExternal: [/.*/],
  removeNodeProtocol: false,
  banner: { js: '#!/usr/bin/env node' },
  tsconfig: 'tsconfig.json',
  plugins: [keepConstants],
  esbuildOptions(options) {
    // What Node is given of this package is CommonJS, which a bundle of ES modules cannot take in.
    options.alias = { yaml: fileURLToPath(new URL('node_modules/yaml/browser/index.js', import.meta.url)) };
  },
  async onSuccess() {
    copyFileSync('../../packages/starlark-wasm/wasm/starlark.wasm', 'dist/starlark.wasm');
  },
});
