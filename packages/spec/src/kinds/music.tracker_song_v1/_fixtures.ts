/** A small song, and what validation says of changes to it. */
import { validateDocument } from '../../validate.ts';

type Json = Record<string, unknown>;

export const lead: Json = { name: 'lead', synthesis: { type: 'sine' } };

export function songOf(change: Json = {}): Json {
  return {
    format: 'xm',
    bpm: 125,
    speed: 6,
    channels: 4,
    instruments: [lead],
    patterns: { a: { rows: 16, notes: { 0: [{ row: 0, note: 'C4', inst: 0 }] } } },
    arrangement: [{ pattern: 'a' }],
    ...change,
  };
}

/** A song of one event. */
export const cellOf = (event: Json, change: Json = {}): Json =>
  songOf({ patterns: { a: { rows: 16, notes: { 0: [{ inst: 0, ...event }] } } }, ...change });

export function documentOf(params: unknown, formats: readonly string[] = ['xm'], more: Json = {}): Json {
  return {
    spec_version: 1,
    asset_id: 'a-song',
    asset_type: 'music',
    license: 'CC0-1.0',
    seed: 1,
    description: 'A song.',
    outputs: formats.map((format, index) => ({ kind: 'primary', format, path: `song${index}.${format}` })),
    recipe: { kind: 'music.tracker_song_v1', params },
    ...more,
  };
}

/** `code path` of every error and warning, paths relative to the parameters. */
export async function verdict(params: unknown, formats?: readonly string[], more: Json = {}): Promise<string[]> {
  const { errors, warnings } = await validateDocument(documentOf(params, formats, more));
  return [...errors, ...warnings].map(({ code, path }) => `${code} ${path.replace(/^recipe\.params\.?/, '')}`);
}
