import { type AudioComparison, compareWavs, type Wav } from '@speccade/audio/analysis';
import { SpeccadeError } from '@speccade/spec';
import { comparePictures, type TextureComparison } from '@speccade/texture/analysis';
import { ModuleError } from '@speccade/tracker-xm-it/read';
import { type Arguments, text, UsageError } from '../args.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../io.ts';
import { renderedWav } from '../music/analyze-song.ts';
import { printJson, table } from '../print.ts';
import { type Asset, readAsset } from '../read-asset.ts';

export const compareCommand: Command = {
  usage: {
    name: 'compare',
    summary: 'Say how far two sounds, two pictures or two songs are from each other.',
    positionals: '[A B]',
    maxPositionals: 2,
    options: {
      a: { type: 'string', short: 'a', value: '<file>', description: 'the first file' },
      b: { type: 'string', short: 'b', value: '<file>', description: 'the second file' },
    },
    details: `Of songs (XM, IT) the renders are compared, as sounds. Differences are those of the second file from the first.
Exit code 0 however large they are. docs/analysis.md says what each number means.`,
    examples: [['speccade compare old/laser.wav build/laser.wav', 'what a change to a spec did to its sound']],
  },
  async run(args, io) {
    const [pathA, pathB] = pair(args);
    const a = readAsset(pathA, io.cwd);
    const b = readAsset(pathB, io.cwd);
    const result = {
      path_a: a.path,
      path_b: b.path,
      asset_type: a.type,
      hash_a: a.hash,
      hash_b: b.hash,
      identical: a.hash === b.hash,
      metrics: await metricsOf(a, b),
    };
    if (args.values.json === true) printJson({ success: true, errors: [], warnings: [], result }, io);
    else io.out.write(comparisonText(result));
    return EXIT.ok;
  },
};

async function metricsOf(a: Asset, b: Asset): Promise<AudioComparison | TextureComparison> {
  if (a.type === 'audio' && b.type === 'audio') return compareWavs(a.wav, b.wav);
  if (a.type === 'texture' && b.type === 'texture') return comparePictures(a.picture, b.picture);
  if (a.type === 'music' && b.type === 'music') return compareWavs(await renderedOf(a), await renderedOf(b));
  throw new UsageError(`${NAMES[a.type]} and ${NAMES[b.type]} cannot be compared`);
}

const NAMES: Readonly<Record<Asset['type'], string>> = { audio: 'a sound', texture: 'a picture', music: 'a song' };

async function renderedOf({ bytes, path }: Asset & { readonly type: 'music' }): Promise<Wav> {
  try {
    return await renderedWav(bytes);
  } catch (error) {
    if (!(error instanceof ModuleError)) throw error;
    const { code, message } = error;
    throw new SpeccadeError(code, message, [{ code, severity: 'error', path: '', message, file: path }]);
  }
}

function pair(args: Arguments): [string, string] {
  // Options first; positional arguments take the places that remain.
  const rest = [...args.positionals];
  const a = text(args, 'a') ?? rest.shift();
  const b = text(args, 'b') ?? rest.shift();
  if (a === undefined || b === undefined) throw new UsageError('two files are needed');
  if (rest.length > 0) throw new UsageError(`unexpected argument ${JSON.stringify(rest[0])}`);
  return [a, b];
}

interface Result {
  readonly path_a: string;
  readonly path_b: string;
  readonly identical: boolean;
  readonly metrics: AudioComparison | TextureComparison;
}

function comparisonText({ path_a, path_b, identical, metrics }: Result): string {
  if (metrics.type === 'audio') return soundsText(path_a, path_b, identical, metrics);
  const same = identical ? 'yes' : metrics.pixels_identical ? 'only the pixels' : 'no';
  return table([
    ['first', path_a],
    ['second', path_b],
    ['identical', same],
    ['different', `${(100 * metrics.different_pixels).toFixed(2)} % of the pixels`],
    ['PSNR', metrics.psnr_db === undefined ? '-' : `${metrics.psnr_db.toFixed(2)} dB`],
    ['SSIM', metrics.ssim.toFixed(4)],
    ['colour', `Delta E ${metrics.delta_e_mean.toFixed(2)}, at most ${metrics.delta_e_max.toFixed(2)}`],
    ['tiling', signed(metrics.tiling_score_delta, '')],
  ]);
}

function soundsText(path_a: string, path_b: string, identical: boolean, metrics: AudioComparison): string {
  const same = identical ? 'yes' : metrics.samples_identical ? 'only the samples' : 'no';
  return table([
    ['first', path_a],
    ['second', path_b],
    ['identical', same],
    ['peak', signed(metrics.peak_delta_db, 'dB')],
    ['RMS', `${signed(metrics.rms_delta_db, 'dB')} (${signed(metrics.loudness_delta_percent, '%')})`],
    ['loudness', signed(metrics.lufs_delta, 'LU')],
    ['pitch', signed(metrics.pitch_delta_cents, 'cents')],
    ['spectrum', `${metrics.spectral_distance_db.toFixed(2)} dB apart`],
    ['brightness', `correlation ${metrics.spectral_correlation.toFixed(3)}`],
    ['envelope', `${metrics.envelope_distance_db.toFixed(2)} dB apart`],
    ['duration', signed(metrics.duration_delta_ms, 'ms')],
    ...(metrics.sample_rate_delta_hz === 0 ? [] : [['sample rate', signed(metrics.sample_rate_delta_hz, 'Hz')]]),
    ...(metrics.channels_delta === 0 ? [] : [['channels', signed(metrics.channels_delta, '')]]),
  ]);
}

function signed(value: number | undefined, unit: string): string {
  if (value === undefined) return '-';
  const digits = Number.isInteger(value) ? 0 : 2;
  return `${value > 0 ? '+' : ''}${value.toFixed(digits)} ${unit}`.trimEnd();
}
