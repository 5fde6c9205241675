/** From parameters to patterns and the order list: everything that can be heard but the sounds. */
import { type SongParams, type TrackerFormat, volumeOf } from '@speccade/spec/kinds/music.tracker_song_v1';
import { problem } from '../problem.ts';
import type { SongTools } from '../tools.ts';
import { applyAutomation } from './automation.ts';
import { eventsOf } from './events.ts';
import type { Cell, Pattern, Score } from './model.ts';

/** Throws `BackendError` for what the format cannot hold. */
export function buildScore(
  params: SongParams,
  format: TrackerFormat,
  baseNotes: readonly number[],
  tools: SongTools,
): Score {
  const names = Object.keys(params.patterns).sort(byCodePoints);
  const patterns = names.map((name) => buildPattern(name, params, format, baseNotes, tools));
  const index = new Map(names.map((name, position) => [name, position]));
  const orders = params.arrangement.flatMap((entry, position) => {
    const pattern = index.get(entry.pattern);
    if (pattern === undefined) {
      throw problem('MUSIC_002', ['arrangement', position, 'pattern'], 'there is no pattern of this name', {
        found: JSON.stringify(entry.pattern),
      });
    }
    return Array.from({ length: entry.repeat }, () => pattern);
  });
  const { channels, speed, bpm, loop, restart_position: restart } = params;
  const score: Score = {
    format,
    channels,
    speed,
    bpm,
    restart: loop ? (restart ?? 0) : 0,
    orders: orders.length > 0 ? orders : [0],
    patterns,
  };
  return tools.finish(score, loop);
}

function buildPattern(
  name: string,
  params: SongParams,
  format: TrackerFormat,
  baseNotes: readonly number[],
  tools: SongTools,
): Pattern {
  const source = params.patterns[name]!;
  const cells = new Map<number, Cell>();
  const path = ['patterns', name];
  for (const { channel, note } of eventsOf(source)) {
    const within = (what: string, value: number, bound: number) => {
      if (value < bound) return;
      throw problem('MUSIC_001', path, `the ${what} is not there`, { expected: `below ${bound}`, found: `${value}` });
    };
    within('channel', channel, params.channels);
    within('row', note.row, source.rows);
    within('volume', volumeOf(note) ?? 0, 65);
    const cell = tools.toCell(note, { format, songFormat: params.format, baseNotes, params, path });
    cells.set(note.row * params.channels + channel, cell);
  }
  const pattern: Pattern = { name, rows: source.rows, cells };
  applyAutomation(pattern, params.automation, { format, channels: params.channels }, tools.tempoChannel);
  return pattern;
}

/** The order of UTF-8 bytes. */
function byCodePoints(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = left[i]!.codePointAt(0)! - right[i]!.codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
