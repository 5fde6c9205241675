/** Who the backend is: apart from the rest, so that a cache key can be made without loading a sequencer. */
export const TRACKER_BACKEND = {
  name: 'speccade-tracker-xm-it',
  /** Changes whenever the bytes of any output change. */
  version: '0.2.0',
  kinds: ['music.tracker_song_v1', 'music.tracker_song_compose_v1'],
} as const;
