/** Rules of `audio_v1` beyond the schema, on parsed parameters. Every violation is reported; budgets are not held here. */
import type { SpecEnvelope } from '../../document.ts';
import { describe, type PathStep } from '../../issue.ts';
import type { Findings } from '../kind.ts';
import { checkLayerLfo, checkPostFxLfos } from './check-lfo.ts';
import type { AudioParams, Layer } from './params.ts';

const PARAMS: readonly PathStep[] = ['recipe', 'params'];

export function check(params: AudioParams, _envelope: SpecEnvelope, findings: Findings): void {
  if (!(params.duration_seconds > 0)) {
    invalid(findings, [...PARAMS, 'duration_seconds'], 'duration_seconds', 'a number above 0', params.duration_seconds);
  }
  params.layers.forEach((layer, index) => {
    checkLayer(layer, params.duration_seconds, [...PARAMS, 'layers', index], findings);
  });
  checkPostFxLfos(params, [...PARAMS, 'post_fx_lfos'], findings);
}

function checkLayer(layer: Layer, duration: number, path: readonly PathStep[], findings: Findings): void {
  within(findings, [...path, 'volume'], layer.volume, 0, 1);
  within(findings, [...path, 'pan'], layer.pan, -1, 1);
  const delay = layer.delay ?? 0;
  if (delay < 0) invalid(findings, [...path, 'delay'], 'delay', 'a number of seconds, 0 or more', delay);
  else if (duration > 0 && delay > duration) {
    invalid(findings, [...path, 'delay'], 'delay', `at most duration_seconds (${duration})`, delay);
  }
  for (const name of ['attack', 'decay', 'release'] as const) {
    const time = layer.envelope[name];
    if (time < 0) invalid(findings, [...path, 'envelope', name], name, 'a number of seconds, 0 or more', time);
  }
  within(findings, [...path, 'envelope', 'sustain'], layer.envelope.sustain, 0, 1);
  if (layer.lfo) checkLayerLfo(layer.lfo, layer, [...path, 'lfo'], findings);
}

function within(findings: Findings, path: readonly PathStep[], value: number, low: number, high: number): void {
  if (value >= low && value <= high) return;
  invalid(findings, path, String(path.at(-1)), `a number from ${low} to ${high}`, value);
}

function invalid(findings: Findings, path: readonly PathStep[], name: string, expected: string, value: unknown): void {
  findings.error('E012', path, `${name} must be ${expected}`, { expected, found: describe(value) });
}
