/** Where specs that a command made go: standard output, one file, or a folder. */
import { lstatSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { formatSpec } from '@speccade/audio/design';
import type { Issue, Spec } from '@speccade/spec';
import { type Arguments, text, UsageError } from './args.ts';
import { EXIT, type Io, painter } from './io.ts';
import { issueJson } from './issue-json.ts';
import { OutputError, writeFileAtomic, writeOutputs } from './output-files.ts';
import { printIssues, printJson } from './print.ts';
import { displayPath } from './read-spec.ts';

/** Prints or writes specs in the form of `fmt`. Existing files are replaced with `--force` only. Returns the exit code. */
export function putSpecs(specs: readonly Spec[], warnings: readonly Issue[], args: Arguments, io: Io): number {
  const output = outputOf(args);
  const json = args.values.json === true;
  if (output === undefined && specs.length > 1 && !json) {
    throw new UsageError(`${specs.length} specs are made; give a folder for them with --output`);
  }
  const paths = output === undefined ? undefined : write(specs, output, args.values.force === true, io.cwd);
  if (json) {
    const result = specs.map((spec, i) => ({ asset_id: spec.asset_id, ...(paths ? { path: paths[i] } : { spec }) }));
    printJson({ success: true, errors: [], warnings: warnings.map(issueJson), result: { specs: result } }, io);
    return EXIT.ok;
  }
  printIssues(warnings, io);
  const paint = painter(io.out, io.env);
  if (paths) for (const path of paths) io.out.write(`${paint('green', '✓')} ${path}\n`);
  else io.out.write(formatSpec(specs[0]!));
  return EXIT.ok;
}

function outputOf(args: Arguments): string | undefined {
  const output = text(args, 'output');
  return output === '-' ? undefined : output;
}

function write(specs: readonly Spec[], output: string, force: boolean, cwd: string): string[] {
  const target = resolve(cwd, output);
  const isFile = extname(target).toLowerCase() === '.json';
  if (isFile && specs.length > 1) throw new UsageError(`${specs.length} specs are made; --output must be a folder`);
  const files = specs.map((spec) => (isFile ? target : join(target, `${spec.asset_id}.json`)));
  const shown = files.map((file) => displayPath(file, cwd));
  if (!force) {
    const there = files.findIndex(isThere);
    if (there >= 0) throw new OutputError(shown[there]!, 'it is there already; --force replaces it');
  }
  if (isFile) writeFileAtomic(target, formatSpec(specs[0]!));
  else {
    const encoder = new TextEncoder();
    const contents = specs.map((spec) => ({ path: `${spec.asset_id}.json`, bytes: encoder.encode(formatSpec(spec)) }));
    writeOutputs(target, contents);
  }
  return shown;
}

/** What cannot even be looked at is left to the writing, which says why. */
function isThere(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}
