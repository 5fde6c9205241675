import type { BowedLoop } from './bowed-loop.ts';
import { type Pitch, pitchOf } from './bowed-pitch.ts';

/** Seconds and periods until a note is listened to, and seconds from one time to the next. */
const SETTLE_SECONDS = 0.12;
const SETTLE_PERIODS = 16;
const AGAIN_SECONDS = 0.12;
/** Seconds and periods in which a note has to become steady, and samples, which very high sample rates reach first. */
const PATIENCE_SECONDS = 0.9;
const PATIENCE_PERIODS = 48;
const PATIENCE = 300_000;
/** Periods, and samples at least, of the window in which the phase is measured, and after which it is measured again. */
const WINDOW_PERIODS = 12;
const WINDOW = 2000;
const HOP_PERIODS = 8;
const HOP = 1000;
/** What may change from one time to the next of a steady note: its pitch, 0.03 cents, and its power. */
const SAME_PITCH = 2e-5;
const SAME_POWER = 0.02;
/** By how much the pitch of a note that goes on wavering may change: 0.3 cents. */
const WAVERS = 1.5e-4;
/** Mean power below which nothing sounds, and that nothing comes of. */
const QUIET = 1e-8;
const SILENCE = 1e-12;
/** Share of the power that may differ after some periods. */
const ROUGHEST = 0.015;
/** So many, those that come nearest to whole samples; no multiples of 2 or 3, after which a rough motion may repeat. */
const LATER = [5, 7, 11];

export interface Heard {
  /** Share of the pitch by which the strongest harmonic is sharp. */
  readonly sharp: number;
  /** Whether the motion repeats with the period asked for and no shorter one. */
  readonly tone: boolean;
}

/**
 * Listens to a string that plays from silence: by how much it is sharp once its motion is steady, and whether that comes
 * back as it was after each period, as a tone does, or rattles, beats, or sounds one of the string's parts alone. About
 * 15 M samples/s.
 */
export class BowedHearing {
  readonly #loop: BowedLoop;
  readonly #period: number;
  readonly #sampleRate: number;
  readonly #window: number;
  readonly #hop: number;
  readonly #x: Float64Array;
  #at = 0;

  constructor(loop: BowedLoop, period: number, sampleRate: number) {
    this.#loop = loop;
    this.#period = period;
    this.#sampleRate = sampleRate;
    this.#window = Math.round(Math.max(WINDOW, WINDOW_PERIODS * period));
    this.#hop = Math.round(Math.max(HOP, HOP_PERIODS * period));
    this.#x = new Float64Array(this.#window + this.#hop);
  }

  /** What sounds once it is steady, or after some time; `undefined` where nothing does. */
  settled(): Heard | undefined {
    const last = Math.min(PATIENCE_SECONDS * this.#sampleRate + PATIENCE_PERIODS * this.#period, PATIENCE);
    this.#play(SETTLE_SECONDS, SETTLE_PERIODS);
    let before = this.#pitch();
    if (before === undefined && this.#power() < SILENCE) return undefined;
    for (;;) {
      this.#play(AGAIN_SECONDS, 0);
      const now = this.#pitch();
      const moved = now !== undefined && before !== undefined ? Math.abs(now.sharp - before.sharp) : 1;
      const steady = moved < SAME_PITCH && Math.abs(now!.power - before!.power) < SAME_POWER * now!.power;
      if (steady) return { sharp: now!.sharp, tone: this.#isTone(now!) };
      if (this.#at >= last) {
        if (this.#power() < QUIET) return undefined;
        return { sharp: now?.sharp ?? 0, tone: moved < WAVERS && this.#isTone(now!) };
      }
      before = now;
    }
  }

  /** What sounds some seconds later. */
  after(seconds: number): Heard {
    this.#play(seconds, 0);
    const now = this.#pitch();
    return { sharp: now?.sharp ?? 0, tone: now !== undefined && this.#isTone(now) };
  }

  /** Plays on, and then what is listened to. */
  #play(seconds: number, periods: number): void {
    const until = this.#at + Math.round(seconds * this.#sampleRate + periods * this.#period);
    while (this.#at < until) this.#loop.step(this.#at++);
    const x = this.#x;
    for (let k = 0; k < x.length; k++) x[k] = this.#loop.step(this.#at++);
  }

  /** By a short window first, in whose band a note lies that is far off. */
  #pitch(): Pitch | undefined {
    const period = this.#period;
    const short = Math.round(WINDOW_PERIODS * period);
    const near = pitchOf(this.#x, period, short, Math.round(HOP_PERIODS * period));
    if (near === undefined || short === this.#window) return near;
    const nearer = pitchOf(this.#x, period / (1 + near.sharp), this.#window, this.#hop);
    return nearer && { ...nearer, sharp: (1 + near.sharp) * (1 + nearer.sharp) - 1 };
  }

  #isTone(pitch: Pitch): boolean {
    return pitch.whole && roughness(this.#x, this.#period / (1 + pitch.sharp)) < ROUGHEST;
  }

  /** Mean power but for that of the mean. */
  #power(): number {
    let sum = 0;
    let power = 0;
    for (const v of this.#x) {
      sum += v;
      power += v * v;
    }
    return (power - (sum * sum) / this.#x.length) / this.#x.length;
  }
}

/** Share of the power by which a signal differs from itself some periods later. */
function roughness(x: Float64Array, period: number): number {
  const rest = (n: number) => n * period - Math.round(n * period);
  const n = LATER.reduce((a, b) => (2 * b * period < x.length && Math.abs(rest(b)) < Math.abs(rest(a)) ? b : a));
  const lag = Math.round(n * period);
  // The rest is shared: both are read between samples, in opposite directions, and lose the same treble.
  const between = Math.abs(rest(n)) / 2;
  const towards = rest(n) < 0 ? 1 : -1;
  let sum = 0;
  let power = 0;
  let differs = 0;
  const count = x.length - lag - 2;
  for (let i = 1; i <= count; i++) {
    const j = i + lag;
    const a = x[i]! + between * (x[i + towards]! - x[i]!);
    const d = x[j]! + between * (x[j - towards]! - x[j]!) - a;
    sum += a;
    power += a * a;
    differs += d * d;
  }
  return differs / 2 / (power - (sum * sum) / count);
}
