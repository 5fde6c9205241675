import { backendFor, inputsOf, keyOfRun, stdlibOf } from '@speccade/pipeline';
import { SpeccadeError } from '@speccade/spec';
import { text } from '../args.ts';
import { BACKENDS } from '../backends.ts';
import { cacheDir, openSettings } from '../cache-options.ts';
import type { Command } from '../command.ts';
import { prepareFile } from '../file-job.ts';
import { EXIT } from '../io.ts';
import { printJson } from '../print.ts';
import { resolveProfile } from '../profile.ts';
import {
  BUDGET_OPTION,
  PREVIEW_OPTION,
  pipelineContext,
  SAMPLE_OPTIONS,
  SOURCE_OPTIONS,
  SPEC_OPTION,
  sourceArguments,
  specArgument,
} from '../spec-options.ts';

export const whyCommand: Command = {
  usage: {
    name: 'cache why',
    summary: 'Whether a spec would hit the cache, and if not, what differs from the nearest entry.',
    positionals: '[SPEC]',
    maxPositionals: 1,
    options: {
      spec: SPEC_OPTION,
      budget: BUDGET_OPTION,
      ...SOURCE_OPTIONS,
      preview: PREVIEW_OPTION,
      ...SAMPLE_OPTIONS,
      'cache-dir': { type: 'string', value: '<dir>', description: 'where the cache is (default .speccade/cache)' },
    },
  },
  async run(args, io) {
    const profile = resolveProfile(text(args, 'budget'), io.cwd);
    const cache = openSettings({ dir: cacheDir(args, io), mode: 'read', frozen: false }, io)!;
    const context = pipelineContext(args, io, profile, cache);
    const job = { path: specArgument(args), cwd: io.cwd, ...sourceArguments(args, io), expandVariants: false };
    const prepared = await prepareFile(job, context);
    const errors = 'failed' in prepared ? prepared.failed.errors : prepared.checked.errors;
    if ('failed' in prepared || !prepared.checked.spec?.recipe) {
      throw new SpeccadeError(errors[0]!.code, errors[0]!.message, errors);
    }
    const { spec, recipeHash } = prepared.checked;
    const { kind } = prepared.checked.spec.recipe;
    const backend = backendFor(BACKENDS, kind);
    if (!backend) throw new SpeccadeError('E013', `no backend here makes recipe kind ${JSON.stringify(kind)} yet`);
    const key = keyOfRun(spec, recipeHash!, backend, context, stdlibOf(prepared.checked), inputsOf(prepared.checked));
    const hit = (await cache.peek(key)) !== null;
    const nearest = hit ? null : await cache.nearest(key.input);
    await cache.close();
    if (args.values.json === true) {
      printJson({ success: true, errors: [], warnings: [], result: { key: key.full, hit, nearest } }, io);
    } else if (hit) io.out.write(`${key.full}: hit\n`);
    else {
      io.out.write(`${key.full}: miss\n`);
      if (!nearest) io.out.write('the cache is empty\n');
      else {
        io.out.write(`nearest entry: ${nearest.key}${nearest.sourcePath ? ` (${nearest.sourcePath})` : ''}\n`);
        for (const difference of nearest.differences) io.out.write(`  ${JSON.stringify(difference)}\n`);
      }
    }
    return EXIT.ok;
  },
};
