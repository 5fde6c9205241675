import { resolve } from 'node:path';
import { type AudioMetrics, analyze } from '@speccade/audio/analysis';
import { SpeccadeError } from '@speccade/spec';
import { type Analysis, batchJson, csv, jsonLines, singleJson } from '../analysis-output.ts';
import { type Arguments, text, UsageError } from '../args.ts';
import type { Command } from '../command.ts';
import { findSounds } from '../find-sounds.ts';
import { EXIT } from '../io.ts';
import { writeFileAtomic } from '../output-files.ts';
import { printIssues, printJson, table } from '../print.ts';
import { readSound } from '../read-sound.ts';
import { displayPath } from '../read-spec.ts';

export const analyzeCommand: Command = {
  usage: {
    name: 'analyze',
    summary: 'Measure WAV files: levels, loudness, true peak, spectrum.',
    positionals: 'FILE...',
    maxPositionals: Number.POSITIVE_INFINITY,
    options: {
      input: { type: 'string', short: 'i', value: '<file>', description: 'the file to measure' },
      'input-dir': { type: 'string', value: '<dir>', description: 'measure every WAV file below' },
      output: { type: 'string', short: 'o', value: '<file>', description: 'write the results there' },
      'output-format': {
        type: 'string',
        value: '<format>',
        choices: ['json', 'jsonl', 'csv'],
        description: 'how results are written; json without it',
      },
    },
    details: 'Exit code 1 when a file cannot be measured. docs/analysis.md says what each number means.',
    examples: [
      ['speccade analyze build/laser.wav', 'a short table'],
      ['speccade analyze --input-dir build --output-format csv -o sounds.csv', 'every WAV file as a row'],
    ],
  },
  run(args, io) {
    const files = filesOf(args, io.cwd);
    const format = text(args, 'output-format');
    const output = text(args, 'output');
    const json = args.values.json === true;
    if (json && output === undefined && format !== undefined && format !== 'json') {
      throw new UsageError(`--json prints JSON; leave it out, or give --output for the ${format}`);
    }
    const results = files.map((file) => analysisOf(file, io.cwd));
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
      if (results.length === 0) io.err.write('there are no WAV files\n');
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
  return [...named, ...(folder === undefined ? [] : findSounds(folder, cwd))];
}

function analysisOf(file: string, cwd: string): Analysis {
  try {
    const { path, hash, wav } = readSound(file, cwd);
    return { input: path, success: true, asset_type: 'audio', input_hash: hash, metrics: analyze(wav) };
  } catch (error) {
    if (!(error instanceof SpeccadeError)) throw error;
    return { input: displayPath(resolve(cwd, file), cwd), success: false, error: error.issues[0]! };
  }
}

type Measured = Extract<Analysis, { success: true }>;

function fileText({ input, metrics }: Measured): string {
  const { format, quality, spectral, temporal, loops } = metrics;
  const each = (values: readonly number[] | undefined, digits: number) =>
    values === undefined ? '' : `(channels ${values.map((value) => value.toFixed(digits)).join(', ')})`;
  const kind = format.sample_format === 'float' ? 'bit float' : 'bit';
  const channels = `${format.channels} ${format.channels === 1 ? 'channel' : 'channels'}`;
  return table([
    ['file', input],
    ['format', `${format.sample_rate} Hz, ${channels}, ${format.bits_per_sample} ${kind}`],
    ['duration', `${format.duration_ms.toFixed(1)} ms (${format.num_samples} samples)`],
    ['peak', `${quality.peak_db.toFixed(2)} dBFS ${each(quality.channel_peak_db, 2)}`],
    ['true peak', withUnit(quality.true_peak_db, 'dBTP')],
    ['RMS', `${quality.rms_db.toFixed(2)} dBFS ${each(quality.channel_rms_db, 2)}`],
    ['loudness', withUnit(quality.lufs_integrated, 'LUFS')],
    ['DC offset', `${quality.dc_offset.toFixed(5)} ${each(quality.channel_dc_offset, 5)}`],
    ['clipping', quality.clipping_detected ? 'yes' : 'no'],
    ['silence', `${(100 * quality.silence_ratio).toFixed(1)} %`],
    ['centroid', `${spectral.centroid_hz.toFixed(0)} Hz`],
    ['strongest', `${spectral.dominant_frequency_hz.toFixed(1)} Hz`],
    ['attack', `${temporal.attack_ms.toFixed(1)} ms`],
    ['crossings', `${temporal.zero_crossing_rate.toFixed(4)} per sample`],
    ...(loops ?? []).map(({ start, end }) => ['loop', `${start} to ${end}`]),
  ]);
}

function withUnit(value: number | undefined, unit: string): string {
  return value === undefined ? '-' : `${value.toFixed(2)} ${unit}`;
}

const LIST_HEAD = ['file', 'seconds', 'Hz', 'channels', 'peak dB', 'true peak', 'RMS dB', 'LUFS', 'centroid Hz'];

function listText(measured: readonly Measured[]): string {
  const row = (input: string, { format, quality, spectral }: AudioMetrics): string[] => [
    input,
    (format.duration_ms / 1000).toFixed(3),
    String(format.sample_rate),
    String(format.channels),
    quality.peak_db.toFixed(2),
    quality.true_peak_db?.toFixed(2) ?? '-',
    quality.rms_db.toFixed(2),
    quality.lufs_integrated?.toFixed(2) ?? '-',
    spectral.centroid_hz.toFixed(0),
  ];
  const rows = [LIST_HEAD, ...measured.map(({ input, metrics }) => row(input, metrics))];
  return table(rows, [1, 2, 3, 4, 5, 6, 7, 8]);
}
