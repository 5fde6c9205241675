import { DEFAULT_PROFILE } from '@speccade/budgets';
import { hashesOf } from '@speccade/pipeline';
import { referenceSpecHash, SpeccadeError } from '@speccade/spec';
import type { Command } from '../command.ts';
import { EXIT } from '../io.ts';
import { loadSpec } from '../load-spec.ts';
import { printJson, table } from '../print.ts';
import { readSpec } from '../read-spec.ts';
import { SOURCE_OPTIONS, SPEC_OPTION, sourceArguments, specArgument } from '../spec-options.ts';

export const hashCommand: Command = {
  usage: {
    name: 'hash',
    summary: 'Print the hashes of a spec (BLAKE3).',
    positionals: '[SPEC]',
    maxPositionals: 1,
    options: {
      spec: SPEC_OPTION,
      ...SOURCE_OPTIONS,
      reference: { type: 'boolean', description: "also the spec hash in the reference implementation's older form" },
    },
    details: `spec_hash     the whole document in canonical form (RFC 8785)
recipe_hash   kind and parameters only
source_hash   the bytes of the file`,
    examples: [['speccade hash laser.json', 'white space and the order of keys change source_hash only']],
  },
  async run(args, io) {
    const read = readSpec(specArgument(args), io.cwd, DEFAULT_PROFILE.general.max_spec_size_bytes);
    if (!read.ok) throw new SpeccadeError(read.issue.code, read.issue.message, [read.issue]);
    const loaded = await loadSpec(read, {
      profile: DEFAULT_PROFILE,
      cwd: io.cwd,
      ...sourceArguments(args, io),
    });
    if (!loaded.ok) throw new SpeccadeError(loaded.issues[0]!.code, loaded.issues[0]!.message, loaded.issues);
    const { specHash, recipeHash } = hashesOf(loaded.document);
    const hashes = {
      ...(specHash !== undefined && { spec_hash: specHash }),
      ...(recipeHash !== undefined && { recipe_hash: recipeHash }),
      source_hash: loaded.sourceHash,
      ...(args.values.reference === true && { reference_spec_hash: referenceSpecHash(loaded.text) }),
    };
    if (args.values.json === true) printJson({ success: true, errors: [], warnings: [], result: hashes }, io);
    else io.out.write(table(Object.entries(hashes)));
    return EXIT.ok;
  },
};
