import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
  metafile: true,
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
    const engine = readFileSync('../../packages/starlark-wasm/THIRD-PARTY-LICENSES.txt', 'utf8');
    const player = readFileSync('licenses/libopenmpt.txt', 'utf8');
    const licenses = `${bundledLicenses('dist/metafile-esm.json')}${player}${engine}`;
    writeFileSync('dist/THIRD-PARTY-LICENSES.txt', licenses);
    rmSync('dist/metafile-esm.json');
  },
});

/** The licences of the packages whose code is in the bundle, by name: whoever passes the bundle on passes them on. */
function bundledLicenses(metafile: string): string {
  const { inputs } = JSON.parse(readFileSync(metafile, 'utf8')) as { inputs: Record<string, unknown> };
  const folders = new Set(
    Object.keys(inputs).flatMap((path) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? []),
  );
  const texts = [...folders].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    if (file === undefined || !existsSync(join(folder, file))) throw new Error(`${name} has no licence file`);
    return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n\n${'-'.repeat(78)}\n\n`;
  });
  return texts.sort().join('');
}
