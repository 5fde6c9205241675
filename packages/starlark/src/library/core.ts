/** What every spec has. */
import { ASSET_TYPES, OUTPUT_KINDS } from '@speccade/spec';
import { type Check, nonEmpty, oneOf, u32 } from './checks.ts';
import { anys, define, int64, optional, str } from './define.ts';

const category = 'core';

/** `secondary` is an old name of `preview`. */
const renamed = (kind: string): string => (kind === 'secondary' ? 'preview' : kind);

const KINDS = oneOf(OUTPUT_KINDS, false);
const kindCheck: Check = { ...KINDS, refuse: (kind: string, name) => KINDS.refuse(renamed(kind), name) };

const sourceCheck: Check = {
  refuse(source: unknown, name) {
    if (typeof source !== 'string') return { code: 'S104', text: `'${name}' must be a string` };
    return nonEmpty.refuse(source, name);
  },
};

const someOutputs: Check = {
  refuse: (outputs: readonly unknown[], name) =>
    outputs.length > 0 ? undefined : { code: 'S101', text: `'${name}' must have at least one output` },
};

export const CORE = [
  define({
    name: 'output',
    category,
    description: 'A file that the spec makes.',
    params: {
      path: str(nonEmpty),
      format: str(nonEmpty),
      kind: str(kindCheck, 'primary'),
      source: optional.any(sourceCheck),
    },
    example: 'output("sfx/laser.wav", "wav")',
    build: ({ path, format, kind, source }) => ({ kind: renamed(kind), format, path, source }),
  }),
  define({
    name: 'spec',
    category,
    description: 'A complete spec.',
    params: {
      asset_id: str(nonEmpty),
      asset_type: str(oneOf(ASSET_TYPES, false)),
      seed: int64(u32),
      outputs: anys(someOutputs),
      recipe: optional.any(),
      description: optional.str(),
      tags: optional.any(),
      license: str(undefined, 'CC0-1.0'),
    },
    example: 'spec("laser-01", "audio", 7, [output("sfx/laser.wav", "wav")])',
    build: ({ asset_id, asset_type, seed, outputs, recipe, description, tags, license }) => ({
      spec_version: 1,
      asset_id,
      asset_type,
      license,
      seed,
      outputs,
      description,
      style_tags: tags,
      recipe,
    }),
  }),
];
