/**
 * Finds where a sample can go on for ever: two places that look alike, joined by a crossfade baked into the tail, or two
 * still places to turn round at. What is joined is in phase, so that the loop is a whole number of cycles and holds the
 * pitch: within 0.1 cents for a steady sound of a second.
 */
import {
  ALIKE,
  bakeCrossfade,
  crossfadeLength,
  type FoundLoop,
  type LoopQuery,
  turningPoints,
  withoutMean,
} from './loop-parts.ts';
import { correlation, dotProduct, findAlike, windowFrom } from './loop-search.ts';

/** Of a sample: its loop may begin at least this early, whatever its envelope says. */
const LATEST_START = 1 / 4;
/** Samples that are compared, each with each, to find the phase. */
const MOST_COMPARED = 8192;
const LEAST_COMPARED = 32;
/** The search looks at every fourth place. */
const SEARCH_STEP = 4;

/** Two places, `distance` samples apart, to be joined over `fade` samples. */
interface Join {
  readonly start: number;
  readonly distance: number;
  readonly fade: number;
  readonly likeness: number | undefined;
}

/** Needs at least 4 samples. Those behind a forward loop, which nobody hears, are cut off. */
export function findLoop({ pcm, rate, frequency, envelope, mode }: LoopQuery): FoundLoop {
  const n = pcm.length;
  const cycle = Math.max(1, Math.round(rate / frequency));
  const asked = Math.max(Math.round((envelope.attack + envelope.decay) * rate), 0);
  const desired = Math.min(asked, Math.floor(LATEST_START * n));
  const radius = Math.max(Math.floor(rate / 50), Math.floor(cycle / 2), 64);
  const shortest = Math.max(Math.floor(rate / 20), 256);
  const { samples, mean } = withoutMean(pcm);
  const best = mode === 'pingpong' ? undefined : findAlike(samples, { rate, cycle, desired, radius, shortest });
  const join =
    mode === 'pingpong'
      ? undefined
      : best === undefined
        ? joinOfCycles(samples, desired, rate, rate / frequency)
        : joinInPhase(samples, best, rate);
  const likeness = best?.correlation ?? join?.likeness;
  const common = { desiredStart: desired, mean, correlation: likeness };
  if (join === undefined || (mode === 'auto' && (likeness ?? 0) < ALIKE)) {
    return { ...common, loop: turningPoints(samples, desired, radius, shortest, rate), pcm: samples };
  }
  const { start, distance, fade } = join;
  const loop = { mode: 'forward', start: start + fade, end: start + fade + distance } as const;
  if (fade > 0) bakeCrossfade(samples, start, loop.end, fade);
  return { ...common, loop, pcm: samples.slice(0, loop.end), ...(fade > 0 && { crossfade: fade }) };
}

/** Joins what was found alike at the distance at which it is, to the sample. */
function joinInPhase(s: Int16Array, { start, end }: { start: number; end: number }, rate: number): Join {
  const window = windowFrom(start, s.length, rate);
  const { distance, likeness } = inPhase(s, start, end - window - start, SEARCH_STEP, window);
  const room = s.length - start - distance;
  return { start, distance, fade: Math.min(crossfadeLength(distance, rate), room), likeness };
}

/** Joins a sample that is too short to search by its cycles: as many as there is room for, or the only one as it is. */
function joinOfCycles(s: Int16Array, desired: number, rate: number, cycle: number): Join | undefined {
  const fade = crossfadeLength(s.length - desired, rate);
  const cycles = Math.floor((s.length - desired - fade) / cycle);
  if (cycles >= 1) {
    const reach = Math.ceil(cycle / 2);
    const room = s.length - desired - fade;
    const { distance, likeness } = inPhase(s, desired, Math.round(cycles * cycle), reach, room);
    if (distance <= room) return { start: desired, distance, fade, likeness };
  }
  const whole = Math.round(Math.floor((s.length + 0.5) / cycle) * cycle);
  // Fewer samples than a cycle, or too few to fade: no pitch to hold.
  if (whole === 0 || whole > s.length) return undefined;
  return { start: 0, distance: whole, fade: 0, likeness: undefined };
}

/** The distance within `reach` of one at which what follows the start is most alike; the same where there is too little. */
function inPhase(s: Int16Array, start: number, around: number, reach: number, most: number) {
  const window = Math.min(most, MOST_COMPARED, s.length - start - around);
  let best: { readonly distance: number; readonly likeness: number | undefined } = {
    distance: around,
    likeness: undefined,
  };
  if (window < LEAST_COMPARED) return best;
  const energy = (at: number): number => dotProduct(s, at, at, window, 1);
  const own = energy(start);
  for (let distance = Math.max(1, around - reach); distance <= around + reach; distance++) {
    const other = start + distance;
    if (other + window > s.length) break;
    const likeness = correlation(dotProduct(s, start, other, window, 1), own, energy(other));
    if (likeness !== undefined && likeness > (best.likeness ?? -1)) best = { distance, likeness };
  }
  return best;
}
