import { type AudioParams, defaultOversampling, type Effect, type Layer } from '@speccade/spec/kinds/audio_v1';
import type { SpecCounts } from '../checks.ts';
import type { KindBudgets } from '../kind-budget.ts';
import { EFFECT_WEIGHTS, FILTER_WEIGHT, OVERSAMPLING_WEIGHT, SYNTHESIS_WEIGHTS } from '../weights.ts';

export const BUDGETS: KindBudgets = { audio_v1: { count: countAudio, estimate: estimateAudio } };

/** What an `audio_v1` recipe asks for. */
export function countAudio(params: AudioParams): SpecCounts {
  return {
    audio: {
      counts: {
        durationSeconds: params.duration_seconds,
        layers: params.layers.length,
        expandedLayers: params.layers.reduce((sum, layer) => sum + voicesOf(layer), 0),
        samples: framesOf(params),
        sampleRate: params.sample_rate,
      },
      paths: {
        durationSeconds: 'recipe.params.duration_seconds',
        layers: 'recipe.params.layers',
        samples: 'recipe.params.duration_seconds',
        sampleRate: 'recipe.params.sample_rate',
      },
    },
  };
}

/** Frames × (Σ layer weights + Σ effect weights). */
export function estimateAudio(params: AudioParams): number {
  const layers = params.layers.reduce((sum, layer) => sum + layerWeight(layer), 0);
  const oversampling = defaultOversampling(params);
  const effects = params.effects.reduce((sum, effect) => sum + 2 * effectWeight(effect, oversampling), 0);
  // Mixing, normalising and writing cost about one plain oscillator.
  return framesOf(params) * (1 + layers + effects);
}

function effectWeight(effect: Effect, oversampling: number): number {
  const distorts = effect.type === 'waveshaper' || effect.type === 'tape_saturation';
  const factor = distorts ? (effect.oversampling ?? oversampling) : 1;
  const filters = factor > 1 ? OVERSAMPLING_WEIGHT * factor : 0;
  return (EFFECT_WEIGHTS[effect.type] ?? 1) * factor + filters;
}

function layerWeight(layer: Layer): number {
  const filter = layer.filter ? (isMoving(layer) ? FILTER_WEIGHT.moving : FILTER_WEIGHT.still) : 0;
  return voicesOf(layer) * (SYNTHESIS_WEIGHTS[layer.synthesis.type] ?? 1) + filter + (layer.lfo ? 1 : 0);
}

function isMoving(layer: Layer): boolean {
  const swept = Object.entries(layer.filter ?? {}).some(([key, end]) => key.endsWith('_end') && end !== null);
  return swept || layer.lfo?.target.target === 'filter_cutoff';
}

function voicesOf(layer: Layer): number {
  return layer.synthesis.type === 'supersaw_unison' ? Math.max(1, layer.synthesis.voices) : 1;
}

function framesOf(params: AudioParams): number {
  return Math.ceil(params.duration_seconds * params.sample_rate);
}
