/** How far two sounds are from each other. Differences are those of the second from the first. */
import { log2, log10 } from '@speccade/numerics';
import { centroidCorrelation } from './centroid-correlation.ts';
import { decibels, meanSquare, peakOf } from './level.ts';
import { integratedLoudness } from './loudness.ts';
import { monoMix } from './mono.ts';
import { powerSpectrum, strongestPeak } from './power-spectrum.ts';
import type { Wav } from './read-wav.ts';
import { rounded } from './rounded.ts';
import { thirdOctaves } from './third-octaves.ts';

/** All numbers are rounded to six decimals; keys are in alphabetical order but for the tag. */
export interface AudioComparison {
  readonly type: 'audio';
  readonly channels_delta: number;
  readonly duration_delta_ms: number;
  /** RMS difference of the levels of 10 ms frames, in dB. */
  readonly envelope_distance_db: number;
  /** Change of the RMS amplitude of the mono mix. */
  readonly loudness_delta_percent: number;
  /** Where both sounds have a loudness. */
  readonly lufs_delta?: number;
  /** Of the mono mix. */
  readonly peak_delta_db: number;
  /** Between the strongest partials; where both sounds have one. */
  readonly pitch_delta_cents?: number;
  /** Of the mono mix. */
  readonly rms_delta_db: number;
  readonly sample_rate_delta_hz: number;
  /** Same rate, channels and samples, whatever the files look like. */
  readonly samples_identical: boolean;
  /** Pearson correlation of the sequences of spectral centroids. */
  readonly spectral_correlation: number;
  /** RMS difference of the levels of third-octave bands, in dB. */
  readonly spectral_distance_db: number;
}

/** Quieter bands and frames count as this quiet, so that what nobody hears makes no distance. */
const FLOOR_DB = -80;
const FLOOR_POWER = 1e-8;
const FRAMES_PER_SECOND = 100;

/** Compares two sounds. Rates, channels and lengths may differ. */
export function compareWavs(a: Wav, b: Wav): AudioComparison {
  const monoA = monoMix(a.channels);
  const monoB = monoMix(b.channels);
  const rmsA = Math.sqrt(meanSquare(monoA));
  const rmsB = Math.sqrt(meanSquare(monoB));
  const [lufsA, lufsB] = [integratedLoudness(a), integratedLoudness(b)];
  const [spectrumA, spectrumB] = [powerSpectrum(a), powerSpectrum(b)];
  const [pitchA, pitchB] = [strongestPeak(spectrumA), strongestPeak(spectrumB)];
  const limit = Math.min(a.sampleRate, b.sampleRate) / 2;
  return rounded({
    type: 'audio',
    channels_delta: b.channels.length - a.channels.length,
    duration_delta_ms: 1000 * (monoB.length / b.sampleRate - monoA.length / a.sampleRate),
    envelope_distance_db: levelDistance(envelope(a), envelope(b)),
    loudness_delta_percent: rmsA > 0 ? 100 * (rmsB / rmsA - 1) : rmsB > 0 ? 100 : 0,
    ...(lufsA !== undefined && lufsB !== undefined && { lufs_delta: lufsB - lufsA }),
    peak_delta_db: decibels(peakOf(monoB)) - decibels(peakOf(monoA)),
    ...(pitchA !== undefined && pitchB !== undefined && { pitch_delta_cents: 1200 * log2(pitchB / pitchA) }),
    rms_delta_db: decibels(rmsB) - decibels(rmsA),
    sample_rate_delta_hz: b.sampleRate - a.sampleRate,
    samples_identical: sameSamples(a, b),
    spectral_correlation: centroidCorrelation(monoA, a.sampleRate, monoB, b.sampleRate),
    spectral_distance_db: levelDistance(thirdOctaves(spectrumA, limit), thirdOctaves(spectrumB, limit)),
  });
}

/** Power of each 10 ms, the mean of all channels; the last frame is what remains. */
function envelope({ channels, sampleRate }: Wav): number[] {
  const { length } = channels[0]!;
  const powers: number[] = [];
  for (let frame = 0, from = 0; from < length; frame++) {
    const to = Math.min(length, Math.max(from + 1, Math.round(((frame + 1) * sampleRate) / FRAMES_PER_SECOND)));
    let sum = 0;
    for (const channel of channels) sum += meanSquare(channel, from, to);
    powers.push(sum / channels.length);
    from = to;
  }
  return powers;
}

/** RMS difference in dB over the places where at least one is above the floor; what one lacks is silence. */
function levelDistance(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const [x, y] = [a[i] ?? 0, b[i] ?? 0];
    if (x <= FLOOR_POWER && y <= FLOOR_POWER) continue;
    const difference = flooredDb(x) - flooredDb(y);
    sum += difference * difference;
    count++;
  }
  return count === 0 ? 0 : Math.sqrt(sum / count);
}

function flooredDb(power: number): number {
  return power > FLOOR_POWER ? 10 * log10(power) : FLOOR_DB;
}

function sameSamples(a: Wav, b: Wav): boolean {
  if (a.sampleRate !== b.sampleRate || a.channels.length !== b.channels.length) return false;
  return a.channels.every((x, i) => {
    const y = b.channels[i]!;
    return x.length === y.length && x.every((sample, at) => sample === y[at]);
  });
}
