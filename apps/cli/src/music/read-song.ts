import { backendContext } from '@speccade/pipeline';
import { type BackendContext, type Issue, type Spec, SpeccadeError } from '@speccade/spec';
import { type Arguments, type OptionSpec, text } from '../args.ts';
import { prepareFile } from '../file-job.ts';
import type { Io } from '../io.ts';
import { resolveProfile } from '../profile.ts';
import { pipelineContext, sourceArguments } from '../spec-options.ts';

export const FORMAT_OPTION: OptionSpec = {
  type: 'string',
  value: '<format>',
  choices: ['xm', 'it'],
  description: "which of the spec's modules is meant (default the first)",
};

export interface SongSpec {
  readonly spec: Spec;
  readonly warnings: readonly Issue[];
  /** For what is made of the song besides its modules. */
  readonly context: BackendContext;
}

/** Reads a spec of a song that must be valid. Throws `SpeccadeError` with every error. */
export async function readSong(path: string, args: Arguments, io: Io): Promise<SongSpec> {
  const context = pipelineContext(args, io, resolveProfile(text(args, 'budget'), io.cwd), undefined);
  const prepared = await prepareFile(
    { path, cwd: io.cwd, ...sourceArguments(args, io), expandVariants: false },
    context,
  );
  const errors = 'failed' in prepared ? prepared.failed.errors : prepared.checked.errors;
  if ('failed' in prepared || !prepared.checked.spec || errors.length > 0) {
    throw new SpeccadeError(errors[0]!.code, errors[0]!.message, errors);
  }
  const { spec, warnings, files = [] } = prepared.checked;
  const kind = spec.recipe?.kind ?? 'a spec without a recipe';
  if (!kind.startsWith('music.')) throw new SpeccadeError('CLI_011', `${kind} is no song`);
  return { spec, warnings, context: backendContext(spec, files, context) };
}
