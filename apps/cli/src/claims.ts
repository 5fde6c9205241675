/** Which spec writes where, and that no two write the same file. */
import { join } from 'node:path';
import { checkOutputPath, type Issue, pathCollisionKey } from '@speccade/spec';
import { declaredPaths, type FoundSpec, withoutExtension } from './discover.ts';
import type { LoadSpecOptions, Scripts } from './load-spec.ts';
import { displayPath } from './read-spec.ts';

export interface Layout {
  readonly outRoot: string;
  readonly layout: 'flat' | 'by-spec';
}

type ClaimSettings = Layout & Omit<LoadSpecOptions, 'cwd' | 'scripts'> & { readonly expandVariants: boolean };

/** The folder below which the outputs of a spec lie. */
export function rootOf(spec: FoundSpec, { outRoot, layout }: Layout): string {
  return layout === 'flat' ? outRoot : join(outRoot, withoutExtension(spec.name));
}

/** Two files with the same key are one on some system. */
export function claimKey(root: string, path: string): string {
  return pathCollisionKey(join(root, path));
}

/** Specs that claim one path: all of them are refused, since nobody can say which one is meant. */
export async function conflictingClaims(
  specs: readonly FoundSpec[],
  settings: ClaimSettings,
  cwd: string,
  scripts: Scripts,
): Promise<Map<string, Issue>> {
  const claims = new Map<string, { readonly path: string; readonly specs: Set<FoundSpec> }>();
  for (const spec of specs) {
    const root = rootOf(spec, settings);
    const load = { ...settings, cwd, scripts };
    for (const path of await declaredPaths(spec.file, settings.expandVariants, load)) {
      const key = claimKey(root, checkOutputPath(path).normal);
      const claim = claims.get(key);
      if (claim) claim.specs.add(spec);
      else claims.set(key, { path, specs: new Set([spec]) });
    }
  }
  const conflicts = new Map<string, Issue>();
  for (const { path, specs: claimants } of claims.values()) {
    if (claimants.size < 2) continue;
    for (const spec of claimants) {
      const others = [...claimants].filter((other) => other !== spec).map((other) => other.name);
      conflicts.set(spec.file, conflict(path, others, displayPath(spec.file, cwd)));
    }
  }
  return conflicts;
}

/** The issue of a path that several specs claim. */
export function conflict(path: string, others: readonly string[], file: string): Issue {
  const names = `${others.slice(0, 3).join(', ')}${others.length > 3 ? ', ...' : ''}`;
  return {
    code: 'E007',
    severity: 'error',
    path: 'outputs',
    file,
    message: `the path ${JSON.stringify(path)} is also claimed by ${names}`,
    suggestion: 'give the outputs different paths, or use --layout by-spec',
  };
}
