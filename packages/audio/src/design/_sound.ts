/** Making and judging the sounds of documents in tests. */
import { validateDocument } from '@speccade/spec';
import type { AudioParams } from '@speccade/spec/kinds/audio_v1';
import { expect } from 'vitest';
import { analyze } from '../analysis/analyze.ts';
import { readWav } from '../analysis/read-wav.ts';
import { findOutOfRange } from '../effects/check-ranges.ts';
import { quantize } from '../quantize.ts';
import { renderParams } from '../render.ts';
import { writeWav } from '../wav.ts';
import type { SoundDocument } from './result.ts';

/** The parsed parameters; fails the test when the document has any error or warning, or would not be rendered. */
export async function validParams(spec: SoundDocument): Promise<AudioParams> {
  const { errors, warnings, recipe } = await validateDocument(spec, { forGeneration: true });
  expect([...errors, ...warnings]).toEqual([]);
  const params = recipe!.params as AudioParams;
  expect(findOutOfRange(params)).toEqual([]);
  expect(params.layers.length).toBeLessThanOrEqual(8);
  return params;
}

/** The 16-bit sound of a document. */
export async function pcmOf(spec: SoundDocument): Promise<{ pcm: Int16Array; channels: Float64Array[]; rate: number }> {
  const { channels, sampleRate } = renderParams(await validParams(spec), spec.seed);
  return { pcm: quantize(channels), channels: [...channels] as Float64Array[], rate: sampleRate };
}

/** What `speccade analyze` says of a document's sound. */
export async function metricsOf(spec: SoundDocument) {
  const { pcm, channels, rate } = await pcmOf(spec);
  expect(channels.every((channel) => channel.every(Number.isFinite))).toBe(true);
  return analyze(readWav(writeWav(pcm, { sampleRate: rate, channels: channels.length })));
}
