import { CATEGORIES, CATEGORY_ALIASES } from '@speccade/audio/design';
import type { Command } from '../command.ts';
import { EXIT } from '../io.ts';
import { printJson, table } from '../print.ts';

export const audioCategoriesCommand: Command = {
  usage: {
    name: 'audio categories',
    summary: 'The kinds of sounds that "audio randomize" makes.',
    options: {},
    examples: [['speccade audio categories', 'their names, other names, and what they are for']],
  },
  run(args, io) {
    const categories = Object.entries(CATEGORIES).map(([name, { about }]) => {
      const aliases = Object.keys(CATEGORY_ALIASES).filter((alias) => CATEGORY_ALIASES[alias] === name);
      return { name, aliases, about };
    });
    if (args.values.json === true) printJson({ success: true, errors: [], warnings: [], result: { categories } }, io);
    else io.out.write(table(categories.map(({ name, aliases, about }) => [name, aliases.join(', '), about])));
    return EXIT.ok;
  },
};
