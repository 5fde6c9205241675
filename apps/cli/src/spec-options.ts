/** Options that commands share, and the context they add up to. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type BudgetProfile, PROFILE_NAMES } from '@speccade/budgets';
import type { Cache } from '@speccade/cache';
import type { PipelineContext } from '@speccade/pipeline';
import { type Arguments, type OptionSpec, positiveNumber, text, UsageError } from './args.ts';
import { BACKENDS } from './backends.ts';
import type { Io } from './io.ts';
import { thisTool } from './tool.ts';

export const SPEC_OPTION: OptionSpec = {
  type: 'string',
  short: 's',
  value: '<file>',
  description: 'the spec, JSON or Starlark',
};

export const BUDGET_OPTION: OptionSpec = {
  type: 'string',
  value: '<name>',
  alias: 'budget-profile',
  description: `budget profile: ${PROFILE_NAMES.join(', ')}, or a JSON file (default default)`,
};

/** How sources are read. */
export const SOURCE_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  compat: {
    type: 'string',
    value: 'reference',
    choices: ['reference'],
    description: "give the reference implementation's result, its defects included",
  },
  'load-root': {
    type: 'string',
    value: '<dir>',
    description: 'let Starlark specs load modules from below this folder',
  },
};

export const PREVIEW_OPTION: OptionSpec = {
  type: 'string',
  value: '<seconds>',
  description: 'shorten what can be shortened: only so much of a sound is made',
};

const FORMATS = ['pcm16', 'pcm24', 'float32'] as const;

/** How sounds are stored. */
export const SAMPLE_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  'sample-format': {
    type: 'string',
    value: '<format>',
    choices: FORMATS,
    description: 'samples of sounds (default pcm16)',
  },
  dither: { type: 'boolean', description: 'dither integer samples, by noise that the seed decides' },
};

/** `--sample-format` and `--dither`. */
export function sampleArguments(args: Arguments): {
  readonly sampleFormat: (typeof FORMATS)[number];
  readonly dither: boolean;
} {
  const sampleFormat = (text(args, 'sample-format') ?? 'pcm16') as (typeof FORMATS)[number];
  const dither = args.values.dither === true;
  if (dither && sampleFormat === 'float32') {
    throw new UsageError('--dither is for integers: it cannot be used with --sample-format float32');
  }
  return { sampleFormat, dither };
}

/** The one spec that a command is about, given by `--spec` or by position. */
export function specArgument(args: Arguments): string {
  const named = text(args, 'spec');
  const [positional] = args.positionals;
  if (named !== undefined && positional !== undefined) {
    throw new UsageError(`two specs are given: ${JSON.stringify(named)} and ${JSON.stringify(positional)}`);
  }
  const path = named ?? positional;
  if (path === undefined) throw new UsageError('no spec is given');
  return path;
}

/** `--compat`, and `--load-root` as an absolute path. Throws {@link UsageError} for a root that is no folder. */
export function sourceArguments(
  args: Arguments,
  io: Io,
): { readonly compat: 'reference' | undefined; readonly loadRoot: string | undefined } {
  const value = text(args, 'load-root');
  const loadRoot = value === undefined ? undefined : resolve(io.cwd, value);
  if (loadRoot !== undefined && !statSync(loadRoot, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`--load-root must be a folder, found ${JSON.stringify(value)}`);
  }
  return { compat: text(args, 'compat') as 'reference' | undefined, loadRoot };
}

/** The context of a command that generates. */
export function pipelineContext(
  args: Arguments,
  io: Io,
  profile: BudgetProfile,
  cache: Cache | undefined,
): PipelineContext {
  return {
    profile,
    backends: BACKENDS,
    tool: thisTool(),
    cache,
    replaceCached: args.values.rebuild === true,
    previewSeconds: positiveNumber(args, 'preview'),
    ...sampleArguments(args),
    timeStages: args.values.profile === true,
    clock: () => performance.now(),
    signal: io.signal,
  };
}
