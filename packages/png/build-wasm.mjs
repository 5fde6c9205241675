/**
 * Compiles assembly/ into src/wasm/module.generated.ts: `node packages/png/build-wasm.mjs`. With `--check` it compares
 * instead of writing, and exits with 1 where they differ.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { main } from 'assemblyscript/asc';

const target = new URL('src/wasm/module.generated.ts', import.meta.url);

/** The text of the module. */
export async function build() {
  const output = {};
  const { error, stderr } = await main(
    ['index.ts', '-O3', '--runtime', 'stub', '--enable', 'simd', '--outFile', 'module.wasm'],
    {
      readFile: (name, baseDir) => read(name, baseDir),
      writeFile: (name, contents) => {
        output[name] = contents;
      },
      listFiles: () => [],
    },
  );
  if (error) throw new Error(`${error.message}\n${stderr}`);
  const base64 = Buffer.from(output['module.wasm']).toString('base64');
  return `/** Made of assembly/ by build-wasm.mjs. */\nexport const WASM =\n  '${base64}';\n`;
}

function read(name) {
  try {
    return readFileSync(new URL(`assembly/${name}`, import.meta.url), 'utf8');
  } catch {
    return null;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = await build();
  if (!process.argv.includes('--check')) writeFileSync(target, text);
  else if (readFileSync(target, 'utf8') !== text) {
    console.error('src/wasm/module.generated.ts is not what assembly/ compiles to');
    process.exitCode = 1;
  }
}
