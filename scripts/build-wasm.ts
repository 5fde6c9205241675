/**
 * Compiles `assembly/` of a package by AssemblyScript into its `src/wasm/module.generated.ts`:
 * `node scripts/build-wasm.ts [NAME ...]`, all of them without a name. With `--check` it compares instead of writing, and
 * exits with 1 where they differ.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { main } from 'assemblyscript/asc';

/** Packages with WebAssembly of our own. */
export const WASM_PACKAGES = ['png', 'texture'];

export function generatedFile(name: string): URL {
  return new URL(`../packages/${name}/src/wasm/module.generated.ts`, import.meta.url);
}

/** The text of the generated file. */
export async function buildWasm(name: string): Promise<string> {
  const read = (file: string): string | null => {
    try {
      return readFileSync(new URL(`../packages/${name}/assembly/${file}`, import.meta.url), 'utf8');
    } catch {
      return null;
    }
  };
  let wasm: Uint8Array | undefined;
  const { error, stderr } = await main(
    ['index.ts', '-O3', '--runtime', 'stub', '--enable', 'simd', '--outFile', 'module.wasm'],
    {
      readFile: read,
      writeFile: (_name: string, contents: string | Uint8Array) => {
        wasm = contents as Uint8Array;
      },
      listFiles: () => [],
    },
  );
  if (error) throw new Error(`${error.message}\n${stderr}`);
  const base64 = Buffer.from(wasm!).toString('base64');
  return `/** Made of assembly/ by scripts/build-wasm.ts. */\nexport const WASM =\n  '${base64}';\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({ options: { check: { type: 'boolean' } }, allowPositionals: true });
  for (const name of positionals.length > 0 ? positionals : WASM_PACKAGES) {
    const text = await buildWasm(name);
    if (!values.check) writeFileSync(generatedFile(name), text);
    else if (readFileSync(generatedFile(name), 'utf8') !== text) {
      console.error(`packages/${name}: src/wasm/module.generated.ts is not what assembly/ compiles to`);
      process.exitCode = 1;
    }
  }
}
