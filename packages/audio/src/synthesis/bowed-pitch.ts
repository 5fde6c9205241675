/** The harmonics of a short stretch of sound, for `BowedHearing`: their phases tell the pitch. */
import { atan2, cos, sin } from '@speccade/numerics';
import { TAU } from '../dsp/sine.ts';

/** Harmonics of which the strongest tells the pitch: near the bridge the bow makes the string sound in parts. */
const HARMONICS = 8;
/** Power of a harmonic below which nothing sounds. */
const QUIETEST = 1e-8;
/** From one time to the next longer one. */
const STRIDE = 6;
/** Share of the power that must lie outside the multiples of 2 and of 3. */
const FAINTEST = 3e-4;

export interface Pitch {
  /** Share of the pitch by which the strongest harmonic is sharp. */
  readonly sharp: number;
  /** Of the strongest harmonic. */
  readonly power: number;
  /** Whether the harmonics are not all multiples of 2 or of 3, as those of a string that sounds one of its parts are. */
  readonly whole: boolean;
}

/**
 * The pitch of `x[0..window + hop)`, samples of a note of about that period, by the phases of its strongest harmonic
 * `hop` samples apart; `undefined` where none of its harmonics sounds. A harmonic is found when it is off by less than
 * two turns in a window.
 */
export function pitchOf(x: Float64Array, period: number, window: number, hop: number): Pitch | undefined {
  let strongest = 0;
  let most = QUIETEST;
  let total = 0;
  let odd = 0;
  let notThird = 0;
  for (let h = 1; h <= HARMONICS && 2 * h < period; h++) {
    const [re, im] = component(x, 0, window, h / period);
    const power = (re * re + im * im) / window / window;
    total += power;
    if (h % 2 !== 0) odd += power;
    if (h % 3 !== 0) notThird += power;
    if (power > most) {
      most = power;
      strongest = h;
    }
  }
  if (strongest === 0) return undefined;
  const turns = strongest / period;
  const first = component(x, 0, window, turns);
  let error = 0;
  // Over ever longer times, each with the whole turns that the shorter one shows.
  for (let time = Math.round(period / 2); time <= hop; time = time < hop ? Math.min(STRIDE * time, hop) : hop + 1) {
    const phase = phaseBetween(first, component(x, time, window, turns), time * turns);
    error = (phase + Math.round(error * time - phase)) / time;
  }
  return { sharp: error / turns, power: most, whole: Math.min(odd, notThird) > FAINTEST * total };
}

type Complex = readonly [re: number, im: number];

/** The component of `count` samples from `from` on at a frequency in turns per sample, under a Hann window. */
function component(x: Float64Array, from: number, count: number, turns: number): Complex {
  const c = cos(TAU * turns);
  const s = -sin(TAU * turns);
  const wc = cos(TAU / count);
  const ws = sin(TAU / count);
  let u = 1;
  let v = 0;
  let wu = 1;
  let wv = 0;
  let re = 0;
  let im = 0;
  for (let i = 0; i < count; i++) {
    const y = x[from + i]! * (0.5 - 0.5 * wu);
    re += y * u;
    im += y * v;
    const nextU = u * c - v * s;
    v = u * s + v * c;
    u = nextU;
    const nextW = wu * wc - wv * ws;
    wv = wu * ws + wv * wc;
    wu = nextW;
  }
  return [re, im];
}

/** Turns from one to the other beyond those expected, −0.5 to 0.5. */
function phaseBetween([re0, im0]: Complex, [re1, im1]: Complex, expected: number): number {
  const turns = atan2(im1 * re0 - re1 * im0, re1 * re0 + im1 * im0) / TAU - expected;
  return turns - Math.round(turns);
}
