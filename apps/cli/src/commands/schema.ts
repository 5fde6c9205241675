import { resolve } from 'node:path';
import { toJsonSchema } from '@speccade/spec';
import { text } from '../args.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../io.ts';
import { writeFileAtomic } from '../output-files.ts';

export const schemaCommand: Command = {
  usage: {
    name: 'schema',
    summary: 'Print the JSON Schema (draft 2020-12) of specs.',
    options: { output: { type: 'string', short: 'o', value: '<file>', description: 'write it there instead' } },
    examples: [['speccade schema -o spec.schema.json', 'for completion and checks in an editor']],
  },
  async run(args, io) {
    const schema = `${JSON.stringify(await toJsonSchema(), null, 2)}\n`;
    const output = text(args, 'output');
    if (output === undefined) io.out.write(schema);
    else writeFileAtomic(resolve(io.cwd, output), schema);
    return EXIT.ok;
  },
};
