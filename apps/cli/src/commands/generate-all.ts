import { watch } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join, relative, resolve, sep } from 'node:path';
import type { Issue } from '@speccade/spec';
import { type Arguments, positiveNumber, text, UsageError, wholeNumber } from '../args.ts';
import { type BatchItem, type BatchSettings, FROZEN_MISS, runBatch } from '../batch.ts';
import { CACHE_OPTIONS, cacheSettings } from '../cache-options.ts';
import { markOnOwnThread } from '../collector.ts';
import type { Command } from '../command.ts';
import { discoverSpecs, isSpecName, searchRoot } from '../discover.ts';
import { EXIT, type Io, painter } from '../io.ts';
import { issueJson } from '../issue-json.ts';
import { OutputError, writeFileAtomic } from '../output-files.ts';
import { durationText, printIssues, printJson, sizeText, table } from '../print.ts';
import { resolveProfile } from '../profile.ts';
import {
  BUDGET_OPTION,
  PREVIEW_OPTION,
  SAMPLE_OPTIONS,
  SOURCE_OPTIONS,
  sampleArguments,
  sourceArguments,
} from '../spec-options.ts';
import { watchLoop, watchModules } from '../watch.ts';

export const generateAllCommand: Command = {
  usage: {
    name: 'generate-all',
    summary: 'Make the assets of all specs in a folder, or of those that a glob names.',
    positionals: '[DIR|GLOB]',
    maxPositionals: 1,
    options: {
      'spec-dir': {
        type: 'string',
        short: 's',
        value: '<dir>',
        description: 'folder or glob of specs (default ./specs)',
      },
      'out-root': { type: 'string', short: 'o', value: '<dir>', description: 'output root (default ./test-outputs)' },
      layout: {
        type: 'string',
        value: '<layout>',
        choices: ['flat', 'by-spec'],
        description: 'flat: output paths below the root; by-spec: below <root>/<spec path>/ (default flat)',
      },
      jobs: { type: 'string', short: 'j', value: '<n>', description: 'threads that work (default: one for each core)' },
      force: { type: 'boolean', short: 'f', description: 'generate also what is up to date' },
      shard: { type: 'string', value: '<i/n>', description: 'only the i-th of n parts of the specs, i from 1' },
      'expand-variants': { type: 'boolean', description: "make each spec's variants too" },
      table: { type: 'boolean', description: 'print a line for each asset' },
      budget: BUDGET_OPTION,
      ...SOURCE_OPTIONS,
      preview: PREVIEW_OPTION,
      ...SAMPLE_OPTIONS,
      watch: { type: 'boolean', short: 'w', description: 'stay, and generate again whenever a spec changes' },
      verbose: { type: 'boolean', short: 'v', description: 'print warnings and what is up to date' },
      ...CACHE_OPTIONS,
    },
    details:
      'Goes on after failures and tells them at the end. Writes generation_summary.json into the output root.\nUp-to-date specs are skipped; results come from the cache where it has them.',
    examples: [
      ['speccade generate-all assets -o build', 'every spec below assets/'],
      ["speccade generate-all 'assets/sfx/**/*.json' -o build --layout by-spec", 'a folder of its own for each spec'],
      ['speccade generate-all assets -o build --shard 2/4', 'the second of four machines'],
    ],
  },
  async run(args, io) {
    markOnOwnThread();
    const where = specFolder(args);
    if (args.values.watch !== true) return generateAll(where, args, io);
    return watchLoop(
      io,
      () => generateAll(where, args, io),
      (changed) => {
        const { root } = searchRoot(where, io.cwd);
        const outRoot = outRootOf(args, io);
        const watcher = watch(root, { recursive: true }, (_event, name) => {
          const file = name === null ? root : resolve(root, name);
          // What a run writes itself is no reason for another one.
          const hidden = relative(root, file)
            .split(sep)
            .some((part) => part.startsWith('.'));
          const ours = hidden || (file.startsWith(outRoot + sep) && !root.startsWith(outRoot));
          if (!ours && (name === null || isSpecName(basename(file)))) changed();
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

function specFolder(args: Arguments): string {
  const named = text(args, 'spec-dir');
  const [positional] = args.positionals;
  if (named !== undefined && positional !== undefined) throw new UsageError('two spec folders are given');
  return named ?? positional ?? './specs';
}

async function generateAll(where: string, args: Arguments, io: Io): Promise<number> {
  const started = performance.now();
  io.catchInterrupts();
  const outRoot = outRootOf(args, io);
  const json = args.values.json === true;
  const settings: BatchSettings = {
    outRoot,
    layout: (text(args, 'layout') ?? 'flat') as BatchSettings['layout'],
    jobs: wholeNumber(args, 'jobs', 1) ?? availableParallelism(),
    force: args.values.force === true,
    expandVariants: args.values['expand-variants'] === true,
    profile: resolveProfile(text(args, 'budget'), io.cwd),
    ...sourceArguments(args, io),
    previewSeconds: positiveNumber(args, 'preview'),
    ...sampleArguments(args),
    cache: cacheSettings(args, io),
    shard: shardOf(args),
    quiet: json,
  };
  const { specs, issues } = await discoverSpecs(where, io.cwd, outRoot);
  const items = await runBatch(specs, settings, io);
  if (io.signal.aborted) return EXIT.interrupted;
  const summary = summarize(items, performance.now() - started);
  const problems = [...issues, ...saveSummary(summary, settings)];
  const success = summary.failed === 0 && problems.length === 0;
  if (json) {
    const errors = [...items.flatMap((item) => item.errors), ...problems].map(issueJson);
    const warnings = items.flatMap((item) => item.warnings).map(issueJson);
    printJson({ success, errors, warnings, result: summary }, io);
  } else {
    print(items, summary, args, io);
    printIssues(problems, io);
  }
  if (items.some((item) => item.errors.some(({ code }) => code === FROZEN_MISS))) return EXIT.frozenMiss;
  return success ? EXIT.ok : EXIT.invalid;
}

function outRootOf(args: Arguments, io: Io): string {
  return resolve(io.cwd, text(args, 'out-root') ?? './test-outputs');
}

/** Writes the summary into the output root, one for each shard; what goes wrong is told after everything else. */
function saveSummary(summary: Summary, { outRoot, shard }: BatchSettings): readonly Issue[] {
  const part = shard.count === 1 ? '' : `.${shard.index}-of-${shard.count}`;
  const text = JSON.stringify({ timestamp: new Date().toISOString(), ...summary }, null, 2);
  try {
    writeFileAtomic(join(outRoot, `generation_summary${part}.json`), `${text}\n`);
    return [];
  } catch (error) {
    if (error instanceof OutputError) return error.issues;
    throw error;
  }
}

function shardOf(args: Arguments): { readonly index: number; readonly count: number } {
  const value = text(args, 'shard');
  if (value === undefined) return { index: 1, count: 1 };
  const match = /^(\d+)\/(\d+)$/.exec(value);
  const [index, count] = [Number(match?.[1]), Number(match?.[2])];
  if (!(index >= 1 && index <= count))
    throw new UsageError(`--shard must be i/n with 1 <= i <= n, found ${JSON.stringify(value)}`);
  return { index, count };
}

interface Summary {
  readonly total_specs: number;
  readonly successful: number;
  readonly failed: number;
  /** Up to date. */
  readonly fresh_skipped: number;
  readonly cached: number;
  readonly runtime_seconds: number;
  readonly by_asset_type: Readonly<
    Record<string, { readonly total: number; readonly successful: number; readonly failed: number }>
  >;
  readonly specs: readonly unknown[];
}

function summarize(items: readonly BatchItem[], ms: number): Summary {
  const byType: Record<string, { total: number; successful: number; failed: number }> = {};
  for (const item of items) {
    const row = (byType[item.assetType ?? 'unknown'] ??= { total: 0, successful: 0, failed: 0 });
    row.total++;
    if (item.status === 'failed') row.failed++;
    else row.successful++;
  }
  const count = (status: BatchItem['status']): number => items.filter((item) => item.status === status).length;
  return {
    total_specs: items.length,
    successful: items.length - count('failed'),
    failed: count('failed'),
    fresh_skipped: count('fresh'),
    cached: count('cached'),
    runtime_seconds: Math.round(ms) / 1000,
    by_asset_type: byType,
    specs: items.map((item) => ({
      spec: item.name,
      success: item.status !== 'failed',
      status: item.status,
      ...(item.assetId !== undefined && { asset_id: item.assetId }),
      ...(item.assetType !== undefined && { asset_type: item.assetType }),
      outputs: item.outputs,
      duration_ms: Math.round(item.ms * 1000) / 1000,
      ...(item.errors.length > 0 && { errors: item.errors.map(issueJson) }),
    })),
  };
}

function print(items: readonly BatchItem[], summary: Summary, args: Arguments, io: Io): void {
  const failed = items.filter((item) => item.status === 'failed');
  for (const item of failed) printIssues(item.errors, io);
  if (args.values.verbose === true) for (const item of items) printIssues(item.warnings, io);
  if (args.values.table === true) io.out.write(assetTable(items));
  else if (args.values.verbose === true)
    for (const item of items) io.out.write(`${item.status.padEnd(9)} ${item.name}\n`);
  const paint = painter(io.out, io.env);
  const made = items.length - summary.failed - summary.fresh_skipped - summary.cached;
  const parts = [
    `${made} generated`,
    summary.cached > 0 && `${summary.cached} from the cache`,
    summary.fresh_skipped > 0 && `${summary.fresh_skipped} up to date`,
    summary.failed > 0 && paint('red', `${summary.failed} failed`),
  ].filter(Boolean);
  io.out.write(`${items.length} specs in ${durationText(summary.runtime_seconds * 1000)}: ${parts.join(', ')}\n`);
}

function assetTable(items: readonly BatchItem[]): string {
  const rows = items.map((item) => {
    const bytes = item.outputs.reduce((sum, output) => sum + (output.bytes ?? 0), 0);
    const hash = item.outputs.find((output) => output.kind === 'primary')?.hash ?? '';
    const time = item.status === 'fresh' ? '-' : durationText(item.ms);
    const size = item.status === 'failed' ? '-' : sizeText(bytes);
    return [item.assetId ?? item.name, String(item.outputs.length), size, hash.slice(0, 16), time, item.status];
  });
  return table([['asset', 'files', 'bytes', 'BLAKE3', 'time', 'status'], ...rows], [1, 2, 4]);
}
