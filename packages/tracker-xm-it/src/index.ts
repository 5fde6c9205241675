/** `@speccade/tracker-xm-it`: tracker modules from music recipes. */
export { trackerBackend } from './backend.ts';
export { TRACKER_BACKEND } from './identity.ts';
export type { ReadFile } from './instruments/external.ts';
export { type SongTrace, type TraceEvent, type TraceOptions, traceSong } from './trace-song.ts';
