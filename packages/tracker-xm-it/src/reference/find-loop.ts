/**
 * Loops as the reference implementation finds them: what looks alike is joined at another distance than it was compared
 * at, so that a loop is off by up to half a cycle, and envelopes decide where it may begin.
 */
import { ALIKE, bakeCrossfade, crossfadeLength, turningPoints, withoutMean } from '../instruments/loop-parts.ts';
import { findAlike } from '../instruments/loop-search.ts';
import type { SongTools } from '../tools.ts';

export const findLoop: SongTools['findLoop'] = ({ pcm, rate, frequency, envelope, mode }) => {
  const n = pcm.length;
  const cycle = Math.max(1, Math.round(rate / frequency));
  const desired = Math.min(Math.max(Math.round((envelope.attack + envelope.decay) * rate), 0), n - 1);
  const radius = Math.max(Math.floor(rate / 50), Math.floor(cycle / 2), 64);
  const shortest = Math.max(Math.floor(rate / 20), 256);
  const { samples, mean } = withoutMean(pcm);
  const best = mode === 'pingpong' ? undefined : findAlike(samples, { rate, cycle, desired, radius, shortest });
  const common = { desiredStart: desired, mean, correlation: best?.correlation };
  const forward = best !== undefined && (mode === 'forward' || best.correlation >= ALIKE) ? best : undefined;
  const forced = { start: Math.max(1, Math.min(desired, n - 2)), end: n };
  const chosen = forward ?? (mode === 'forward' && best === undefined && n - forced.start >= 4 ? forced : undefined);
  if (chosen !== undefined) {
    const { start, end } = chosen;
    const crossfade = crossfadeLength(end - start, rate);
    if (end - start >= crossfade + 2) {
      bakeCrossfade(samples, start, end, crossfade);
      return { ...common, loop: { mode: 'forward', start: start + crossfade, end }, pcm: samples, crossfade };
    }
  }
  return { ...common, loop: turningPoints(samples, desired, radius, shortest, rate), pcm: samples };
};
