import { generate } from '@speccade/pipeline';
import { type Issue, SpeccadeError } from '@speccade/spec';
import { type Arguments, text } from '../args.ts';
import { prepareFile } from '../file-job.ts';
import type { Io } from '../io.ts';
import { resolveProfile } from '../profile.ts';
import { pipelineContext, sourceArguments } from '../spec-options.ts';
import { songFailure } from './song-failure.ts';

export interface MadeModule {
  readonly bytes: Uint8Array;
  readonly warnings: readonly Issue[];
}

/** Generates a module of a spec: that of `--format`, or the first. Throws `SpeccadeError` with every error. */
export async function moduleOfSpec(path: string, args: Arguments, io: Io): Promise<MadeModule> {
  const context = pipelineContext(args, io, resolveProfile(text(args, 'budget'), io.cwd), undefined);
  const job = { path, cwd: io.cwd, ...sourceArguments(args, io), expandVariants: false };
  const prepared = await prepareFile(job, context);
  const errors = 'failed' in prepared ? prepared.failed.errors : prepared.checked.errors;
  if ('failed' in prepared || errors.length > 0) throw new SpeccadeError(errors[0]!.code, errors[0]!.message, errors);
  const made = await generate(prepared.checked, context);
  if (!made.ok) throw new SpeccadeError(made.issues[0]!.code, made.issues[0]!.message, made.issues);
  const wanted = text(args, 'format');
  const module = made.artifacts.find(({ format }) => (wanted === undefined ? isModule(format) : format === wanted));
  if (!module) throw songFailure(path, io, `it makes no ${wanted ?? 'module'}`);
  return { bytes: module.bytes, warnings: prepared.checked.warnings };
}

const isModule = (format: string): boolean => format === 'xm' || format === 'it';
