import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  resolve: {
    // Tests read the sources, not the builds, so that a test run never sees a stale package.
    alias: [
      { find: /^@speccade\/spec\/kinds\/([^/]+)$/, replacement: `${root}packages/spec/src/kinds/$1/index.ts` },
      { find: '@speccade/audio/analysis', replacement: `${root}packages/audio/src/analysis/index.ts` },
      { find: '@speccade/audio/design', replacement: `${root}packages/audio/src/design/index.ts` },
      { find: '@speccade/audio/identity', replacement: `${root}packages/audio/src/identity.ts` },
      { find: '@speccade/texture/analysis', replacement: `${root}packages/texture/src/analysis/index.ts` },
      { find: '@speccade/texture/preview', replacement: `${root}packages/texture/src/preview/index.ts` },
      { find: '@speccade/texture/identity', replacement: `${root}packages/texture/src/identity.ts` },
      { find: '@speccade/tracker-xm-it/export', replacement: `${root}packages/tracker-xm-it/src/export/index.ts` },
      { find: '@speccade/tracker-xm-it/read', replacement: `${root}packages/tracker-xm-it/src/read/index.ts` },
      { find: '@speccade/tracker-xm-it/identity', replacement: `${root}packages/tracker-xm-it/src/identity.ts` },
      { find: '@speccade/tracker-xm-it/compose', replacement: `${root}packages/tracker-xm-it/src/compose/index.ts` },
      { find: '@speccade/cache/fs', replacement: `${root}packages/cache/src/fs/index.ts` },
      { find: '@speccade/starlark/builders', replacement: `${root}packages/starlark/src/builders/index.ts` },
      { find: '@speccade/starlark-wasm/worker', replacement: `${root}packages/starlark-wasm/src/worker/index.ts` },
      { find: /^@speccade\/([^/]+)$/, replacement: `${root}packages/$1/src/index.ts` },
    ],
  },
  test: {
    include: [
      'packages/*/src/**/*.test.ts',
      'packages/*/test/**/*.test.ts',
      'apps/*/src/**/*.test.ts',
      'apps/*/test/**/*.test.ts',
      'scripts/**/*.test.ts',
      'golden/**/*.test.ts',
    ],
    globalSetup: 'scripts/test-folder.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
