import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type JsonValue, readJson, SpeccadeError } from '@speccade/spec';
import { text } from '../args.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../io.ts';
import { OutputError, writeFileAtomic } from '../output-files.ts';
import { printJson } from '../print.ts';
import { displayPath, readSpec } from '../read-spec.ts';
import { SPEC_OPTION, specArgument } from '../spec-options.ts';

export const fmtCommand: Command = {
  usage: {
    name: 'fmt',
    summary: 'Format a JSON spec: keys sorted, two-space indentation.',
    positionals: '[SPEC]',
    maxPositionals: 1,
    options: {
      spec: SPEC_OPTION,
      output: { type: 'string', short: 'o', value: '<file>', description: 'write there (default: over the spec)' },
      check: { type: 'boolean', description: 'change nothing; exit code 1 when the spec is not formatted' },
    },
    examples: [
      ['speccade fmt laser.json', 'format in place; the hashes stay as they are'],
      ['speccade fmt laser.json --check', 'for continuous integration'],
    ],
  },
  run(args, io) {
    const path = specArgument(args);
    const read = readSpec(path, io.cwd, Number.MAX_SAFE_INTEGER);
    if (!read.ok) throw new SpeccadeError(read.issue.code, read.issue.message, [read.issue]);
    const json = readJson(read.source.bytes);
    if (!json.ok)
      throw new SpeccadeError(
        'CLI_003',
        json.issues[0]!.message,
        json.issues.map((issue) => ({ ...issue, file: read.source.path })),
      );
    // A repeated key would be lost in silence.
    if (json.warnings.length > 0) {
      throw new SpeccadeError(
        'CLI_003',
        'a key is given twice',
        json.warnings.map((issue) => ({ ...issue, severity: 'error', file: read.source.path })),
      );
    }
    const formatted = `${JSON.stringify(sorted(json.value), null, 2)}\n`;
    const target = resolve(io.cwd, text(args, 'output') ?? path);
    const changed = formatted !== readIfThere(target);
    const check = args.values.check === true;
    if (changed && !check) {
      try {
        writeFileAtomic(target, formatted);
      } catch (error) {
        if (error instanceof OutputError) throw new SpeccadeError(error.issue.code, error.message, [error.issue]);
        throw error;
      }
    }
    const shown = displayPath(target, io.cwd);
    if (args.values.json === true) {
      printJson({ success: !(check && changed), errors: [], warnings: [], result: { path: shown, changed } }, io);
    } else if (check && changed) io.err.write(`${shown} is not formatted\n`);
    return check && changed ? EXIT.invalid : EXIT.ok;
  },
};

function sorted(value: JsonValue): JsonValue {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, member]) => [key, sorted(member)]));
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
