/** From parameters to patterns and the order list: everything that can be heard but the sounds. */
import type { SongParams, TrackerFormat } from '@speccade/spec/kinds/music.tracker_song_v1';
import { problem } from '../problem.ts';
import type { SongTools } from '../tools.ts';
import { applyAutomation } from './automation.ts';
import { eventsOf } from './events.ts';
import { checkEvent, checkLimits } from './limits.ts';
import type { Cell, Pattern, Score } from './model.ts';

/** Throws `BackendError` for what the format cannot hold. */
export function buildScore(
  params: SongParams,
  format: TrackerFormat,
  baseNotes: readonly number[],
  tools: SongTools,
): Score {
  checkLimits(params, format);
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
    checkEvent({ channel, note }, name, params);
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
