import { readFileSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { analyze } from '@speccade/audio/analysis';
import { blake3Hex, SpeccadeError } from '@speccade/spec';
import { analyzePicture } from '@speccade/texture/analysis';
import { moduleFacts } from '@speccade/tracker-xm-it/read';
import { type Analysis, batchJson, csv, jsonLines, singleJson } from '../analysis-output.ts';
import { fileText, listText } from '../analysis-text.ts';
import { type Arguments, text, UsageError } from '../args.ts';
import type { Command } from '../command.ts';
import { findAssets } from '../find-assets.ts';
import { EXIT, type Io } from '../io.ts';
import { songMetrics } from '../music/analyze-song.ts';
import { moduleOfSpec } from '../music/module-of-spec.ts';
import { FORMAT_OPTION, readSong } from '../music/read-song.ts';
import { writeFileAtomic } from '../output-files.ts';
import { printIssues, printJson } from '../print.ts';
import { readAsset } from '../read-asset.ts';
import { displayPath, isScriptName } from '../read-spec.ts';
import { BUDGET_OPTION, SOURCE_OPTIONS } from '../spec-options.ts';

export const analyzeCommand: Command = {
  usage: {
    name: 'analyze',
    summary: 'Measure sounds (WAV), pictures (PNG) and songs (XM, IT, or the spec of one).',
    positionals: 'FILE...',
    maxPositionals: Number.POSITIVE_INFINITY,
    options: {
      input: { type: 'string', short: 'i', value: '<file>', description: 'the file to measure' },
      'input-dir': { type: 'string', value: '<dir>', description: 'measure every WAV, PNG, XM and IT file below' },
      output: { type: 'string', short: 'o', value: '<file>', description: 'write the results there' },
      'output-format': {
        type: 'string',
        value: '<format>',
        choices: ['json', 'jsonl', 'csv'],
        description: 'how results are written; json without it',
      },
      format: FORMAT_OPTION,
      budget: BUDGET_OPTION,
      ...SOURCE_OPTIONS,
    },
    details: `Of a song: its length, channels, notes, what is unused or out of range, and the loudness and clipping of its render.
Specs of songs are made first. Exit code 1 when a file cannot be measured. docs/analysis.md says what each number means.`,
    examples: [
      ['speccade analyze build/laser.wav', 'a short table'],
      ['speccade analyze song.xm', 'what is in a module, and how loud it is'],
      ['speccade analyze --input-dir build --output-format csv -o sounds.csv', 'every file as a row'],
    ],
  },
  async run(args, io) {
    const files = filesOf(args, io.cwd);
    const format = text(args, 'output-format');
    const output = text(args, 'output');
    const json = args.values.json === true;
    if (json && output === undefined && format !== undefined && format !== 'json') {
      throw new UsageError(`--json prints JSON; leave it out, or give --output for the ${format}`);
    }
    const results: Analysis[] = [];
    for (const file of files) results.push(await analysisOf(file, args, io));
    const isBatch = results.length !== 1 || args.values['input-dir'] !== undefined;
    const document = isBatch ? batchJson(results) : singleJson(results[0]!);
    const rendered =
      format === 'csv'
        ? csv(results)
        : format === 'jsonl'
          ? jsonLines(results)
          : `${JSON.stringify(document, null, 2)}\n`;
    if (output !== undefined) writeFileAtomic(resolve(io.cwd, output), rendered);
    if (json) printJson(document, io);
    else if (output === undefined && format !== undefined) io.out.write(rendered);
    else {
      const measured = results.filter((result) => result.success);
      if (measured.length > 0) io.out.write(isBatch ? listText(measured) : fileText(measured[0]!));
      if (results.length === 0) io.err.write('there are no WAV, PNG, XM or IT files\n');
      printIssues(
        results.flatMap((result) => (result.success ? [] : [result.error])),
        io,
      );
    }
    return results.every(({ success }) => success) ? EXIT.ok : EXIT.invalid;
  },
};

function filesOf(args: Arguments, cwd: string): string[] {
  const input = text(args, 'input');
  const folder = text(args, 'input-dir');
  const named = [...(input === undefined ? [] : [input]), ...args.positionals];
  if (named.length === 0 && folder === undefined) throw new UsageError('no file is given');
  return [...named, ...(folder === undefined ? [] : findAssets(folder, cwd))];
}

async function analysisOf(file: string, args: Arguments, io: Io): Promise<Analysis> {
  try {
    if (isSpecName(file)) return await songSpecAnalysis(file, args, io);
    const asset = readAsset(file, io.cwd);
    const common = { input: asset.path, success: true, input_hash: asset.hash } as const;
    if (asset.type === 'audio') return { ...common, asset_type: 'audio', metrics: analyze(asset.wav) };
    if (asset.type === 'texture') return { ...common, asset_type: 'texture', metrics: analyzePicture(asset.picture) };
    return { ...common, asset_type: 'music', metrics: await songMetrics(moduleFacts(asset.module), asset.bytes) };
  } catch (error) {
    if (!(error instanceof SpeccadeError)) throw error;
    const input = displayPath(resolve(io.cwd, file), io.cwd);
    const { code, message } = error;
    const issue = error.issues[0] ?? { code, severity: 'error', path: '', message, file: input };
    return { input, success: false, error: issue };
  }
}

const isSpecName = (name: string): boolean => extname(name).toLowerCase() === '.json' || isScriptName(name);

async function songSpecAnalysis(path: string, args: Arguments, io: Io): Promise<Analysis> {
  const { spec, context } = await readSong(path, args, io);
  const { factsOfSong } = await import('@speccade/tracker-xm-it/export');
  const facts = factsOfSong(spec, context, text(args, 'format') as 'xm' | 'it' | undefined);
  const { bytes } = await moduleOfSpec(path, args, io);
  const file = resolve(io.cwd, path);
  return {
    input: displayPath(file, io.cwd),
    success: true,
    input_hash: blake3Hex(readFileSync(file)),
    asset_type: 'music',
    metrics: await songMetrics(facts, bytes),
  };
}
