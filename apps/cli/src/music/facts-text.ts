import type { SongFacts } from '@speccade/tracker-xm-it/export';
import { table } from '../print.ts';

type Rows = readonly (readonly [string, string])[];

/** What there is to know of a song, for people, between rows of the first table that are given. */
export function factsText(facts: SongFacts, { before = [], after = [] }: { before?: Rows; after?: Rows } = {}): string {
  const list = (items: readonly (string | number)[]) => (items.length > 0 ? items.join(', ') : 'none');
  const lost = facts.out_of_range_notes > 0 ? `, ${facts.out_of_range_notes} out of range` : '';
  const unused = facts.unused_instruments.map((index) => facts.instruments[index]!.name.trim() || String(index));
  const instruments = `${facts.instruments.length}, unused: ${list(unused)}`;
  const head = table([
    ...before.map((row) => [...row]),
    ['title', facts.title],
    ['format', facts.format.toUpperCase()],
    ['length', `${facts.seconds.toFixed(2)} s${facts.cut_short ? ' and more' : ''}`],
    ['notes', `${facts.notes}, at most ${facts.most_voices} at a time${lost}`],
    ['channels', `${facts.channels}, silent: ${list(facts.silent_channels)}`],
    ['orders', String(facts.orders)],
    ['patterns', `${facts.patterns}, unused: ${list(facts.unused_patterns)}`],
    [
      'instruments',
      facts.samples === facts.instruments.length ? instruments : `${instruments}; ${facts.samples} samples`,
    ],
    ...after.map((row) => [...row]),
  ]);
  const patterns = Object.entries(facts.notes_per_pattern).map(([name, notes]) => [name, String(notes)]);
  const rows = facts.instruments.map(({ name, notes, lowest, highest, sample_frames }) => [
    name,
    String(notes),
    lowest === undefined ? '-' : `${lowest} to ${highest}`,
    String(sample_frames),
  ]);
  const tables = [
    ...(patterns.length > 0 ? [table([['pattern', 'notes'], ...patterns], [1])] : []),
    table([['instrument', 'notes', 'keys', 'frames'], ...rows], [1, 3]),
  ];
  return [head, ...tables].join('\n');
}
