import { DEFAULT_AMOUNT, mutateSpec } from '@speccade/audio/design';
import { numberWithin, text } from '../args.ts';
import type { Command } from '../command.ts';
import { COUNT_OPTION, SEED_OPTION, SPEC_OUTPUT_OPTIONS, seedsArgument } from '../design-options.ts';
import { resolveProfile } from '../profile.ts';
import { readValidSpec } from '../read-valid-spec.ts';
import { BUDGET_OPTION, SOURCE_OPTIONS, SPEC_OPTION, sourceArguments, specArgument } from '../spec-options.ts';
import { putSpecs } from '../spec-output.ts';

export const audioMutateCommand: Command = {
  usage: {
    name: 'audio mutate',
    summary: 'Make variations of a sound: its numbers move a little, its layers and effects stay.',
    positionals: '[SPEC]',
    maxPositionals: 1,
    options: {
      spec: SPEC_OPTION,
      seed: SEED_OPTION,
      amount: {
        type: 'string',
        short: 'a',
        value: '<share>',
        description: `0 changes nothing, 1 moves by up to an octave (default ${DEFAULT_AMOUNT})`,
      },
      lock: {
        type: 'string',
        value: '<part>',
        multiple: true,
        description: 'keep this: pitch, or a part of a path such as envelope or layers[0]; may be repeated',
      },
      count: COUNT_OPTION,
      budget: BUDGET_OPTION,
      'load-root': SOURCE_OPTIONS['load-root']!,
      ...SPEC_OUTPUT_OPTIONS,
    },
    details: `What is 0 stays 0, pitches keep their intervals, and a spec with a base_note keeps its pitch. A lock changes
nothing about the other parameters, and more with the same seed goes the same way.`,
    examples: [
      ['speccade audio mutate step.json --seed 1 --count 5 -o steps', 'five footsteps: steps/step-m1.json, ...'],
      ['speccade audio mutate laser.json --amount 0.5 --lock pitch --lock envelope', 'another timbre, printed'],
    ],
  },
  async run(args, io) {
    const amount = numberWithin(args, 'amount', 0, 1);
    const seeds = seedsArgument(args);
    const lock = (args.values.lock ?? []) as readonly string[];
    const { loadRoot } = sourceArguments(args, io);
    const profile = resolveProfile(text(args, 'budget'), io.cwd);
    const { spec, warnings } = await readValidSpec(specArgument(args), io.cwd, profile, loadRoot);
    return putSpecs(
      seeds.map((seed) => mutateSpec(spec, { seed, amount, lock })),
      warnings,
      args,
      io,
    );
  },
};
