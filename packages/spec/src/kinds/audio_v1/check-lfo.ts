/** Rules of LFOs: ranges of rate, depth, phase and amount, and whether there is something for the LFO to move. */
import { describe, type PathStep } from '../../issue.ts';
import type { Findings } from '../kind.ts';
import type { EffectType } from './effects.ts';
import { type Lfo, type LfoConfig, type LfoTarget, POST_FX_TARGETS, type PostFxTarget } from './modulation.ts';
import type { AudioParams, Layer } from './params.ts';

type Path = readonly PathStep[];

/** The effects that a post-effect target moves. */
const MOVED_BY: Readonly<Record<PostFxTarget, readonly EffectType[]>> = {
  delay_time: ['delay', 'multi_tap_delay', 'flanger', 'granular_delay', 'stereo_widener'],
  reverb_size: ['reverb'],
  distortion_drive: ['waveshaper', 'tape_saturation'],
};

/** The largest amount of the targets whose amount is a share; the others only have to be above 0. */
const LARGEST_AMOUNT: Partial<Record<LfoTarget['target'], number>> = { volume: 1, pan: 1, pulse_width: 0.49 };

export function checkLayerLfo(lfo: Lfo, layer: Layer, path: Path, findings: Findings): void {
  const { target } = lfo.target;
  if (isPostFx(target)) {
    findings.error('E012', [...path, 'target'], `an LFO of a layer cannot move ${target}`, {
      expected: 'a layer target',
      found: describe(target),
      suggestion: 'move this LFO to post_fx_lfos',
    });
  }
  checkConfig(lfo.config, [...path, 'config'], findings);
  if (isPostFx(target)) return;
  checkAmount(lfo.target, [...path, 'target'], findings);
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
    checkConfig(lfo.config, [...at, 'config'], findings);
    if (!isPostFx(target)) return;
    checkAmount(lfo.target, [...at, 'target'], findings);
    if (!hasEffectFor(target, params)) {
      const names = MOVED_BY[target].map((name) => (name === 'stereo_widener' ? `${name} in mode haas` : name));
      findings.error('E012', [...at, 'target'], `the target ${target} needs an effect that it moves`, {
        expected: `an effect of type ${names.join(' or ')}`,
        found: 'no such effect',
      });
    }
  });
}

function checkConfig(config: LfoConfig, path: Path, findings: Findings): void {
  if (!(config.rate > 0)) invalid(findings, [...path, 'rate'], 'a number of Hz above 0', config.rate);
  if (!(config.depth > 0 && config.depth <= 1)) {
    invalid(findings, [...path, 'depth'], 'a number above 0, at most 1', config.depth);
  }
  const { phase } = config;
  if (phase != null && !(phase >= 0 && phase <= 1)) {
    invalid(findings, [...path, 'phase'], 'a number from 0 to 1', phase);
  }
}

function checkAmount(target: LfoTarget, path: Path, findings: Findings): void {
  const largest = LARGEST_AMOUNT[target.target] ?? Number.POSITIVE_INFINITY;
  const name = 'semitones' in target ? 'semitones' : 'amount_ms' in target ? 'amount_ms' : 'amount';
  const value = 'semitones' in target ? target.semitones : 'amount_ms' in target ? target.amount_ms : target.amount;
  if (value > 0 && value <= largest) return;
  const expected = largest === Number.POSITIVE_INFINITY ? 'a number above 0' : `a number above 0, at most ${largest}`;
  invalid(findings, [...path, name], expected, value);
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

function invalid(findings: Findings, path: Path, expected: string, value: unknown): void {
  findings.error('E012', path, `${String(path.at(-1))} must be ${expected}`, { expected, found: describe(value) });
}
