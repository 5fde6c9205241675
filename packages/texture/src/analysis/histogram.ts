/** Mean, deviation and extremes of each channel, from 0 to 255 whatever the depth. */
import type { Picture } from './read-png.ts';

export interface ChannelStatistics {
  readonly max: number;
  readonly mean: number;
  readonly min: number;
  /** Of the whole population. */
  readonly stddev: number;
}

/** By the names of channels; a gray picture has `red` only. */
export interface Histogram {
  readonly red: ChannelStatistics;
  readonly green?: ChannelStatistics;
  readonly blue?: ChannelStatistics;
  readonly alpha?: ChannelStatistics;
}

const NAMES = [['red'], ['red', 'alpha'], ['red', 'green', 'blue'], ['red', 'green', 'blue', 'alpha']] as const;

export function histogramOf(picture: Picture): Histogram {
  const names = NAMES[picture.channels - 1]!;
  const entries = names.map((name, channel) => [name, statisticsOf(picture, channel)] as const);
  return Object.fromEntries(entries) as unknown as Histogram;
}

function statisticsOf({ data, channels, white }: Picture, channel: number): ChannelStatistics {
  let [min, max, sum] = [white as number, 0, 0];
  const count = data.length / channels;
  for (let at = channel; at < data.length; at += channels) {
    const value = data[at]!;
    sum += value;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  const mean = sum / count;
  let squares = 0;
  for (let at = channel; at < data.length; at += channels) squares += (data[at]! - mean) * (data[at]! - mean);
  const scale = 255 / white;
  return { max: max * scale, mean: mean * scale, min: min * scale, stddev: Math.sqrt(squares / count) * scale };
}
