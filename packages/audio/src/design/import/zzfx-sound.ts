/** A ZzFX preset as parameters of `audio_v1`: one layer, two with noise; what they cannot do is remarked. */
import type { JsonObject } from '@speccade/spec';
import { tidy } from '../tidy.ts';
import type { Remarks } from './found-sound.ts';
import { type FittedPitch, fitPitch } from './pitch-fit.ts';
import type { ZzfxName, ZzfxPreset } from './zzfx-parameters.ts';
import { ZZFX_RATE, zzfxCourse } from './zzfx-pitch.ts';
import { WHITE_NOISE, zzfxWave } from './zzfx-wave.ts';

/** Cents of error from which a course of pitch counts as approximated. */
const HEARD = 15;
/** Seconds; ZzFX lets no sound begin faster. */
const SHORTEST_ATTACK = 9 / ZZFX_RATE;
/** Hz; a slower modulation does not move. */
const SLOWEST = 0.001;
/** Seconds. */
const LONGEST_DELAY = 2;
/** Bits of a bitcrush that only holds samples. */
const ALL_BITS = 16;

/** Length in seconds without the echo after the end. */
export function zzfxSeconds(z: ZzfxPreset): number {
  return (z.attack || SHORTEST_ATTACK) + z.decay + z.sustain + z.release;
}

export function zzfxSound(z: ZzfxPreset, given: ReadonlySet<ZzfxName>, remarks: Remarks): JsonObject {
  if (given.has('randomness') && z.randomness !== 0) {
    remarks.lost('randomness', 'a spec makes one sound; its pitch is the one in the middle');
  }
  const attack = z.attack || SHORTEST_ATTACK;
  const length = zzfxSeconds(z);
  // A layer ends with the sound, so an echo can ring on only after what falls without holding before.
  const struck = z.decay === 0 && z.sustain === 0 && z.sustainVolume === 1;
  const rings = z.delay > 0 && struck;
  if (z.delay > 0 && !struck) remarks.lost('delay', 'the echo ends with the sound');
  const envelope = rings
    ? { attack: tidy(attack), decay: tidy(z.release), sustain: 0, release: 0 }
    : {
        attack: tidy(attack),
        decay: tidy(z.decay),
        // Without a decay the level falls to that of the sustain at once.
        sustain: tidy(Math.min(z.sustainVolume, 1)),
        release: tidy(z.release),
      };
  if (z.sustainVolume > 1) remarks.lost('sustainVolume', 'the sustain is not louder than the attack');
  const duration = tidy(length + (rings ? z.delay : 0));
  const { synthesis, lfo } = source(z, duration, remarks);
  const filter = filterOf(z);
  const layer = { envelope, pan: 0, ...(filter && { filter }) };
  const tremolo = lfo && (lfo.target as JsonObject).target === 'volume' ? { lfo } : {};
  const volume = Math.min(z.volume, 1);
  const noisy = z.noise / (1 + z.noise);
  if (z.noise > 0) remarks.lost('noise', 'the noise in the phase is approximated by a layer of noise');
  return {
    duration_seconds: duration,
    layers: [
      { ...layer, synthesis, volume: tidy(volume * (1 - noisy)), ...(lfo && { lfo }) },
      ...(z.noise > 0 ? [{ ...layer, synthesis: WHITE_NOISE, volume: tidy(volume * noisy), ...tremolo }] : []),
    ],
    ...effects(z, remarks),
  };
}

function source(
  z: ZzfxPreset,
  seconds: number,
  remarks: Remarks,
): { readonly synthesis: JsonObject; readonly lfo?: JsonObject | undefined } {
  const course = zzfxCourse(z, seconds);
  const unmoved = z.slide === 0 && z.deltaSlide === 0 && z.pitchJump === 0;
  if (Math.abs(z.modulation) > SLOWEST) {
    // The frequency swings through 0 as a cosine: a phase modulation of something that does not move by itself.
    if (unmoved && z.shape === 0 && z.shapeCurve === 1 && z.tremolo === 0) return { synthesis: throughZero(z) };
    remarks.lost('modulation', 'only a plain sine of constant pitch can be modulated; it is left out');
  }
  const pitch = fitPitch(course, { lfo: true });
  const isNoise = Math.ceil(z.shape) === 4;
  if (pitch.errorCents > HEARD && !isNoise) {
    const reasons: ZzfxName[] = ['repeatTime', 'pitchJump', 'deltaSlide', 'slide'];
    const cause = reasons.find((name) => z[name] !== 0) ?? 'frequency';
    remarks.lost(
      cause,
      `the course of the pitch is approximated, ${Math.round(pitch.errorCents)} cents off on average`,
    );
  }
  const lfo = lfoOf(z, isNoise ? { ...pitch, lfo: undefined } : pitch, remarks);
  return { synthesis: zzfxWave(z, pitch, highestOf(pitch), remarks), lfo };
}

/** A carrier so slow that it stands still, and an index of frequency by modulation. */
function throughZero(z: ZzfxPreset): JsonObject {
  const rate = Math.abs(z.modulation);
  return {
    type: 'fm_synth',
    carrier_freq: 0.001,
    modulator_freq: tidy(rate),
    modulation_index: tidy(z.frequency / rate),
  };
}

function highestOf({ frequency, sweep }: FittedPitch): number {
  return Math.max(Math.abs(frequency), Math.abs(sweep?.end_freq ?? 0));
}

/** A layer has one LFO: the jump of the pitch is heard more than the tremolo. */
function lfoOf(z: ZzfxPreset, pitch: Pick<FittedPitch, 'lfo'>, remarks: Remarks): JsonObject | undefined {
  if (!(z.tremolo > 0 && z.repeatTime * ZZFX_RATE >= 1)) return pitch.lfo;
  if (pitch.lfo) {
    remarks.lost('tremolo', "the layer's LFO is used for the pitch; tremolo is left out");
    return pitch.lfo;
  }
  if (z.tremolo > 0.5) remarks.lost('tremolo', 'a tremolo does not turn the sound upside down; it is one of 0.5');
  const config = { waveform: 'sine', rate: tidy(1 / z.repeatTime), depth: 1 };
  return { config, target: { target: 'volume', amount: tidy(Math.min(2 * z.tremolo, 1)) } };
}

function filterOf(z: ZzfxPreset): JsonObject | undefined {
  if (z.filter === 0) return undefined;
  return { type: z.filter > 0 ? 'highpass' : 'lowpass', cutoff: tidy(2 * Math.abs(z.filter)), resonance: 2 };
}

function effects(z: ZzfxPreset, remarks: Remarks): JsonObject {
  if (z.delay > LONGEST_DELAY) remarks.lost('delay', `the echo comes after ${LONGEST_DELAY} seconds`);
  const held = Math.floor(z.bitCrush * 100);
  const crush = { type: 'bitcrush', bits: ALL_BITS, sample_rate_reduction: held };
  // Half of the sound and half of what came out a delay ago: a third of a line that feeds half of itself back.
  const echo = {
    type: 'delay',
    time_ms: tidy(Math.min(Math.max(z.delay, 0.001), LONGEST_DELAY) * 1000),
    feedback: 0.5,
    wet: tidy(1 / 3),
  };
  const chain = [...(held > 1 ? [crush] : []), ...(z.delay > 0 ? [echo] : [])];
  return chain.length > 0 ? { effects: chain } : {};
}
