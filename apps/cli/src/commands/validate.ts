import { dirname, join, resolve } from 'node:path';
import { buildReport, type CheckedDocument, type PipelineContext } from '@speccade/pipeline';
import type { Issue, Report } from '@speccade/spec';
import { type Arguments, text } from '../args.ts';
import type { Command } from '../command.ts';
import { prepareFile, reportsOf } from '../file-job.ts';
import { EXIT, type Io, painter } from '../io.ts';
import { issueJson } from '../issue-json.ts';
import { grouped, printIssues, printJson, printPrints } from '../print.ts';
import { resolveProfile } from '../profile.ts';
import { displayPath } from '../read-spec.ts';
import { REPORT_OPTIONS, reportFolder, writeReport } from '../report-options.ts';
import {
  BUDGET_OPTION,
  pipelineContext,
  SOURCE_OPTIONS,
  SPEC_OPTION,
  sourceArguments,
  specArgument,
} from '../spec-options.ts';

export const validateCommand: Command = {
  usage: {
    name: 'validate',
    summary: 'Check a spec and hold it against a budget, without making anything.',
    positionals: '[SPEC]',
    maxPositionals: 1,
    options: {
      spec: SPEC_OPTION,
      artifacts: { type: 'boolean', description: 'also check what only generation needs: a recipe of a known kind' },
      budget: BUDGET_OPTION,
      ...SOURCE_OPTIONS,
      ...REPORT_OPTIONS,
    },
    details: 'A report, <asset_id>.report.json, is written beside the spec.',
    examples: [
      ['speccade validate laser.json', 'all findings at once, with line and column'],
      ['speccade validate laser.json --budget strict --json', 'as JSON, with the estimated cost'],
    ],
  },
  async run(args, io) {
    const started = performance.now();
    const profile = resolveProfile(text(args, 'budget'), io.cwd);
    const context = pipelineContext(args, io, profile, undefined);
    const job = { path: specArgument(args), cwd: io.cwd, ...sourceArguments(args, io), expandVariants: false };
    const prepared = await prepareFile(job, context, args.values.artifacts === true);
    if ('failed' in prepared) {
      const { errors, prints } = prepared.failed;
      if (args.values.json === true) printJson({ success: false, errors: errors.map(issueJson), warnings: [] }, io);
      else {
        printPrints(prints, io);
        printIssues(errors, io);
      }
      return EXIT.invalid;
    }
    const { checked } = prepared;
    const report = reportOf(checked, context, performance.now() - started);
    const saved = save(report, args, job.path, io);
    const warnings = [...checked.warnings, ...(saved.warning ? [saved.warning] : [])];
    if (args.values.json === true) printJson(envelope({ ...checked, warnings }, report, profile.name, saved.path), io);
    else print({ ...checked, warnings }, report, io);
    return checked.ok ? EXIT.ok : EXIT.invalid;
  },
};

function reportOf(checked: CheckedDocument, context: PipelineContext, durationMs: number): Report {
  const { name, version } = context.tool;
  const backendVersion = `${name} v${version}`;
  return buildReport(
    { checked, ok: checked.ok, errors: checked.errors, outputs: [], durationMs, backendVersion },
    context,
  );
}

function save(
  report: Report,
  args: Arguments,
  spec: string,
  io: Io,
): { readonly path?: string; readonly warning?: Issue } {
  const folder = reportFolder(args, dirname(resolve(io.cwd, spec)), io);
  if (folder === undefined) return {};
  const { name } = reportsOf({ report, variants: [] })[0]!;
  const path = join(folder, name);
  const warning = writeReport(path, report);
  return warning ? { warning } : { path: displayPath(path, io.cwd) };
}

function envelope(checked: CheckedDocument, report: Report, budget: string, reportPath: string | undefined): unknown {
  return {
    success: checked.ok,
    errors: checked.errors.map(issueJson),
    warnings: checked.warnings.map(issueJson),
    result: {
      asset_id: report.asset_id,
      asset_type: report.asset_type,
      source_kind: report.source_kind,
      budget,
      ...(report.recipe_hash !== undefined && { recipe_hash: report.recipe_hash }),
      ...(checked.estimate !== undefined && { estimated_cost: checked.estimate }),
      ...(reportPath !== undefined && { report_path: reportPath }),
      duration_ms: report.duration_ms,
    },
    ...(checked.specHash !== undefined && { spec_hash: checked.specHash }),
    source_hash: checked.loaded.sourceHash,
  };
}

function print(checked: CheckedDocument, report: Report, io: Io): void {
  printPrints(checked.loaded.prints, io);
  printIssues([...checked.errors, ...checked.warnings], io);
  if (!checked.ok) return;
  const paint = painter(io.out, io.env);
  const cost = checked.estimate === undefined ? '' : `  ${paint('dim', `cost ${grouped(checked.estimate)}`)}`;
  io.out.write(`${paint('green', '✓')} ${report.asset_id} is valid${cost}\n`);
}
