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
    plugins: [keepConstants],
    ...options,
  });
}

/**
 * esbuild writes top-level constants of a bundle as `var`, which keeps V8 from folding tables and coefficients into the
 * optimized code: sin and cos lose a fifth of their speed, a batch of sounds a twentieth. This makes them constants again,
 * in files that have our code only. Nothing there is used before its line; what is assigned twice stays a variable.
 */
export const keepConstants = {
  name: 'keep-constants',
  renderChunk(code: string) {
    if (/^\/\/ .*node_modules/m.test(code)) return { code };
    return {
      code: code.replace(/^var (?=([\w$]+|\[[\w$, ]+\]) = )/gm, (declaration, names: string) =>
        names.match(/[\w$]+/g)!.some((name) => isAssigned(name, code)) ? declaration : 'const ',
      ),
    };
  },
};

/** Whether a variable is assigned outside of declarations. */
function isAssigned(name: string, code: string): boolean {
  const escaped = name.replaceAll('$', '\\$');
  const elsewhere = '(?<![\\w$.]|(?:var|let|const|,) |\\()';
  return new RegExp(`${elsewhere}${escaped}(?:\\+\\+|--| [-+*/%&|^?]*=(?!=))`).test(code);
}
