/** Rules of `audio_v1` that need more than one field, on parsed parameters. Budgets are not held here. */
import type { SpecEnvelope } from '../../document.ts';
import { describe, type PathStep } from '../../issue.ts';
import type { Findings } from '../kind.ts';
import { checkLayerLfo, checkPostFxLfos } from './check-lfo.ts';
import type { AudioParams } from './params.ts';

const PARAMS: readonly PathStep[] = ['recipe', 'params'];

export function check(params: AudioParams, _envelope: SpecEnvelope, findings: Findings): void {
  const duration = params.duration_seconds;
  params.layers.forEach((layer, index) => {
    const path = [...PARAMS, 'layers', index];
    if ((layer.delay ?? 0) > duration) {
      const expected = `at most duration_seconds (${duration})`;
      findings.error('E012', [...path, 'delay'], `delay must be ${expected}`, {
        expected,
        found: describe(layer.delay),
      });
    }
    if (layer.lfo) checkLayerLfo(layer.lfo, layer, [...path, 'lfo'], findings);
  });
  checkPostFxLfos(params, [...PARAMS, 'post_fx_lfos'], findings);
}
