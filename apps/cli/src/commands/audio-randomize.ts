import { CATEGORIES, CATEGORY_ALIASES, type CategoryName, categoryNamed, randomizeSpec } from '@speccade/audio/design';
import { type Arguments, text, UsageError } from '../args.ts';
import type { Command } from '../command.ts';
import { COUNT_OPTION, SEED_OPTION, SPEC_OUTPUT_OPTIONS, seedsArgument } from '../design-options.ts';
import { putSpecs } from '../spec-output.ts';

export const audioRandomizeCommand: Command = {
  usage: {
    name: 'audio randomize',
    summary: 'Make the spec of a new sound at random, decided by a seed.',
    positionals: '[CATEGORY]',
    maxPositionals: 1,
    options: {
      category: { type: 'string', short: 'c', value: '<name>', description: 'the kind of sound' },
      seed: SEED_OPTION,
      count: COUNT_OPTION,
      ...SPEC_OUTPUT_OPTIONS,
    },
    details: `Categories: ${Object.keys(CATEGORIES).join(', ')}.
"speccade audio categories" says what they are for.`,
    examples: [
      ['speccade audio randomize --category laser --seed 7 -o laser.json', 'one sound; the same for everybody'],
      ['speccade audio randomize --category coin --count 10 -o coins', 'ten to choose from: coins/coin-0.json, ...'],
    ],
  },
  run(args, io) {
    const category = categoryArgument(args);
    const specs = seedsArgument(args).map((seed) => randomizeSpec({ category, seed }));
    return putSpecs(specs, [], args, io);
  },
};

function categoryArgument(args: Arguments): CategoryName {
  const named = text(args, 'category');
  const [positional] = args.positionals;
  if (named !== undefined && positional !== undefined) throw new UsageError('two categories are given');
  const word = named ?? positional;
  if (word === undefined) throw new UsageError('no category is given');
  const category = categoryNamed(word.toLowerCase());
  if (category !== undefined) return category;
  const known = [...Object.keys(CATEGORIES), ...Object.keys(CATEGORY_ALIASES)];
  throw new UsageError(`there is no category ${JSON.stringify(word)}`, { word, known, prefix: '' });
}
