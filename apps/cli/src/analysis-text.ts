/** Results of `analyze` as tables. */
import type { AudioMetrics } from '@speccade/audio/analysis';
import type { Analysis } from './analysis-output.ts';
import { renderRows } from './music/analyze-song.ts';
import { factsText } from './music/facts-text.ts';
import { table } from './print.ts';

export type Measured = Extract<Analysis, { success: true }>;
type Sound = Extract<Measured, { asset_type: 'audio' }>;
type Song = Extract<Measured, { asset_type: 'music' }>;
type Texture = Extract<Measured, { asset_type: 'texture' }>;

export function fileText(measured: Measured): string {
  if (measured.asset_type === 'audio') return soundText(measured);
  return measured.asset_type === 'texture' ? textureText(measured) : songText(measured);
}

function songText({ input, metrics }: Song): string {
  return factsText(metrics, { before: [['file', input]], after: renderRows(metrics) });
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

const SONG_HEAD = ['file', 'format', 'seconds', 'channels', 'silent', 'notes', 'true peak', 'LUFS', 'clipped'];

/** A table of the sounds, one of the pictures, and one of the songs. */
export function listText(measured: readonly Measured[]): string {
  const sounds = measured.filter((each): each is Sound => each.asset_type === 'audio');
  const textures = measured.filter((each): each is Texture => each.asset_type === 'texture');
  const songs = measured.filter((each): each is Song => each.asset_type === 'music');
  const parts = [
    ...(sounds.length > 0 ? [soundList(sounds)] : []),
    ...(textures.length > 0 ? [textureList(textures)] : []),
    ...(songs.length > 0 ? [songList(songs)] : []),
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

function songList(measured: readonly Song[]): string {
  const rows = measured.map(({ input, metrics: { format, seconds, channels, silent_channels, notes, render } }) => [
    input,
    format,
    seconds.toFixed(2),
    String(channels),
    String(silent_channels.length),
    String(notes),
    render.true_peak_db?.toFixed(2) ?? '-',
    render.lufs_integrated?.toFixed(2) ?? '-',
    String(render.clipped_samples),
  ]);
  return table([SONG_HEAD, ...rows], [2, 3, 4, 5, 6, 7, 8]);
}
