import { importSfxr, importZzfx, presetTool } from '@speccade/audio/design';
import { SpeccadeError } from '@speccade/spec';
import { type Arguments, text, UsageError } from '../args.ts';
import type { Command } from '../command.ts';
import { SEED_OPTION, SPEC_OUTPUT_OPTIONS, seedArgument } from '../design-options.ts';
import { type PresetInput, readPreset } from '../read-preset.ts';
import { putSpecs } from '../spec-output.ts';

const ASSET_ID = /^[a-z][a-z0-9_-]{2,63}$/;

export const audioImportCommand: Command = {
  usage: {
    name: 'audio import',
    summary: 'Make a spec from a preset of sfxr, jsfxr or ZzFX.',
    positionals: 'FILE|TEXT',
    maxPositionals: 1,
    options: {
      from: { type: 'string', value: '<tool>', choices: ['sfxr', 'zzfx'], description: 'what it is (default: seen)' },
      id: { type: 'string', value: '<name>', description: "the asset id (default: the file's name)" },
      seed: { ...SEED_OPTION, description: 'the seed of the spec, which decides its noise (default 0)' },
      ...SPEC_OUTPUT_OPTIONS,
    },
    details: `sfxr: .sfs files, the JSON of jsfxr, or the text after # in a link to it. ZzFX: an array, or the call around it.
A parameter without an exact equivalent gives a warning with its name; docs/sound-design.md lists them.`,
    examples: [
      ["speccade audio import 'zzfx(...[,,537,.02,.02,.22,1,1.59,-6.98,4.97])' --id zap -o zap.json", 'a call'],
      ['speccade audio import pickup.sfs -o specs', 'a file: specs/pickup.json'],
    ],
  },
  run(args, io) {
    const [given] = args.positionals;
    if (given === undefined) throw new UsageError('no preset is given');
    const seed = seedArgument(args);
    const input = readPreset(given, io.cwd);
    const { content, file } = input;
    const options = { assetId: assetIdOf(args, input), seed };
    const tool = text(args, 'from') ?? presetTool(content);
    const result = tool === 'zzfx' ? importZzfx(content, options) : importSfxr(content, options);
    const located = (result.ok ? result.warnings : result.issues).map((issue) => ({ ...issue, ...(file && { file }) }));
    if (!result.ok) throw new SpeccadeError(located[0]!.code, located[0]!.message, located);
    return putSpecs([result.spec], located, args, io);
  },
};

function assetIdOf(args: Arguments, { name }: PresetInput): string | undefined {
  const id = text(args, 'id');
  if (id !== undefined) {
    if (ASSET_ID.test(id)) return id;
    throw new UsageError(`--id must be a letter and 2 to 63 of a-z 0-9 _ -, found ${JSON.stringify(id)}`);
  }
  const tidy = (name ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 64);
  return ASSET_ID.test(tidy) ? tidy : undefined;
}
