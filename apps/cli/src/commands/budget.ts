import { type BudgetProfile, byName, PROFILE_NAMES } from '@speccade/budgets';
import { UsageError } from '../args.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../io.ts';
import { grouped, printJson, sizeText, table } from '../print.ts';
import { resolveProfile } from '../profile.ts';

export const budgetListCommand: Command = {
  usage: { name: 'budget list', summary: 'The built-in budget profiles.', options: {} },
  run(args, io) {
    const profiles = PROFILE_NAMES.map((name) => byName(name)!);
    if (args.values.json === true) {
      printJson({ success: true, errors: [], warnings: [], result: profiles }, io);
      return EXIT.ok;
    }
    const rows = profiles.map(({ name, audio, texture, mesh, general }) => [
      name,
      limitText(audio.max_duration_seconds, ' s'),
      limitText(texture.max_dimension, ' px'),
      limitText(mesh.max_vertices),
      general.max_spec_size_bytes === Number.MAX_SAFE_INTEGER ? 'any' : sizeText(general.max_spec_size_bytes),
    ]);
    io.out.write(table([['profile', 'sound', 'texture side', 'vertices', 'spec size'], ...rows], [1, 2, 3, 4]));
    return EXIT.ok;
  },
};

export const budgetShowCommand: Command = {
  usage: {
    name: 'budget show',
    summary: 'All limits of a profile, built-in or from a JSON file.',
    positionals: 'NAME|FILE',
    maxPositionals: 1,
    options: {},
    examples: [
      ['speccade budget show zx-8bit', 'the limits of a built-in profile'],
      ['speccade budget show my-budget.json --json', 'a file that extends one, resolved'],
    ],
  },
  run(args, io) {
    const [name] = args.positionals;
    if (name === undefined) throw new UsageError('no profile is named');
    const profile: BudgetProfile = resolveProfile(name, io.cwd);
    if (args.values.json === true) printJson({ success: true, errors: [], warnings: [], result: profile }, io);
    else {
      const rows = Object.entries(profile).flatMap(([category, limits]) =>
        typeof limits === 'string'
          ? [['name', limits]]
          : Object.entries(limits as Record<string, number | readonly number[]>).map(([limit, value]) => [
              `${category}.${limit}`,
              typeof value === 'number' ? limitText(value) : value.join(', '),
            ]),
      );
      io.out.write(table(rows));
    }
    return EXIT.ok;
  },
};

function limitText(value: number, unit = ''): string {
  return value === Number.MAX_SAFE_INTEGER ? 'any' : grouped(value) + unit;
}
