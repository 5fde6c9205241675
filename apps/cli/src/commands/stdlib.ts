import { resolve } from 'node:path';
import { completions, dumpLibrary, libraryPages, searchLibrary, signature } from '@speccade/starlark';
import { text, UsageError } from '../args.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../io.ts';
import { writeFileAtomic } from '../output-files.ts';
import { printJson } from '../print.ts';

const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const FORMATS = {
  json: () => pretty(dumpLibrary()),
  completion: () => pretty(completions()),
  markdown: () =>
    libraryPages()
      .map((page) => page.text)
      .join('\n'),
} as const;

export const stdlibDumpCommand: Command = {
  usage: {
    name: 'stdlib dump',
    summary: 'Print the functions that Starlark specs can call, with parameters, defaults, choices and ranges.',
    options: {
      format: {
        type: 'string',
        value: '<format>',
        choices: Object.keys(FORMATS),
        description:
          'json: everything; completion: items as editors take them, with text for hovering; markdown: to read (default json)',
      },
      output: { type: 'string', short: 'o', value: '<file>', description: 'write it there instead' },
    },
    examples: [
      ['speccade stdlib dump --format completion -o stdlib.json', 'for completion and hover in an editor'],
      ['speccade stdlib dump --format markdown', 'the whole library to read'],
    ],
  },
  run(args, io) {
    const dump = FORMATS[(text(args, 'format') ?? 'json') as keyof typeof FORMATS]();
    const output = text(args, 'output');
    if (output === undefined) io.out.write(dump);
    else writeFileAtomic(resolve(io.cwd, output), dump);
    return EXIT.ok;
  },
};

export const stdlibSearchCommand: Command = {
  usage: {
    name: 'stdlib search',
    summary: 'Find functions by a word in their name, description, parameters or choices.',
    positionals: 'WORD',
    maxPositionals: 1,
    options: {},
    examples: [['speccade stdlib search filter', 'signatures and descriptions']],
  },
  run(args, io) {
    const [word] = args.positionals;
    if (word === undefined) throw new UsageError('no word is given');
    const found = searchLibrary(word);
    if (args.values.json === true) {
      printJson({ success: true, errors: [], warnings: [], result: { functions: found } }, io);
    } else if (found.length === 0) io.err.write(`no function has to do with ${JSON.stringify(word)}\n`);
    else for (const each of found) io.out.write(`${signature(each)}\n    ${each.description}\n`);
    return EXIT.ok;
  },
};
