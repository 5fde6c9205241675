import { basename, extname, resolve } from 'node:path';
import { generate, inspect } from '@speccade/pipeline';
import { type Artifact, SpeccadeError } from '@speccade/spec';
import { text } from '../args.ts';
import type { Command } from '../command.ts';
import { prepareFile } from '../file-job.ts';
import { EXIT } from '../io.ts';
import { issueJson } from '../issue-json.ts';
import { writeOutputs } from '../output-files.ts';
import { printIssues, printJson, table } from '../print.ts';
import { resolveProfile } from '../profile.ts';
import { displayPath } from '../read-spec.ts';
import {
  BUDGET_OPTION,
  pipelineContext,
  SOURCE_OPTIONS,
  SPEC_OPTION,
  sourceArguments,
  specArgument,
} from '../spec-options.ts';

/** Where the plain song of a compose song goes, below the folder of results. */
const EXPANDED_PARAMS = 'expanded_params.json';

export const inspectCommand: Command = {
  usage: {
    name: 'inspect',
    summary: 'Show what a spec comes to, and write the intermediate results of its recipe.',
    positionals: '[SPEC]',
    maxPositionals: 1,
    options: {
      spec: SPEC_OPTION,
      'out-dir': { type: 'string', short: 'o', value: '<dir>', description: 'where intermediate results go' },
      budget: BUDGET_OPTION,
      ...SOURCE_OPTIONS,
    },
    details: `With --out-dir, writes intermediates/<id>.png for every node of a texture graph, expanded_params.json for a compose
song, and the outputs beside them.
Kinds without intermediate results, such as audio_v1, give an empty list.`,
    examples: [
      ['speccade inspect laser.json', 'identity, hashes and cost'],
      ['speccade inspect stone.json -o look', 'a picture of every node of the graph'],
    ],
  },
  async run(args, io) {
    const started = performance.now();
    const outDir = text(args, 'out-dir');
    const profile = resolveProfile(text(args, 'budget'), io.cwd);
    const context = pipelineContext(args, io, profile, undefined);
    const job = { path: specArgument(args), cwd: io.cwd, ...sourceArguments(args, io), expandVariants: false };
    const prepared = await prepareFile(job, context);
    const json = args.values.json === true;
    const errors = 'failed' in prepared ? prepared.failed.errors : prepared.checked.errors;
    const warnings = 'failed' in prepared ? [] : prepared.checked.warnings;
    const envelope = { success: errors.length === 0, errors: errors.map(issueJson), warnings: warnings.map(issueJson) };
    if ('failed' in prepared || !prepared.checked.spec) {
      if (json) printJson(envelope, io);
      else printIssues(errors, io);
      return EXIT.invalid;
    }
    const { spec, specHash, recipeHash, estimate, loaded } = prepared.checked;
    const inspected = await inspect(prepared.checked, context);
    const generated = outDir === undefined ? undefined : await generate(prepared.checked, context);
    const issues = [...inspected.issues, ...(generated?.issues ?? [])];
    if (spec.recipe && issues.length > 0) throw new SpeccadeError(issues[0]!.code, issues[0]!.message, issues);
    if (outDir !== undefined) {
      writeOutputs(resolve(io.cwd, outDir), [...inspected.artifacts, ...(generated?.files ?? [])]);
    }
    const result = {
      asset_id: spec.asset_id,
      asset_type: spec.asset_type,
      source_kind: loaded.source.kind,
      recipe_kind: spec.recipe?.kind,
      ...(outDir !== undefined && { out_dir: displayPath(resolve(io.cwd, outDir), io.cwd) }),
      estimated_cost: estimate,
      intermediates: inspected.artifacts.filter(({ path }) => path !== EXPANDED_PARAMS).map(shown),
      ...(inspected.artifacts.some(({ path }) => path === EXPANDED_PARAMS) && {
        expanded_params_path: EXPANDED_PARAMS,
      }),
      final_outputs: (generated?.artifacts ?? []).map(shown),
      duration_ms: Math.round(performance.now() - started),
    };
    if (json) printJson({ ...envelope, result, spec_hash: specHash, source_hash: loaded.sourceHash }, io);
    else {
      printIssues(warnings, io);
      const rows = {
        asset: spec.asset_id,
        kind: spec.recipe?.kind ?? '-',
        spec_hash: specHash ?? '-',
        recipe_hash: recipeHash ?? '-',
        cost: String(estimate),
      };
      io.out.write(table(Object.entries(rows)));
      const { length } = inspected.artifacts;
      if (length === 0) io.out.write(`${spec.recipe?.kind ?? 'the spec'} has no intermediate results\n`);
      else if (outDir === undefined) io.out.write(`${length} intermediate results; --out-dir writes them\n`);
      else
        for (const { path } of inspected.artifacts)
          io.out.write(`${displayPath(resolve(io.cwd, outDir, path), io.cwd)}\n`);
    }
    return EXIT.ok;
  },
};

/** The id of an intermediate result is the name of its file. */
function shown({ path, format, hash }: Artifact): object {
  return { id: basename(path, extname(path)), format, path, hash };
}
