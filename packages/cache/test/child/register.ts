/** Lets a child process run the sources: package names lead to files of this tree. */
import { registerHooks } from 'node:module';

const SOURCES: Readonly<Record<string, string>> = {
  '@speccade/spec': new URL('./spec.ts', import.meta.url).href,
  '@speccade/cache': new URL('../../src/index.ts', import.meta.url).href,
  '@speccade/cache/fs': new URL('../../src/fs/index.ts', import.meta.url).href,
};

registerHooks({
  resolve: (specifier, context, next) => next(SOURCES[specifier] ?? specifier, context),
});
