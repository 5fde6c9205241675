import { resolve } from 'node:path';
import { type AudioMetrics, analyze } from '@speccade/audio/analysis';
import { SpeccadeError } from '@speccade/spec';
import { analyzePicture } from '@speccade/texture/analysis';
import { type Analysis, batchJson, csv, jsonLines, singleJson } from '../analysis-output.ts';
import { type Arguments, text, UsageError } from '../args.ts';
import type { Command } from '../command.ts';
import { findAssets } from '../find-assets.ts';
import { EXIT } from '../io.ts';
import { writeFileAtomic } from '../output-files.ts';
import { printIssues, printJson, table } from '../print.ts';
import { readAsset } from '../read-asset.ts';
import { displayPath } from '../read-spec.ts';

export const analyzeCommand: Command = {
  usage: {
    name: 'analyze',
    summary: 'Measure WAV files (levels, loudness, spectrum) and PNG files (histogram, contrast, tiling).',
    positionals: 'FILE...',
    maxPositionals: Number.POSITIVE_INFINITY,
    options: {
      input: { type: 'string', short: 'i', value: '<file>', description: 'the file to measure' },
      'input-dir': { type: 'string', value: '<dir>', description: 'measure every WAV and PNG file below' },
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
      ['speccade analyze --input-dir build --output-format csv -o sounds.csv', 'every file as a row'],
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
      if (results.length === 0) io.err.write('there are no WAV or PNG files\n');
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

function analysisOf(file: string, cwd: string): Analysis {
  try {
    const asset = readAsset(file, cwd);
    const common = { input: asset.path, success: true, input_hash: asset.hash } as const;
    if (asset.type === 'audio') return { ...common, asset_type: 'audio', metrics: analyze(asset.wav) };
    return { ...common, asset_type: 'texture', metrics: analyzePicture(asset.picture) };
  } catch (error) {
    if (!(error instanceof SpeccadeError)) throw error;
    return { input: displayPath(resolve(cwd, file), cwd), success: false, error: error.issues[0]! };
  }
}

type Measured = Extract<Analysis, { success: true }>;
type Sound = Extract<Measured, { asset_type: 'audio' }>;
type Texture = Extract<Measured, { asset_type: 'texture' }>;

function fileText(measured: Measured): string {
  return measured.asset_type === 'audio' ? soundText(measured) : textureText(measured);
}

function textureText({ input, metrics }: Texture): string {
  const { format, histogram, contrast, tiling } = metrics;
  const channels = Object.entries(histogram).map(([name, { mean, stddev, min, max }]) => {
    const label = format.channels < 3 && name === 'red' ? 'gray' : name;
    return [label, `mean ${mean.toFixed(2)}, deviation ${stddev.toFixed(2)}, ${min.toFixed(0)} to ${max.toFixed(0)}`];
  });
  return table([
    ['file', input],
    ['format', `${format.width} x ${format.height}, ${format.color_type}, ${format.bit_depth} bit`],
    ...channels,
    ['contrast', `ratio ${contrast.contrast_ratio.toFixed(2)}, RMS ${contrast.rms_contrast.toFixed(3)}`],
    ['tiling', `score ${tiling.score.toFixed(3)} (seams ${tiling.seam_x.toFixed(2)}, ${tiling.seam_y.toFixed(2)})`],
  ]);
}

function soundText({ input, metrics }: Sound): string {
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

const TEXTURE_HEAD = ['file', 'size', 'type', 'bits', 'red', 'green', 'blue', 'alpha', 'contrast', 'tiling'];

/** A table of the sounds, and one of the pictures. */
function listText(measured: readonly Measured[]): string {
  const sounds = measured.filter((each): each is Sound => each.asset_type === 'audio');
  const textures = measured.filter((each): each is Texture => each.asset_type === 'texture');
  const parts = [
    ...(sounds.length > 0 ? [soundList(sounds)] : []),
    ...(textures.length > 0 ? [textureList(textures)] : []),
  ];
  return parts.join('\n');
}

function textureList(measured: readonly Texture[]): string {
  const mean = (channel: { readonly mean: number } | undefined) => channel?.mean.toFixed(1) ?? '-';
  const rows = measured.map(({ input, metrics: { format, histogram, contrast, tiling } }) => [
    input,
    `${format.width}x${format.height}`,
    format.color_type,
    String(format.bit_depth),
    mean(histogram.red),
    mean(histogram.green),
    mean(histogram.blue),
    mean(histogram.alpha),
    contrast.rms_contrast.toFixed(3),
    tiling.score.toFixed(3),
  ]);
  return table([TEXTURE_HEAD, ...rows], [1, 3, 4, 5, 6, 7, 8, 9]);
}

function soundList(measured: readonly Sound[]): string {
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
