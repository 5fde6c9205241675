/** From the effect members of an event to the command that a format stores. */
import { describe } from '../../issue.ts';
import { didYouMean } from '../../suggest.ts';
import type { TrackerFormat } from './common.ts';
import type { EffectRead, EffectRule, EncodedEffect } from './effect-rule.ts';
import { effectTable } from './effect-table.ts';
import type { PatternNote } from './pattern.ts';

/** Which member is to blame, and why. */
export interface EffectProblem {
  readonly member: 'effect' | 'effect_name' | 'effect_xy' | 'param';
  readonly message: string;
  readonly expected?: string;
  readonly found?: string;
  readonly suggestion?: string;
}

export type EffectResult =
  | { readonly ok: true; readonly effect: EncodedEffect | undefined }
  | { readonly ok: false; readonly problem: EffectProblem };

export interface EffectContext {
  /** The format to write. */
  readonly format: TrackerFormat;
  /** The format of the song, in whose ranges values are given. */
  readonly songFormat: TrackerFormat;
  readonly compat?: 'reference' | undefined;
}

type EffectMembers = Pick<PatternNote, 'effect' | 'param' | 'effect_name' | 'effect_xy'>;

const NONE: EffectResult = { ok: true, effect: undefined };

/** Encodes the effect of an event, if it has one. A number is written as it is, a name with its ranges checked. */
export function encodeEffect(note: EffectMembers, context: EffectContext): EffectResult {
  const { effect, effect_name: name, effect_xy: xy } = note;
  const param = note.param ?? 0;
  if (xy != null && (xy[0] > 15 || xy[1] > 15)) {
    return refuse('effect_xy', 'each half of effect_xy is a nibble', { expected: '0 to 15', found: xy.join(', ') });
  }
  if (effect != null && name != null) {
    return refuse('effect_name', 'a cell has one effect: by number or by name', { expected: 'effect or effect_name' });
  }
  if (effect != null) {
    return { ok: true, effect: { code: effect, param: xy == null ? param : 16 * xy[0] + xy[1] } };
  }
  if (name == null) return NONE;
  const table = effectTable(context.compat);
  const rule = table.get(name.toLowerCase());
  if (rule === undefined) {
    const suggestion = didYouMean(name, table.keys());
    return refuse('effect_name', `there is no effect ${describe(name)}`, {
      expected: 'the name of an effect',
      found: describe(name),
      ...(suggestion !== undefined && { suggestion }),
    });
  }
  return encodeNamed(rule, readValue(rule.read, param, xy ?? undefined), xy != null, context);
}

function encodeNamed(rule: EffectRule, given: number, hasXy: boolean, context: EffectContext): EffectResult {
  const { format, songFormat } = context;
  const target = rule[format];
  if (target === undefined) {
    return refuse('effect_name', `${format.toUpperCase()} has no effect ${rule.names[0]}`, {
      expected: `an effect of ${format.toUpperCase()}`,
      found: describe(rule.names[0]),
    });
  }
  const converts = songFormat !== format && rule.convert !== undefined;
  const ranged = (converts ? rule[songFormat] : undefined) ?? target;
  const { min = 0, max = 255 } = ranged;
  const accepted = given < min || given > max ? `${min} to ${max}` : target.accepts?.(given);
  if (accepted !== undefined) {
    const fromXy = hasXy && rule.read !== 'param' && rule.read !== 'low';
    return refuse(fromXy ? 'effect_xy' : 'param', `the value of ${rule.names[0]} is out of range`, {
      expected: accepted,
      found: String(given),
    });
  }
  const value = converts ? rule.convert!(given, format) : given;
  const effect = target.encode?.(value) ?? { code: target.code, param: (target.base ?? 0) + value };
  return { ok: true, effect };
}

function readValue(read: EffectRead, param: number, xy: readonly [number, number] | undefined): number {
  switch (read) {
    case 'param':
      return param;
    case 'low':
      return param & 15;
    case 'y':
      return xy?.[1] ?? param & 15;
    case 'xy':
      return xy ? 16 * xy[0] + xy[1] : param;
    case 'larger':
      return 16 * Math.max(xy?.[0] ?? 0, param >> 4) + Math.max(xy?.[1] ?? 0, param & 15);
  }
}

function refuse(
  member: EffectProblem['member'],
  message: string,
  more: Omit<EffectProblem, 'member' | 'message'>,
): EffectResult {
  return { ok: false, problem: { member, message, ...more } };
}
