/** The events of a pattern in the order in which they are written: the last one on a cell stays. */
import { channelOfKey, type PatternNote, type TrackerPattern } from '@speccade/spec/kinds/music.tracker_song_v1';

export interface SongEvent {
  readonly channel: number;
  readonly note: PatternNote;
}

/** All of `notes`, then all of `data`; sorted by row and channel, equal ones in the order given. */
export function eventsOf({ notes, data }: TrackerPattern): SongEvent[] {
  const keyed = Object.entries(notes ?? {})
    .map(([key, list]) => ({ key, channel: channelOfKey(key), list }))
    // Which of two keys for one channel comes last must not depend on the order of keys.
    .sort((a, b) => (a.channel ?? 0) - (b.channel ?? 0) || (a.key < b.key ? -1 : 1));
  const events: SongEvent[] = keyed.flatMap(({ channel, list }) =>
    channel === undefined ? [] : list.map((note) => ({ channel, note })),
  );
  for (const note of data ?? []) events.push({ channel: note.channel, note });
  return events.sort((a, b) => a.note.row - b.note.row || a.channel - b.channel);
}
