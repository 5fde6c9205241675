/**
 * Fails when a runtime-neutral package uses something that a host may answer differently: `node scripts/check-neutral.ts`.
 *
 * Reads syntax trees, not text, and resolves names against the declarations around them, so that a parameter called
 * `process` or a method called `log` passes while `const { log: ln } = Math` does not. It has no type information: what
 * reaches a forbidden function through a value of another package is beyond it.
 */

import { globSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export type Rule =
  | 'host-math'
  | 'exponent-operator'
  | 'date'
  | 'random'
  | 'locale'
  | 'node-import'
  | 'node-global'
  | 'performance';

export interface Finding {
  file: string;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  rule: Rule;
  message: string;
}

const words = (text: string) => new Set(text.split(' '));

/** Implementation-approximated by ECMA-262, 21.3.2: another engine may give another last bit. */
const HOST_MATH = words(
  'sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh atanh exp expm1 log log2 log10 log1p pow cbrt hypot',
);
const RANDOM_CRYPTO = words('getRandomValues randomUUID');
const LOCALE_METHODS = words(
  'toLocaleString toLocaleUpperCase toLocaleLowerCase toLocaleDateString toLocaleTimeString localeCompare',
);
const GLOBAL_OBJECTS = words('globalThis window self global');
const BUILTIN_MODULES = new Set(builtinModules);

/** Globals that must not be named at all as a value. */
const GLOBALS: Record<string, [rule: Rule, message: string]> = {
  Date: ['date', 'the clock and the time zone are the host’s'],
  Intl: ['locale', 'results depend on the host’s locale data'],
  Buffer: ['node-global', 'exists under Node only; use Uint8Array'],
  process: ['node-global', 'exists under Node only'],
  performance: ['performance', 'measures the host; benchmarks live in bench/'],
};

/** Every use of something host-dependent in one TypeScript source, in source order. */
export function checkSource(fileName: string, text: string): Finding[] {
  const source = ts.createSourceFile(fileName, text, ts.ScriptTarget.Latest, true);
  const findings: Finding[] = [];
  const report = (node: ts.Node, rule: Rule, message: string) => {
    const { line, character } = source.getLineAndCharacterOfPosition(node.getStart(source));
    findings.push({ file: fileName, line: line + 1, column: character + 1, rule, message });
  };

  const member = (node: ts.Node, object: string, name: string | undefined) => {
    if (object === 'Math') {
      if (name === undefined) report(node, 'host-math', 'Math is read in a way that cannot be checked');
      else if (HOST_MATH.has(name))
        report(node, 'host-math', `Math.${name} differs between engines; use @speccade/numerics`);
      else if (name === 'random') report(node, 'random', 'Math.random cannot be seeded; use Pcg32');
    } else if (object === 'crypto') {
      if (name === undefined) report(node, 'random', 'crypto is read in a way that cannot be checked');
      else if (RANDOM_CRYPTO.has(name)) report(node, 'random', `crypto.${name} cannot be seeded; use Pcg32`);
    }
  };

  const module = (node: ts.Node, specifier: ts.Node | undefined) => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    const name = specifier.text;
    if (name.startsWith('node:') || BUILTIN_MODULES.has(name))
      report(node, 'node-import', `${name} exists under Node only`);
  };

  const visit = (node: ts.Node): void => {
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) module(node, node.argument.literal);
    if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) {
      // Types are erased; only an import inside one still ties the package to Node.
      ts.forEachChild(node, visitType);
      return;
    }
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) module(node, node.moduleSpecifier);
    else if (ts.isExternalModuleReference(node)) module(node, node.expression);
    else if (ts.isCallExpression(node)) {
      const { expression } = node;
      const loads =
        expression.kind === ts.SyntaxKind.ImportKeyword ||
        (ts.isIdentifier(expression) && expression.text === 'require');
      if (loads) module(node, node.arguments[0]);
    } else if (ts.isBinaryExpression(node)) {
      const kind = node.operatorToken.kind;
      if (kind === ts.SyntaxKind.AsteriskAsteriskToken || kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken) {
        report(
          node.operatorToken,
          'exponent-operator',
          'the power operator differs between engines; use pow of @speccade/numerics',
        );
      }
    }

    const accessed = accessedName(node);
    if (accessed !== undefined && LOCALE_METHODS.has(accessed)) {
      report(node, 'locale', `${accessed} depends on the host’s locale`);
    }
    const name = globalName(node);
    if (name !== undefined) {
      const banned = GLOBALS[name];
      if (banned) report(node, banned[0], `${name}: ${banned[1]}`);
      else if (name === 'Math' || name === 'crypto') {
        for (const [at, key] of namesReadFrom(node)) member(at, name, key);
      }
    }
    ts.forEachChild(node, visit);
  };
  const visitType = (node: ts.Node): void => {
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) module(node, node.argument.literal);
    ts.forEachChild(node, visitType);
  };
  visit(source);
  return findings;
}

/** The property that `a.b`, `a['b']` or a binding pattern reads, if it is spelled out. */
function accessedName(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  if (ts.isElementAccessExpression(node)) {
    return ts.isStringLiteralLike(node.argumentExpression) ? node.argumentExpression.text : undefined;
  }
  if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) return bindingKey(node);
  return undefined;
}

function bindingKey({ propertyName, name, dotDotDotToken }: ts.BindingElement): string | undefined {
  const key = propertyName ?? name;
  return !dotDotDotToken && (ts.isIdentifier(key) || ts.isStringLiteralLike(key)) ? key.text : undefined;
}

/** The global a node names: a free identifier in value position, or a property of the global object. */
function globalName(node: ts.Node): string | undefined {
  if (ts.isIdentifier(node)) return isValueUse(node) && !isDeclared(node) ? node.text : undefined;
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
    const object = unwrap(node.expression);
    if (ts.isIdentifier(object) && GLOBAL_OBJECTS.has(object.text) && !isDeclared(object)) return accessedName(node);
  }
  if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
    const from = ts.isVariableDeclaration(node.parent.parent) && node.parent.parent.initializer;
    if (from && ts.isIdentifier(from) && GLOBAL_OBJECTS.has(from.text)) return bindingKey(node);
  }
  return undefined;
}

/** What is read from a global object named by `node`; undefined where any property might be. */
function namesReadFrom(node: ts.Node): [at: ts.Node, name: string | undefined][] {
  if (ts.isBindingElement(node)) {
    return ts.isObjectBindingPattern(node.name)
      ? node.name.elements.map((e) => [e, bindingKey(e)])
      : [[node, undefined]];
  }
  let use = node;
  while (isWrapper(use.parent)) use = use.parent;
  const { parent } = use;
  if (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)) {
    if (parent.expression === use) return [[parent, accessedName(parent)]];
  }
  if (ts.isVariableDeclaration(parent) && ts.isObjectBindingPattern(parent.name)) {
    return parent.name.elements.map((e) => [e, bindingKey(e)]);
  }
  if (ts.isTypeOfExpression(parent)) return [];
  return [[node, undefined]];
}

function isWrapper(node: ts.Node): boolean {
  return (
    ts.isParenthesizedExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node)
  );
}

function unwrap(node: ts.Expression): ts.Expression {
  while (isWrapper(node)) node = (node as ts.ParenthesizedExpression).expression;
  return node;
}

/** Whether an identifier reads a variable, as opposed to naming a property, a declaration, a label or an import. */
function isValueUse(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  if (ts.isBindingElement(parent)) return parent.initializer === node;
  if (ts.isPropertyAssignment(parent) || ts.isVariableDeclaration(parent) || ts.isParameter(parent))
    return parent.initializer === node;
  if (ts.isPropertyDeclaration(parent) || ts.isEnumMember(parent)) return parent.initializer === node;
  if (ts.isExportSpecifier(parent))
    return !parent.parent.parent.moduleSpecifier && (parent.propertyName ?? parent.name) === node;
  if (ts.isExpressionWithTypeArguments(parent)) {
    return (
      ts.isHeritageClause(parent.parent) &&
      ts.isClassLike(parent.parent.parent) &&
      parent.parent.token === ts.SyntaxKind.ExtendsKeyword
    );
  }
  const named = parent as ts.Node & { name?: ts.Node; label?: ts.Node };
  if (named.name === node || named.label === node) return false;
  return (
    !ts.isImportClause(parent) &&
    !ts.isImportSpecifier(parent) &&
    !ts.isNamespaceImport(parent) &&
    !ts.isQualifiedName(parent)
  );
}

const declared = new WeakMap<ts.Node, Set<string>>();

/** Whether a declaration in an enclosing scope hides the global of this name. */
function isDeclared(node: ts.Identifier): boolean {
  for (let scope: ts.Node = node.parent; scope; scope = scope.parent) {
    if (!opensScope(scope)) continue;
    let names = declared.get(scope);
    if (!names) declared.set(scope, (names = declaredIn(scope)));
    if (names.has(node.text)) return true;
  }
  return false;
}

function opensScope(node: ts.Node): boolean {
  return (
    ts.isSourceFile(node) ||
    ts.isBlock(node) ||
    ts.isFunctionLike(node) ||
    ts.isForStatement(node) ||
    ts.isForOfStatement(node) ||
    ts.isForInStatement(node) ||
    ts.isCatchClause(node) ||
    ts.isCaseBlock(node) ||
    ts.isModuleBlock(node) ||
    ts.isClassExpression(node)
  );
}

function declaredIn(scope: ts.Node): Set<string> {
  const names = new Set<string>();
  const bind = (name: ts.BindingName) => {
    if (ts.isIdentifier(name)) names.add(name.text);
    else for (const element of name.elements) if (ts.isBindingElement(element)) bind(element.name);
  };
  const collect = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) || ts.isParameter(node)) bind(node.name);
    else if (ts.isImportClause(node) || ts.isImportSpecifier(node) || ts.isNamespaceImport(node)) {
      if (node.name) names.add(node.name.text);
    } else if ((ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) && node.name) {
      names.add(node.name.text);
      return;
    }
    if (!opensScope(node)) ts.forEachChild(node, collect);
  };
  if ((ts.isFunctionExpression(scope) || ts.isClassExpression(scope)) && scope.name) names.add(scope.name.text);
  ts.forEachChild(scope, collect);
  return names;
}

/** Folders whose task is to meet a host: its file system, clock and workers. */
const HOST_FOLDERS = ['packages/cache/src/fs/', 'packages/starlark-wasm/src/host/'];

/** Every neutral source under `root`, as paths relative to it. */
export function neutralFiles(root: string): string[] {
  return globSync('packages/*/src/**/*.ts', { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.endsWith('.test.ts') && !HOST_FOLDERS.some((folder) => path.startsWith(folder)))
    .sort();
}

if (import.meta.main) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const files = neutralFiles(root);
  const findings = files.flatMap((file) => checkSource(file, readFileSync(`${root}${file}`, 'utf8')));
  for (const { file, line, column, rule, message } of findings)
    console.log(`${file}:${line}:${column}  ${rule}  ${message}`);
  console.log(`${files.length} files, ${findings.length} findings`);
  if (findings.length > 0) process.exit(1);
}
