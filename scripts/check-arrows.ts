/**
 * Fails when a package depends on one that the architecture does not let it: `node scripts/check-arrows.ts`.
 *
 * Reads every import of the syntax trees (static, dynamic, re-exports, `require`, types) and every manifest, and holds
 * both against the list below. What tests import is free.
 */

import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** Which packages may import which, by directory name. A package that is not listed fails. */
export const ARROWS: Record<string, readonly string[]> = {
  numerics: [],
  spec: [],
  png: [],
  'starlark-wasm': [],
  'rule-engine': [],
  budgets: ['spec'],
  provenance: ['spec'],
  cache: ['spec'],
  audio: ['spec', 'numerics', 'png'],
  texture: ['spec', 'numerics', 'png'],
  mesh: ['spec', 'numerics', 'png'],
  'tracker-xm-it': ['spec', 'numerics', 'audio'],
  starlark: ['spec', 'starlark-wasm'],
  lint: ['spec', 'rule-engine'],
  // Backends are handed in by the application, not imported.
  pipeline: ['spec', 'budgets', 'provenance', 'cache', 'numerics', 'starlark', 'lint', 'rule-engine'],
  ai: ['cache', 'provenance'],
  dspec: ['ai'],
};

const SCOPE = '@speccade/';

export interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

export interface Unit {
  /** `packages/<name>` or `apps/<name>`. */
  directory: string;
  manifest: Manifest;
  /** Sources without tests, as paths from the root of the repository. */
  files: { path: string; text: string }[];
}

export interface Problem {
  /** `path:line:column`, or the path of a manifest. */
  at: string;
  message: string;
}

/** Every arrow of these packages and applications that is not allowed or not declared. */
export function checkArrows(units: Unit[], arrows: Record<string, readonly string[]> = ARROWS): Problem[] {
  return units.flatMap((unit) => checkUnit(unit, arrows));
}

function checkUnit({ directory, manifest, files }: Unit, arrows: Record<string, readonly string[]>): Problem[] {
  const [kind, name = ''] = directory.split('/');
  const isApp = kind === 'apps';
  const manifestPath = `${directory}/package.json`;
  const declared = Object.keys({ ...manifest.dependencies, ...(isApp && manifest.devDependencies) });
  // An application may use whatever it lists; a package what the architecture gives it.
  const allowed = isApp ? declared.map(packageOf) : arrows[name];
  if (!allowed) return [{ at: manifestPath, message: `${name} has no entry in the list of arrows` }];

  const problems: Problem[] = [];
  if (!isApp) {
    const { dependencies, devDependencies, peerDependencies, optionalDependencies } = manifest;
    const all = { ...dependencies, ...devDependencies, ...peerDependencies, ...optionalDependencies };
    for (const dependency of Object.keys(all)) {
      const target = packageOf(dependency);
      if (target !== undefined && !allowed.includes(target)) {
        problems.push({ at: manifestPath, message: `${name} must not depend on ${target}` });
      }
    }
  }
  for (const { path, text } of files) {
    for (const { specifier, line, column } of importsOf(path, text)) {
      const at = `${path}:${line}:${column}`;
      if (specifier.startsWith('.')) {
        const target = posix.join(posix.dirname(path), specifier);
        if (!target.startsWith(`${directory}/`)) problems.push({ at, message: `${specifier} leaves ${directory}` });
        continue;
      }
      const target = packageOf(specifier);
      if (target === undefined) continue;
      if (!isApp && !allowed.includes(target)) problems.push({ at, message: `${name} must not import ${target}` });
      if (!declared.includes(SCOPE + target)) {
        problems.push({ at, message: `${SCOPE}${target} is not declared in ${manifestPath}` });
      }
    }
  }
  return problems;
}

/** `spec` for `@speccade/spec` and `@speccade/spec/kinds/audio_v1`; undefined for foreign packages. */
function packageOf(specifier: string): string | undefined {
  return specifier.startsWith(SCOPE) ? specifier.slice(SCOPE.length).split('/')[0] : undefined;
}

interface Import {
  specifier: string;
  line: number;
  column: number;
}

/** Every module that a source names, types included. */
export function importsOf(path: string, text: string): Import[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];
  const add = (node: ts.Node | undefined) => {
    if (!node || !ts.isStringLiteralLike(node)) return;
    const { line, character } = source.getLineAndCharacterOfPosition(node.getStart(source));
    imports.push({ specifier: node.text, line: line + 1, column: character + 1 });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node.moduleSpecifier);
    else if (ts.isExternalModuleReference(node)) add(node.expression);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal);
    else if (ts.isCallExpression(node)) {
      const { expression } = node;
      const loads =
        expression.kind === ts.SyntaxKind.ImportKeyword ||
        (ts.isIdentifier(expression) && expression.text === 'require');
      if (loads) add(node.arguments[0]);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return imports;
}

/** The packages and applications of the repository at `root`. */
export function readUnits(root: string): Unit[] {
  const read = (path: string) => readFileSync(`${root}/${path}`, 'utf8');
  return globSync('{packages,apps}/*/package.json', { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => {
      const directory = posix.dirname(path);
      const files = globSync(`${directory}/src/**/*.ts`, { cwd: root })
        .map((file) => file.replaceAll('\\', '/'))
        .filter((file) => !file.endsWith('.test.ts'))
        .sort()
        .map((file) => ({ path: file, text: read(file) }));
      return { directory, manifest: JSON.parse(read(path)) as Manifest, files };
    });
}

if (import.meta.main) {
  const units = readUnits(fileURLToPath(new URL('..', import.meta.url)));
  const problems = checkArrows(units);
  for (const { at, message } of problems) console.log(`${at}  ${message}`);
  console.log(`${units.length} packages and applications, ${problems.length} problems`);
  if (problems.length > 0) process.exit(1);
}
