import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UsageError } from './args.ts';
import { isAssetName } from './read-asset.ts';
import { reasonOf } from './reason.ts';

/** Sounds, pictures and modules below a folder, absolute and sorted; dot folders and `node_modules` are left out. Throws `UsageError`. */
export function findAssets(folder: string, cwd: string): string[] {
  const root = resolve(cwd, folder);
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`there is no folder ${JSON.stringify(folder)}`);
  }
  return below(root).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

function below(folder: string): string[] {
  return entriesOf(folder).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name.startsWith('.') || entry.name === 'node_modules' ? [] : below(path);
    return isAssetName(entry.name) ? [path] : [];
  });
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    throw new UsageError(`cannot search ${JSON.stringify(folder)}: ${reasonOf(error)}`);
  }
}
