/** From the cell of an operator to a cell: aliases, note numbers. */
import { describe, didYouMean } from '@speccade/spec';
import type { Alias, CellTemplate } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import type { Cell } from './cell.ts';
import type { Scope } from './scope.ts';

type Steps = readonly (string | number)[];

/** The channel that a number or an alias names. Faults with 013 or 007. */
export function channelOf(alias: Alias, steps: Steps, scope: Scope): number {
  const { channelIds, channels } = scope.song;
  const channel = typeof alias === 'number' ? alias : lookUp(alias, channelIds, 'channel', steps, scope);
  if (channel < channels) return channel;
  throw scope.fault('bounds', steps, 'there is no such channel', {
    expected: `a channel from 0 to ${channels - 1}`,
    found: String(channel),
  });
}

/** The instrument that a number or an alias names, as a field of a cell; none where none is given. Faults with 014 or 008. */
export function instrumentOf(alias: Alias | null | undefined, steps: Steps, scope: Scope): { inst?: number } {
  if (alias == null) return {};
  const { instrumentIds, instruments } = scope.song;
  const inst = typeof alias === 'number' ? alias : lookUp(alias, instrumentIds, 'instrument', steps, scope);
  if (inst < instruments) return { inst };
  throw scope.fault('badInstrument', steps, 'there is no such instrument', {
    expected: instruments === 0 ? 'an instrument, of which there are none' : `0 to ${instruments - 1}`,
    found: String(inst),
  });
}

/** The fields of a template but for channel and instrument. Faults with 005 for a note number that is none. */
export function templateCell(template: CellTemplate, scope: Scope): Cell {
  const { note, vol, effect, param, effect_name, effect_xy } = template;
  return {
    ...(note != null && { note: noteText(note, ['cell', 'note'], scope) }),
    ...(vol != null && { vol }),
    ...(effect != null && { effect }),
    ...(param != null && { param }),
    ...(effect_name != null && { effect_name }),
    ...(effect_xy != null && { effect_xy: [...effect_xy] as const }),
  };
}

/** A note as it stands in a cell: text as it is, a MIDI number as its name. */
export function noteText(note: string | number, steps: Steps, scope: Scope): string | number {
  if (typeof note === 'string') return note;
  const text = scope.song.dialect.noteOfNumber(note);
  if (text !== undefined) return text;
  throw scope.fault('expression', steps, 'the note is no MIDI number', { expected: '0 to 127', found: String(note) });
}

function lookUp(
  alias: string,
  ids: Readonly<Record<string, number>>,
  what: 'channel' | 'instrument',
  steps: Steps,
  scope: Scope,
): number {
  if (Object.hasOwn(ids, alias)) return ids[alias]!;
  const suggestion = didYouMean(alias, Object.keys(ids));
  throw scope.fault(`${what}Alias`, steps, `no ${what} is called ${describe(alias)}`, {
    expected: `a number or a name in ${what}_ids`,
    found: describe(alias),
    suggestion,
  });
}
