/** Packs every publishable package and has publint and arethetypeswrong judge it as a user's tools would see it. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { bin, env, root } from './setup.mjs';

/** Ways of importing that matter: the packages are ESM only. */
const RESOLUTIONS = new Set(['node16-esm', 'bundler']);

const folders = ['packages', 'apps'].flatMap((group) =>
  readdirSync(join(root, group))
    .map((name) => join(root, group, name))
    .filter((folder) => existsSync(join(folder, 'package.json'))),
);

let problems = 0;
const complain = (name, text) => {
  problems++;
  console.error(`${name}: ${text}`);
};

for (const folder of folders) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (manifest.private) continue;
  const packed = mkdtempSync(join(tmpdir(), 'speccade-pack-'));
  try {
    execFileSync(join(bin, 'pnpm'), ['pack', '--pack-destination', packed], { cwd: folder, env, stdio: 'pipe' });
    const tarball = readFileSync(join(packed, readdirSync(packed)[0]));
    const data = new Uint8Array(tarball);
    const lint = await publint({ pack: { tarball: data.buffer } });
    for (const message of lint.messages) complain(manifest.name, formatMessage(message, lint.pkg ?? manifest));
    if (!manifest.exports) continue;
    const excludeEntrypoints = Object.keys(manifest.exports).filter((name) => name.endsWith('.wasm'));
    const result = await checkPackage(createPackageFromTarballData(data), { excludeEntrypoints });
    if (!result.types) complain(manifest.name, 'has no types');
    for (const problem of result.problems ?? []) {
      if (problem.resolutionKind === undefined || RESOLUTIONS.has(problem.resolutionKind))
        complain(manifest.name, JSON.stringify(problem));
    }
  } finally {
    rmSync(packed, { recursive: true, force: true });
  }
}
process.exit(problems > 0 ? 1 : 0);
