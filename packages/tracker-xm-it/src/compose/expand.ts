/** Whole songs: every pattern expanded, the rest of the parameters as they are. */
import type { ComposeParams } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import type { SongParams } from '@speccade/spec/kinds/music.tracker_song_v1';
import type { Dialect } from './dialect.ts';
import { modern } from './modern.ts';
import { type ExpandedPattern, expandPattern } from './pattern.ts';
import type { SongScope } from './scope.ts';

export interface ExpandOptions {
  /** The spec's seed, unsigned 32-bit. */
  readonly seed: number;
  /** By default that of songs which say nothing else. */
  readonly dialect?: Dialect | undefined;
}

/**
 * The song that a composition stands for. Everything but the patterns is as it was. Throws `ComposeError` with the path of
 * the expression that is at fault.
 */
export function expandSong(params: ComposeParams, options: ExpandOptions): SongParams {
  const { channel_ids: _channels, instrument_ids: _instruments, timebase: _timebase, ...rest } = params;
  const { harmony: _harmony, defs: _defs, ...frame } = rest;
  return { ...frame, patterns: expandPatterns(params, options) as unknown as SongParams['patterns'] };
}

/** The patterns of a composition, sorted by name (in the order of code points), as plain notes. Throws `ComposeError`. */
export function expandPatterns(
  params: ComposeParams,
  { seed, dialect = modern }: ExpandOptions,
): Record<string, ExpandedPattern> {
  const song: SongScope = {
    seed,
    channels: params.channels,
    instruments: params.instruments.length,
    speed: params.speed,
    channelIds: params.channel_ids,
    instrumentIds: params.instrument_ids,
    defs: params.defs,
    harmony: params.harmony ?? undefined,
    dialect,
    work: 0,
  };
  const names = Object.keys(params.patterns).sort(byCodePoint);
  return Object.fromEntries(
    names.map((name) => [name, expandPattern(name, params.patterns[name]!, params.timebase ?? undefined, song)]),
  );
}

/** The order of UTF-8 bytes, in which tracker songs number their patterns. */
function byCodePoint(a: string, b: string): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    // Where units differ, so do the code points that begin with them or that they end.
    if (a.charCodeAt(i) !== b.charCodeAt(i)) return a.codePointAt(i)! - b.codePointAt(i)!;
  }
  return a.length - b.length;
}
