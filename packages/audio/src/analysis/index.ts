/** `@speccade/audio/analysis`: WAV files read, measured and compared. */
export { type AudioMetrics, analyze, type FormatMetrics } from './analyze.ts';
export { type AudioComparison, compareWavs } from './compare.ts';
export { integratedLoudness } from './loudness.ts';
export type { QualityMetrics } from './quality.ts';
export { readWav, type Wav, type WavLoop } from './read-wav.ts';
export type { SpectralMetrics } from './spectral.ts';
export type { TemporalMetrics } from './temporal.ts';
export { truePeak } from './true-peak.ts';
export { WavError } from './wav-error.ts';
