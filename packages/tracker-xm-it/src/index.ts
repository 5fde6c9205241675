/** `@speccade/tracker-xm-it`: tracker modules from music recipes. */
export { trackerBackend } from './backend.ts';
export { TRACKER_BACKEND } from './identity.ts';
