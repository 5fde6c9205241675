/**
 * Compiles `assembly/` of packages by AssemblyScript into their `src/wasm/module.generated.ts`, and puts beside it what
 * they share, so that each stands alone: `node scripts/build-wasm.ts [NAME ...]`, all of them without a name. With
 * `--check` it compares instead of writing, and exits with 1 where they differ.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { main } from 'assemblyscript/asc';

/** Packages with WebAssembly of our own. */
export const WASM_PACKAGES = ['png', 'spec', 'texture'];

/** The generated files of a package, and their texts. */
export async function buildWasm(name: string): Promise<[file: URL, text: string][]> {
  const folder = new URL(`../packages/${name}/src/wasm/`, import.meta.url);
  const platform = readFileSync(new URL('wasm-platform.ts', import.meta.url), 'utf8');
  return [
    [new URL('module.generated.ts', folder), await compile(name)],
    [
      new URL('platform.generated.ts', folder),
      `// A copy of scripts/wasm-platform.ts by scripts/build-wasm.ts.\n${platform}`,
    ],
  ];
}

async function compile(name: string): Promise<string> {
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
    for (const [file, text] of await buildWasm(name)) {
      if (!values.check) writeFileSync(file, text);
      else if (readFileSync(file, 'utf8') !== text) {
        console.error(`${fileURLToPath(file)} is not what ${name}/assembly and scripts/wasm-platform.ts come to`);
        process.exitCode = 1;
      }
    }
  }
}
