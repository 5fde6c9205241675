/** The commands that decide what row comes next and how long it takes, in words that both formats share. */
import type { TrackerFormat } from '@speccade/spec/kinds/music.tracker_song_v1';
import type { Cell } from './model.ts';

export type FlowCommand =
  | { readonly do: 'speed'; readonly ticks: number }
  | { readonly do: 'tempo'; readonly bpm: number }
  /** Per tick but the first of a row. */
  | { readonly do: 'tempo_slide'; readonly bpm: number }
  | { readonly do: 'jump'; readonly order: number }
  | { readonly do: 'break'; readonly row: number }
  | { readonly do: 'loop_start' }
  | { readonly do: 'loop_end'; readonly times: number }
  | { readonly do: 'delay_note'; readonly ticks: number }
  | { readonly do: 'repeat_row'; readonly times: number }
  | { readonly do: 'extend_row'; readonly ticks: number }
  | { readonly do: 'stop' };

/** The flow command of a cell, if it has one. */
export function flowCommand({ effect = 0, param = 0 }: Cell, format: TrackerFormat): FlowCommand | undefined {
  return format === 'xm' ? xmCommand(effect, param) : itCommand(effect, param);
}

const SLOWEST = 32;
const LAST_BREAK_ROW = 63;

function xmCommand(effect: number, param: number): FlowCommand | undefined {
  switch (effect) {
    case 11:
      return { do: 'jump', order: param };
    case 13: {
      const row = 10 * (param >> 4) + (param & 15);
      return { do: 'break', row: row > LAST_BREAK_ROW ? 0 : row };
    }
    case 14:
      return extended(param >> 4, param & 15, 0x6, 0xd, 0xe);
    case 15:
      if (param === 0) return { do: 'stop' };
      return param < SLOWEST ? { do: 'speed', ticks: param } : { do: 'tempo', bpm: param };
    default:
      return undefined;
  }
}

function itCommand(effect: number, param: number): FlowCommand | undefined {
  const [kind, value] = [param >> 4, param & 15];
  switch (effect) {
    case 1:
      return param === 0 ? undefined : { do: 'speed', ticks: param };
    case 2:
      return { do: 'jump', order: param };
    case 3:
      return { do: 'break', row: param };
    case 19:
      return kind === 6 ? { do: 'extend_row', ticks: value } : extended(kind, value, 0xb, 0xd, 0xe);
    case 20:
      if (kind > 1) return { do: 'tempo', bpm: param };
      return { do: 'tempo_slide', bpm: kind === 0 ? -value : value };
    default:
      return undefined;
  }
}

function extended(kind: number, value: number, loop: number, delay: number, repeat: number): FlowCommand | undefined {
  if (kind === loop) return value === 0 ? { do: 'loop_start' } : { do: 'loop_end', times: value };
  if (kind === delay) return { do: 'delay_note', ticks: value };
  return kind === repeat ? { do: 'repeat_row', times: value } : undefined;
}
