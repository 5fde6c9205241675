/** What cannot be rendered at all: nonsense that budgets do not cover, and types that are not in the tables. */
import { formatPath, type Issue, type PathStep } from '@speccade/spec';
import type { AudioParams } from '@speccade/spec/kinds/audio_v1';
import { findOutOfRange } from './effects/check-ranges.ts';
import { effectFor } from './effects/types.ts';
import { delaySamples } from './layer.ts';
import type { Tools } from './tools.ts';
import { synthesizerFor } from './voice.ts';

/** Samples of one buffer beyond which no engine could allocate it. */
const LARGEST_BUFFER = 0x4000_0000;

/** Samples of the sound: `ceil(duration·rate)`. */
export function frameCount(params: AudioParams): number {
  return Math.ceil(params.duration_seconds * params.sample_rate);
}

/** Everything that keeps the parameters from being rendered; `at` is where they stand in their document. */
export function findObstacles(params: AudioParams, tools: Tools, at: readonly PathStep[]): Issue[] {
  const issues: Issue[] = [];
  const add = (code: string, path: readonly PathStep[], message: string, details?: Pick<Issue, 'expected' | 'found'>) =>
    issues.push({ code, severity: 'error', path: formatPath([...at, ...path]), message, ...details });

  const frames = frameCount(params);
  if (!(params.sample_rate >= 1)) add('AUDIO_003', ['sample_rate'], 'sample_rate must be at least 1 Hz');
  if (!(frames >= 1 && frames <= LARGEST_BUFFER)) {
    add('AUDIO_004', ['duration_seconds'], `a sound of ${frames} samples cannot be made`);
  }
  params.layers.forEach((layer, index) => {
    const delay = delaySamples(layer, params.sample_rate);
    if (!(delay >= 0 && delay <= frames)) {
      add('AUDIO_006', ['layers', index, 'delay'], `delay exceeds duration (${delay} samples > ${frames} total)`);
    }
    if (!synthesizerFor(tools.synthesis, layer.synthesis)) {
      const { type } = layer.synthesis;
      add('AUDIO_009', ['layers', index, 'synthesis', 'type'], `synthesis type ${type} cannot be rendered yet`);
    }
  });
  params.effects.forEach((effect, index) => {
    if (!effectFor(tools.effects, effect)) {
      add('AUDIO_009', ['effects', index, 'type'], `effect type ${effect.type} cannot be rendered yet`);
    }
  });
  for (const { path, message, expected, found } of findOutOfRange(params)) {
    add('AUDIO_006', path, message, { expected, found });
  }
  return issues;
}
