import { BowedHearing } from './bowed-hearing.ts';
import { type Bow, BowedLoop, SHORTEST } from './bowed-loop.ts';

/** Trials at most. */
const MOST = 7;
/** Share of the period that is near enough, 0.1 cents; that will do, 0.7; and beyond which something else sounds. */
const CLOSE = 6e-5;
const FAIR = 4e-4;
const FARTHEST = 0.15;
/** Share of the period within which a motion that is no tone becomes none by tuning it. */
const NEAR = 0.003;
/** Share of what is added to the loop by which the period has to follow, or it holds on to a whole number of samples. */
const FOLLOWS = 0.2;
/** Seconds after which a note in tune is listened to once more: some motions change of themselves. */
const LATER = 0.7;
/** Hz between which notes are corrected. */
const LOWEST_HZ = 25;
const HIGHEST_HZ = 6000;
/** Sample rate above which none are: it would take too long. */
const HIGHEST_RATE = 400_000;

export interface Stretch {
  /** Share of the period by which the loop is longer. */
  readonly share: number;
  /** What comes of it: a tone in tune, anything else, or nothing. */
  readonly result: 'tune' | 'other' | 'silence';
}

/** Finds by how much the loop of a bowed string has to be longer for its note, of a period in samples, to be in tune. */
export function findStretch(bow: Bow, sampleRate: number, period: number, still: boolean): Stretch {
  const corrected = period >= Math.max(SHORTEST, sampleRate / HIGHEST_HZ) && period <= sampleRate / LOWEST_HZ;
  if (!corrected || sampleRate > HIGHEST_RATE) return { share: 0, result: 'tune' };
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  /** Of the trials that were sharp and flat, the last ones: share and sharpness. */
  let sharp: readonly [number, number] | undefined;
  let flat: readonly [number, number] | undefined;
  let last: readonly [number, number] | undefined;
  let share = 0;
  for (let trial = 0; trial < MOST && Math.abs(share) < FARTHEST; trial++) {
    const loop = new BowedLoop(bow, sampleRate, Math.ceil((1 + FARTHEST) * period) + 4);
    loop.tune(period, share * period, still);
    const hearing = new BowedHearing(loop, period, sampleRate);
    const heard = hearing.settled();
    if (heard === undefined) {
      if (trial === 0) return { share: 0, result: 'silence' };
      break;
    }
    const error = heard.sharp;
    if (Math.abs(error) < least) {
      least = Math.abs(error);
      best = share;
    }
    if (!heard.tone && least < NEAR) break;
    const holds = last !== undefined && Math.abs(error - last[1]) < FOLLOWS * Math.abs(share - last[0]);
    const ends = holds || trial + 1 === MOST;
    if (heard.tone && Math.abs(error) < (ends ? FAIR : CLOSE)) {
      const later = hearing.after(LATER);
      return { share, result: later.tone && Math.abs(later.sharp) < FAIR ? 'tune' : 'other' };
    }
    if (ends) break;
    last = [share, error];
    if (error > 0) sharp = last;
    else flat = last;
    if (sharp === undefined || flat === undefined) share += error;
    // Periods jump: halving finds the place where the secant does not.
    else if (trial % 2 === 1) share = (sharp[0] + flat[0]) / 2;
    else share = (sharp[0] * flat[1] - flat[0] * sharp[1]) / (flat[1] - sharp[1]);
  }
  return { share: best, result: 'other' };
}
