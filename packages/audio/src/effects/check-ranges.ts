/** Effect parameters out of their ranges, all at once. */
import type { PathStep } from '@speccade/spec';
import type { AudioParams } from '@speccade/spec/kinds/audio_v1';
import { EFFECT_RANGES, HAAS_RANGES, type Range, type Ranges, TAP_RANGES } from './ranges.ts';

export interface OutOfRange {
  /** Below the parameters of the sound. */
  readonly path: readonly PathStep[];
  readonly message: string;
  readonly expected: string;
  readonly found: string;
}

export function findOutOfRange(params: AudioParams): OutOfRange[] {
  const found: OutOfRange[] = [];
  const delayMoves = params.post_fx_lfos.some((lfo) => lfo.target.target === 'delay_time');

  const check = (ranges: Ranges | undefined, values: object, path: readonly PathStep[], name: string) => {
    for (const [field, range] of Object.entries(ranges ?? {})) {
      const value = (values as Record<string, number>)[field]!;
      if (value >= range[0] && value <= range[1]) continue;
      const message = `invalid parameter '${name}.${field}': must be ${inDecimals(range)}, got ${value}`;
      found.push({ path: [...path, field], message, expected: inWords(range), found: String(value) });
    }
  };

  params.effects.forEach((effect, index) => {
    const path = ['effects', index];
    check(EFFECT_RANGES[effect.type], effect, path, effect.type);
    if (delayMoves) return;
    if (effect.type === 'multi_tap_delay') {
      effect.taps.forEach((tap, t) => {
        check(TAP_RANGES, tap, [...path, 'taps', t], `multi_tap_delay.taps[${t}]`);
      });
    }
    if (effect.type === 'stereo_widener' && effect.mode === 'haas') {
      check(HAAS_RANGES, effect, path, effect.type);
    }
  });
  return found;
}

/** As published: `0.0-1.0`. */
function inDecimals([low, high]: Range): string {
  const [a, b] = [low, high].map((value) => (Number.isInteger(value) ? value.toFixed(1) : String(value)));
  if (high === Number.POSITIVE_INFINITY) return `at least ${a}`;
  return low < 0 ? `${a} to ${b}` : `${a}-${b}`;
}

function inWords([low, high]: Range): string {
  return high === Number.POSITIVE_INFINITY ? `at least ${low}` : `${low} to ${high}`;
}
