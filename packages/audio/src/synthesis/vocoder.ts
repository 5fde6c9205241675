import { exp, log } from '@speccade/numerics';
import type { Synthesis } from '@speccade/spec/kinds/audio_v1';
import { clampHertz, phaseStep } from '../dsp/frequency.ts';
import { createOscillator } from '../dsp/oscillator.ts';
import { BLOCK } from '../dsp/process.ts';
import { cosTurns, sinTurns } from '../dsp/sine.ts';
import { staticBiquad } from '../filters/biquad.ts';
import { bandpass, designAt } from '../filters/rbj.ts';
import type { Synthesizer, Voice, VoiceContext } from '../voice.ts';

export type Vocoder = Extract<Synthesis, { type: 'vocoder' }>;

/** Hz. */
const LOWEST_CARRIER = 20;
const LOWEST_BAND = 80;
const HIGHEST_BAND = 16000;
const LOWEST_CENTRE = 20;
const HIGHEST_CENTRE = 20000;
const FEWEST = 4;
const MOST = 64;
const DUTY = 0.3;
/** Of bands that say nothing of their width. */
export const Q = 2;
/** Seconds. */
const FASTEST = 0.001;
/** Hz. */
const SLOWEST_FORMANTS = 0.1;
/** Ranges, in Hz, in which speech has its formants. */
const SPEECH: readonly (readonly [from: number, to: number])[] = [
  [300, 900],
  [900, 2500],
  [2000, 3500],
];

interface Band {
  /** Hz. */
  readonly centre: number;
  readonly q: number;
  readonly pattern: readonly number[];
}

/** Writes the samples `[start, end)` of a carrier to `out[0..]`; calls come in order. */
type Carrier = (out: Float64Array, start: number, end: number) => void;

/** What the reference does otherwise. */
export interface VocoderManner {
  readonly carrier: (synthesis: Vocoder, context: VoiceContext) => Carrier;
  /** Q of a band of the given bandwidth. */
  readonly q: (bandwidth: number) => number;
}

const clamp = (v: number, low: number, high: number) => Math.min(Math.max(v, low), high);

/**
 * A carrier in bands, each of which follows an envelope: one that is given, or one that wanders as speech does
 * (H. Dudley, "The vocoder", Bell Laboratories Record 18, 1939). Raw level: peak 1.
 */
export const vocoder: Synthesizer<Vocoder> = {
  voice: (synthesis, context) =>
    vocoderVoice(synthesis, context, { carrier: bandLimitedCarrier, q: (bandwidth) => clamp(bandwidth, 0.5, 20) }),
};

const bandLimitedCarrier: VocoderManner['carrier'] = ({ carrier_freq, carrier_type }, context) =>
  createOscillator({
    waveform: carrier_type === 'pulse' ? 'pulse' : 'sawtooth',
    step: phaseStep(Math.max(carrier_freq, LOWEST_CARRIER), undefined, 1, context),
    duty: DUTY,
  });

export function vocoderVoice(synthesis: Vocoder, context: VoiceContext, manner: VocoderManner): Voice {
  const { sampleRate, length, random } = context;
  const bands = bandsOf(synthesis, sampleRate, manner.q);
  const follow = [synthesis.envelope_attack, synthesis.envelope_release].map((seconds) =>
    exp(-1 / (Math.max(seconds, FASTEST) * sampleRate)),
  ) as [attack: number, release: number];
  // Random numbers are drawn carrier first, then band by band, each for the whole layer: every one of them has its own
  // place in the sequence.
  const noise = synthesis.carrier_type === 'noise';
  const carrierNoise = random.clone();
  if (noise) random.advance(2 * length);
  const carry = noise ? undefined : manner.carrier(synthesis, context);
  const patterned = synthesis.bands.length > 0 && bands.every(({ pattern }) => pattern.length > 0);
  const channels = bands.flatMap(({ centre, q, pattern }, k) => {
    const target = patterned
      ? stretched(pattern, length)
      : speech(centre, k / bands.length, synthesis.formant_rate, context);
    if (!(centre >= LOWEST_CENTRE && centre < sampleRate / 2)) return [];
    return [
      {
        target,
        section: staticBiquad(designAt(bandpass, centre / sampleRate, q)),
        follower: Float64Array.of(...follow, 0),
      },
    ];
  });
  const carrier = new Float64Array(BLOCK);
  const signal = new Float64Array(BLOCK);
  const goals = new Float64Array(BLOCK);
  return {
    render(out, start, end) {
      const count = end - start;
      if (carry) carry(carrier, start, end);
      else carrierNoise.fillBipolar(carrier, 0, count);
      out.fill(0, 0, count);
      for (const channel of channels) {
        channel.target(goals, start, end);
        signal.set(carrier);
        channel.section.process(signal, start, end);
        addFollowing(out, signal, goals, count, channel.follower);
      }
    },
    normalized: true,
  };
}

/** Adds a signal at a level that follows the goals: how much of the way to them is left upwards and down, and the level. */
function addFollowing(
  out: Float64Array,
  signal: Float64Array,
  goals: Float64Array,
  count: number,
  follower: Float64Array,
): void {
  const up = follower[0]!;
  const down = follower[1]!;
  let level = follower[2]!;
  for (let k = 0; k < count; k++) {
    const goal = goals[k]!;
    level = goal + (goal > level ? up : down) * (level - goal);
    out[k] = out[k]! + signal[k]! * level;
  }
  follower[2] = level;
}

function bandsOf(synthesis: Vocoder, sampleRate: number, q: VocoderManner['q']): readonly Band[] {
  if (synthesis.bands.length > 0) {
    return synthesis.bands.map(({ center_freq, bandwidth, envelope_pattern }) => ({
      centre: clamp(center_freq, LOWEST_CENTRE, HIGHEST_CENTRE),
      q: q(bandwidth),
      pattern: envelope_pattern,
    }));
  }
  const count = clamp(synthesis.num_bands, FEWEST, MOST);
  const highest = Math.min(sampleRate / 2 - 100, HIGHEST_BAND);
  const spread = (from: number, to: number, k: number) => from + ((k + 0.5) * (to - from)) / count;
  return Array.from({ length: count }, (_, k) => ({
    centre:
      synthesis.band_spacing === 'linear'
        ? spread(LOWEST_BAND, highest, k)
        : exp(spread(log(LOWEST_BAND), log(highest), k)),
    q: Q,
    pattern: [],
  }));
}

/** Writes the levels that a band goes for in the samples `[start, end)`; calls come in order. */
type Target = (out: Float64Array, start: number, end: number) => void;

/** The pattern over the whole layer, linearly. */
function stretched(pattern: readonly number[], length: number): Target {
  const last = pattern.length - 1;
  return (out, start, end) => {
    for (let i = start; i < end; i++) {
      const at = (i * last) / Math.max(length - 1, 1);
      const k = Math.min(Math.floor(at), last);
      const f = at - k;
      out[i - start] = pattern[k]! * (1 - f) + pattern[Math.min(k + 1, last)]! * f;
    }
  };
}

/** Three sines that never meet, the louder the nearer the band is to where speech has formants, and some noise. */
function speech(centre: number, turns: number, formantRate: number, context: VoiceContext): Target {
  const { sampleRate, length } = context;
  let nearness = 0;
  for (const [from, to] of SPEECH) {
    const x = (centre - (from + to) / 2) / (to - from);
    nearness += exp(-2 * x * x);
  }
  const amplitude = Math.min(1, 0.1 + 0.6 * nearness);
  const cycle = Math.max(1, Math.trunc(sampleRate / clampHertz(Math.max(formantRate, SLOWEST_FORMANTS))));
  const noise = 0.1 + 0.1 * context.random.nextF64();
  const random = context.random.clone();
  context.random.advance(2 * length);
  // Each sine is a rotation that starts anew from the formula at every block.
  const [cosA, cosB, cosC] = SPEEDS.map((speed) => cosTurns(speed / cycle)) as [number, number, number];
  const [sinA, sinB, sinC] = SPEEDS.map((speed) => sinTurns(speed / cycle)) as [number, number, number];
  const setup = Float64Array.of(amplitude, noise, cosA, sinA, cosB, sinB, cosC, sinC, 0);
  return (out, start, end) => {
    random.fillBipolar(out, 0, end - start);
    setup[8] = start / cycle + turns;
    wander(out, end - start, setup);
  };
}

/** How fast the three sines are. */
const SPEEDS = [1, 2.3, 3.7] as const;

/** Replaces white noise by levels: amplitude, share of the noise, cosine and sine of three steps, and the turns so far. */
function wander(x: Float64Array, count: number, setup: Float64Array): void {
  const amplitude = setup[0]!;
  const noise = setup[1]!;
  const ca = setup[2]!;
  const sa = setup[3]!;
  const cb = setup[4]!;
  const sb = setup[5]!;
  const cc = setup[6]!;
  const sc = setup[7]!;
  const at = setup[8]!;
  let ar = cosTurns(SPEEDS[0] * at);
  let ai = sinTurns(SPEEDS[0] * at);
  let br = cosTurns(SPEEDS[1] * at);
  let bi = sinTurns(SPEEDS[1] * at);
  let cr = cosTurns(SPEEDS[2] * at);
  let ci = sinTurns(SPEEDS[2] * at);
  for (let k = 0; k < count; k++) {
    const level = amplitude * (0.5 * (0.5 + 0.5 * ai) + 0.3 * (0.5 + 0.3 * bi) + 0.2 * (0.5 + 0.2 * ci));
    x[k] = Math.min(Math.max(level + noise * x[k]!, 0), 1);
    const a = ar * ca - ai * sa;
    ai = ar * sa + ai * ca;
    ar = a;
    const b = br * cb - bi * sb;
    bi = br * sb + bi * cb;
    br = b;
    const c = cr * cc - ci * sc;
    ci = cr * sc + ci * cc;
    cr = c;
  }
}
