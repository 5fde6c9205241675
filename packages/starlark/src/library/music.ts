/** The music functions. */
import { MUSIC_CUES } from './music-cues.ts';
import { MUSIC_PATTERNS } from './music-patterns.ts';
import { MUSIC_SONGS } from './music-songs.ts';

export const MUSIC = [...MUSIC_SONGS, ...MUSIC_PATTERNS, ...MUSIC_CUES];
