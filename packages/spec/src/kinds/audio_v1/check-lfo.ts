/** Rules of LFOs: which target goes where, and whether there is something for the LFO to move. */
import { describe, type PathStep } from '../../issue.ts';
import type { Findings } from '../kind.ts';
import type { EffectType } from './effects.ts';
import { type Lfo, type LfoTarget, POST_FX_TARGETS, type PostFxTarget } from './modulation.ts';
import type { AudioParams, Layer } from './params.ts';

type Path = readonly PathStep[];

/** The effects that a post-effect target moves. */
const MOVED_BY: Readonly<Record<PostFxTarget, readonly EffectType[]>> = {
  delay_time: ['delay', 'multi_tap_delay', 'flanger', 'granular_delay', 'stereo_widener'],
  reverb_size: ['reverb'],
  distortion_drive: ['waveshaper', 'tape_saturation'],
};

export function checkLayerLfo(lfo: Lfo, layer: Layer, path: Path, findings: Findings): void {
  const { target } = lfo.target;
  if (isPostFx(target)) {
    findings.error('E012', [...path, 'target'], `an LFO of a layer cannot move ${target}`, {
      expected: 'a layer target',
      found: describe(target),
      suggestion: 'move this LFO to post_fx_lfos',
    });
    return;
  }
  const missing = missingForLayer(target, layer);
  if (missing !== undefined) {
    findings.error('E012', [...path, 'target'], `the target ${target} needs ${missing}`, {
      expected: missing,
      found: target === 'filter_cutoff' ? 'no filter' : describe(layer.synthesis.type),
    });
  }
}

export function checkPostFxLfos(params: AudioParams, path: Path, findings: Findings): void {
  const seen = new Set<string>();
  params.post_fx_lfos.forEach((lfo, index) => {
    const { target } = lfo.target;
    const at = [...path, index];
    if (!isPostFx(target)) {
      findings.error('E012', [...at, 'target'], `a post-effect LFO cannot move ${target}`, {
        expected: `one of ${POST_FX_TARGETS.join(', ')}`,
        found: describe(target),
        suggestion: 'give this LFO to a layer',
      });
    } else if (seen.has(target)) {
      findings.error('E012', [...at, 'target'], `${target} already has a post-effect LFO`, {
        expected: 'each target at most once',
        found: describe(target),
      });
    }
    seen.add(target);
    if (isPostFx(target) && !hasEffectFor(target, params)) {
      const names = MOVED_BY[target].map((name) => (name === 'stereo_widener' ? `${name} in mode haas` : name));
      findings.error('E012', [...at, 'target'], `the target ${target} needs an effect that it moves`, {
        expected: `an effect of type ${names.join(' or ')}`,
        found: 'no such effect',
      });
    }
  });
}

/** What the layer lacks for the target to have a meaning. */
function missingForLayer(target: LfoTarget['target'], { synthesis, filter }: Layer): string | undefined {
  switch (target) {
    case 'filter_cutoff':
      return filter == null ? 'a filter in the layer' : undefined;
    case 'pulse_width': {
      const waveforms =
        synthesis.type === 'oscillator'
          ? [synthesis.waveform]
          : synthesis.type === 'multi_oscillator'
            ? synthesis.oscillators.map((oscillator) => oscillator.waveform)
            : [];
      const pulsed = waveforms.some((waveform) => waveform === 'square' || waveform === 'pulse');
      return pulsed ? undefined : 'an oscillator or multi_oscillator with a square or pulse waveform';
    }
    case 'fm_index':
      return synthesis.type === 'fm_synth' ? undefined : 'fm_synth synthesis';
    case 'grain_size':
    case 'grain_density':
      return synthesis.type === 'granular' ? undefined : 'granular synthesis';
    default:
      return undefined;
  }
}

function hasEffectFor(target: PostFxTarget, params: AudioParams): boolean {
  return params.effects.some(
    (effect) => MOVED_BY[target].includes(effect.type) && (effect.type !== 'stereo_widener' || effect.mode === 'haas'),
  );
}

function isPostFx(target: LfoTarget['target']): target is PostFxTarget {
  return (POST_FX_TARGETS as readonly string[]).includes(target);
}
