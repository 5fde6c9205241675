import { watch } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { PipelineContext } from '@speccade/pipeline';
import type { Issue } from '@speccade/spec';
import { type Arguments, text } from '../args.ts';
import { CACHE_OPTIONS, cacheSettings, openSettings } from '../cache-options.ts';
import type { Command } from '../command.ts';
import { type FileJob, type FileResult, generateFile, prepareFile, reportsOf } from '../file-job.ts';
import { EXIT, type Io, painter } from '../io.ts';
import { issueJson } from '../issue-json.ts';
import { OutputError, writeOutputs } from '../output-files.ts';
import { durationText, printIssues, printJson, printPrints, sizeText } from '../print.ts';
import { resolveProfile } from '../profile.ts';
import { displayPath } from '../read-spec.ts';
import { REPORT_OPTIONS, reportFolder, writeReport } from '../report-options.ts';
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
import { watchLoop, watchModules } from '../watch.ts';

export const generateCommand: Command = {
  usage: {
    name: 'generate',
    summary: 'Make the assets of one spec.',
    positionals: '[SPEC]',
    maxPositionals: 1,
    options: {
      spec: SPEC_OPTION,
      'out-root': {
        type: 'string',
        short: 'o',
        value: '<dir>',
        description: 'output paths are below this folder (default .)',
      },
      'expand-variants': { type: 'boolean', description: "after the base, make each of the spec's variants" },
      budget: BUDGET_OPTION,
      ...SOURCE_OPTIONS,
      preview: PREVIEW_OPTION,
      ...SAMPLE_OPTIONS,
      profile: { type: 'boolean', description: 'put stage timings into the report; bypasses the cache' },
      watch: { type: 'boolean', short: 'w', description: 'stay, and generate again whenever the spec changes' },
      ...REPORT_OPTIONS,
      ...CACHE_OPTIONS,
    },
    details:
      'A report, <asset_id>.report.json, is written beside the spec. When anything fails, files that were there stay as they were.',
    examples: [
      ['speccade generate laser.json', 'write the outputs of laser.json below the current folder'],
      ['speccade generate laser.json -o build --expand-variants', 'with its variants, below build/'],
      ['speccade generate laser.json --budget zx-8bit --json', 'for an 8-bit target, as JSON for scripts'],
    ],
  },
  async run(args, io) {
    const file = resolve(io.cwd, specArgument(args));
    if (args.values.watch !== true) return generateOnce(args, io);
    return watchLoop(
      io,
      () => generateOnce(args, io),
      (changed) => {
        const name = basename(file);
        const watcher = watch(dirname(file), (_event, changedName) => {
          if (changedName === null || changedName === name) changed();
        });
        const modules = watchModules(sourceArguments(args, io).loadRoot, changed);
        return () => {
          watcher.close();
          modules?.close();
        };
      },
    );
  },
};

async function generateOnce(args: Arguments, io: Io): Promise<number> {
  const job: FileJob = {
    path: specArgument(args),
    cwd: io.cwd,
    ...sourceArguments(args, io),
    expandVariants: args.values['expand-variants'] === true,
  };
  const outRoot = resolve(io.cwd, text(args, 'out-root') ?? '.');
  const profile = resolveProfile(text(args, 'budget'), io.cwd);
  const cache = openSettings(cacheSettings(args, io), io);
  const context: PipelineContext = pipelineContext(args, io, profile, cache);
  const prepared = await prepareFile(job, context);
  let result = 'failed' in prepared ? prepared.failed : await generateFile(prepared, context);
  await cache?.close();
  // Until here Ctrl-C ends the process at once; from here on it waits until the files are whole.
  io.catchInterrupts();
  result = writeResult(result, outRoot);
  const { reports, warnings } = saveReports(result, args, io);
  result = { ...result, warnings: [...result.warnings, ...warnings] };
  if (args.values.json === true) printJson(envelope(result, outRoot, profile.name, reports, io), io);
  else printResult(result, io);
  return result.ok ? EXIT.ok : result.stage === 'generate' ? EXIT.failed : EXIT.invalid;
}

/** Writes the files of a result; a failure to write becomes the result's. */
function writeResult(result: FileResult, outRoot: string): FileResult {
  try {
    writeOutputs(outRoot, result.files);
    return result;
  } catch (error) {
    if (!(error instanceof OutputError)) throw error;
    const errors = [...result.errors, error.issue];
    const report = result.report && {
      ...result.report,
      ok: false,
      errors: [...result.report.errors, issueJson(error.issue)],
      outputs: [],
    };
    return { ...result, ok: false, stage: 'generate', errors, files: [], ...(report && { report }) };
  }
}

/** Writes the reports and returns their paths, `undefined` where that failed: a report that is lost is a warning. */
function saveReports(
  result: FileResult,
  args: Arguments,
  io: Io,
): { readonly reports: readonly (string | undefined)[]; readonly warnings: readonly Issue[] } {
  const folder = reportFolder(args, dirname(resolve(io.cwd, result.path)), io);
  if (folder === undefined) return { reports: [], warnings: [] };
  const warnings: Issue[] = [];
  const reports = reportsOf(result).map(({ name, report }) => {
    const path = join(folder, name);
    const warning = writeReport(path, report);
    if (warning) warnings.push(warning);
    return warning ? undefined : displayPath(path, io.cwd);
  });
  return { reports, warnings };
}

function envelope(
  result: FileResult,
  outRoot: string,
  budget: string,
  reports: readonly (string | undefined)[],
  io: Io,
): unknown {
  const { report } = result;
  const failedEarly = result.stage === 'load' || result.stage === 'validate';
  const generated = report && !failedEarly;
  return {
    success: result.ok,
    errors: result.errors.map(issueJson),
    warnings: result.warnings.map(issueJson),
    ...(generated && {
      result: {
        asset_id: report.asset_id,
        asset_type: report.asset_type,
        source_kind: report.source_kind,
        out_root: displayPath(outRoot, io.cwd) || '.',
        budget,
        ...(report.recipe_hash !== undefined && { recipe_hash: report.recipe_hash }),
        cache_hit: result.cacheHit,
        ...(report.cache && { cache_key: report.cache.key }),
        outputs: report.outputs,
        ...(reports[0] !== undefined && { report_path: reports[0] }),
        duration_ms: report.duration_ms,
        ...(report.stages && { stages: report.stages }),
        ...(result.variants.length > 0 && {
          variants: result.variants.map((variant, i) => ({
            variant_id: variant.id,
            success: variant.ok,
            spec_hash: variant.report.spec_hash,
            cache_hit: variant.cacheHit,
            outputs: variant.report.outputs,
            ...(reports[i + 1] !== undefined && { report_path: reports[i + 1] }),
            duration_ms: variant.report.duration_ms,
            ...(variant.issues.length > 0 && { error: variant.issues.map((issue) => issue.message).join('; ') }),
          })),
        }),
      },
    }),
    ...(report && report.spec_hash !== 'unknown' && { spec_hash: report.spec_hash }),
    ...(report?.source_hash !== undefined && { source_hash: report.source_hash }),
  };
}

function printResult(result: FileResult, io: Io): void {
  const issues: readonly Issue[] = [...result.errors, ...result.warnings];
  printPrints(result.prints, io);
  printIssues(issues, io);
  const paint = painter(io.out, io.env);
  const runs = [result.report, ...result.variants.map((variant) => variant.report)];
  if (!result.ok) return;
  for (const report of runs) {
    if (!report) continue;
    const from = report.cache?.hit ? 'cached' : durationText(report.duration_ms);
    const folder = report.variant_id === undefined ? '' : `variants/${report.variant_id}/`;
    for (const output of report.outputs) {
      const facts = paint('dim', `${sizeText(output.bytes ?? 0)}, ${from}`);
      io.out.write(`${paint('green', '✓')} ${folder}${output.path}  ${facts}\n`);
    }
    for (const { stage, duration_ms } of report.stages ?? [])
      io.out.write(`  ${stage}: ${durationText(duration_ms)}\n`);
  }
}
