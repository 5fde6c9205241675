import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SpecSource } from '@speccade/pipeline';
import { formatJson, readJson, SpeccadeError } from '@speccade/spec';
import { text } from '../args.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../io.ts';
import { writeFileAtomic } from '../output-files.ts';
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
      output: {
        type: 'string',
        short: 'o',
        value: '<file>',
        description: 'write there, - for standard output (default: over the spec)',
      },
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
    if (read.source.kind === 'starlark') {
      throw new SpeccadeError('CLI_007', `${read.source.path}: only JSON is formatted`);
    }
    const formatted = formatSource(read.source);
    const output = text(args, 'output');
    if (output === '-') {
      io.out.write(formatted);
      return EXIT.ok;
    }
    const target = resolve(io.cwd, output ?? path);
    const changed = formatted !== readIfThere(target);
    const check = args.values.check === true;
    if (changed && !check) writeFileAtomic(target, formatted);
    const shown = displayPath(target, io.cwd);
    if (args.values.json === true) {
      printJson({ success: !(check && changed), errors: [], warnings: [], result: { path: shown, changed } }, io);
    } else if (check && changed) io.err.write(`${shown} is not formatted\n`);
    return check && changed ? EXIT.invalid : EXIT.ok;
  },
};

function formatSource({ bytes, path }: SpecSource): string {
  const read = readJson(bytes);
  try {
    if (!read.ok) throw new SpeccadeError('CLI_003', read.issues[0]!.message, read.issues);
    return formatJson(read.text);
  } catch (error) {
    if (!(error instanceof SpeccadeError)) throw error;
    throw new SpeccadeError(
      error.code,
      error.message,
      error.issues.map((issue) => ({ ...issue, file: path })),
    );
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
