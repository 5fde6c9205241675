/** What keeps a song from being made at all: parameters that did not come through validation are held to it here. */
import {
  FORMAT_LIMITS,
  instrumentOf,
  MAX_BPM,
  MAX_ORDERS,
  MAX_SPEED,
  MAX_VOLUME,
  MIN_BPM,
  needsInstrument,
  orderCount,
  type SongParams,
  type TrackerFormat,
  volumeOf,
} from '@speccade/spec/kinds/music.tracker_song_v1';
import { problem } from '../problem.ts';
import type { SongEvent } from './events.ts';

/** Throws `BackendError` (MUSIC_001) for the first thing that the format cannot hold. */
export function checkLimits(params: SongParams, format: TrackerFormat): void {
  const limits = FORMAT_LIMITS[format];
  const within = (field: string, value: number, low: number, high: number) => {
    if (value >= low && value <= high) return;
    const expected = `${low} to ${high}`;
    throw problem('MUSIC_001', [field], `${format.toUpperCase()} cannot hold this`, { expected, found: String(value) });
  };
  within('bpm', params.bpm, MIN_BPM, MAX_BPM);
  within('speed', params.speed, 1, MAX_SPEED);
  within('channels', params.channels, 1, limits.channels);
  within('instruments', params.instruments.length, 0, limits.instruments);
  within('patterns', Object.keys(params.patterns).length, 0, limits.patterns);
  within('arrangement', orderCount(params.arrangement), 0, format === 'xm' ? limits.orders : MAX_ORDERS);
  for (const [name, { rows }] of Object.entries(params.patterns)) {
    if (rows >= 1 && rows <= limits.rows) continue;
    throw problem('MUSIC_001', ['patterns', name, 'rows'], `${format.toUpperCase()} has no patterns of this length`, {
      expected: `1 to ${limits.rows}`,
      found: String(rows),
    });
  }
}

/** Throws `BackendError` (MUSIC_001) for an event that lies outside of its pattern or names what is not there. */
export function checkEvent({ channel, note }: SongEvent, name: string, params: SongParams): void {
  const below = (what: string, value: number, bound: number) => {
    if (value < bound) return;
    throw problem('MUSIC_001', ['patterns', name], `the ${what} is not there`, {
      expected: `below ${bound}`,
      found: `${value}`,
    });
  };
  below('channel', channel, params.channels);
  below('row', note.row, params.patterns[name]!.rows);
  below('volume', volumeOf(note) ?? 0, MAX_VOLUME + 1);
  if (needsInstrument(note)) below('instrument', instrumentOf(note) ?? 0, params.instruments.length);
}
