import { interpolateSpecs } from '@speccade/audio/design';
import { type Spec, SpeccadeError } from '@speccade/spec';
import { type Arguments, numberWithin, text, UsageError } from '../args.ts';
import type { Command } from '../command.ts';
import { countArgument, SPEC_OUTPUT_OPTIONS } from '../design-options.ts';
import { resolveProfile } from '../profile.ts';
import { readValidSpec, requireWithinBudget } from '../read-valid-spec.ts';
import { BUDGET_OPTION, SOURCE_OPTIONS, sourceArguments } from '../spec-options.ts';
import { putSpecs } from '../spec-output.ts';

/** Without `--at` and `--steps`: the middle. */
const MIDDLE = 0.5;

export const audioInterpolateCommand: Command = {
  usage: {
    name: 'audio interpolate',
    summary: 'Make sounds between two sounds.',
    positionals: 'A B',
    maxPositionals: 2,
    options: {
      at: { type: 'string', value: '<share>', description: `how far from A to B, 0 to 1 (default ${MIDDLE})` },
      steps: { type: 'string', value: '<n>', description: 'so many at equal distances, A and B among them' },
      budget: BUDGET_OPTION,
      'load-root': SOURCE_OPTIONS['load-root']!,
      ...SPEC_OUTPUT_OPTIONS,
    },
    details: `Layers and effects of the same type are interpolated; those that one sound has alone fade. A limiter, say, cannot
fade: exit code 1.`,
    examples: [
      ['speccade audio interpolate small.json large.json --at 0.3 -o medium.json', 'nearer to the first'],
      ['speccade audio interpolate day.json night.json --steps 5 -o blend', 'five files in blend/'],
    ],
  },
  async run(args, io) {
    const [first, second] = args.positionals;
    if (first === undefined || second === undefined) throw new UsageError('two specs are needed');
    const places = placesOf(args);
    const { loadRoot } = sourceArguments(args, io);
    const profile = resolveProfile(text(args, 'budget'), io.cwd);
    const a = await readValidSpec(first, io.cwd, profile, loadRoot);
    const b = await readValidSpec(second, io.cwd, profile, loadRoot);
    const specs: Spec[] = [];
    for (const at of places) {
      const result = interpolateSpecs(a.spec, b.spec, { at });
      if (!result.ok) throw new SpeccadeError(result.issues[0]!.code, result.issues[0]!.message, result.issues);
      await requireWithinBudget(result.spec, profile);
      specs.push(result.spec);
    }
    return putSpecs(specs, [...a.warnings, ...b.warnings], args, io);
  },
};

function placesOf(args: Arguments): number[] {
  const at = numberWithin(args, 'at', 0, 1);
  const steps = countArgument(args, 'steps', 2);
  if (steps === undefined) return [at ?? MIDDLE];
  if (at !== undefined) throw new UsageError('--at and --steps are two ways to say the same; give one');
  return Array.from({ length: steps }, (_, i) => i / (steps - 1));
}
