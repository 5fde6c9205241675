/** `@speccade/tracker-xm-it/compose`: compose songs to plain songs. */
export type { Dialect } from './dialect.ts';
export { dialectFor } from './dialects.ts';
export { type ExpandOptions, expandPatterns, expandSong } from './expand.ts';
export { COMPOSE_CODES, ComposeError } from './fault.ts';
export type { ExpandedNote, ExpandedPattern } from './pattern.ts';
export { plainParams } from './plain-params.ts';
