/** An sfxr preset as parameters of `audio_v1`: one layer, what it cannot do is remarked. */
import { log2 } from '@speccade/numerics';
import type { JsonObject } from '@speccade/spec';
import { tidy } from '../tidy.ts';
import type { Remarks } from './found-sound.ts';
import { partialsOf } from './partials.ts';
import { type FittedPitch, fitPitch } from './pitch-fit.ts';
import { DOWN_3_DB, highpassOf, LOWEST_CUTOFF, lowpassOf } from './sfxr-filters.ts';
import type { SfxrName, SfxrPreset } from './sfxr-parameters.ts';
import { SFXR_RATE, type SfxrCourse, sfxrCourse } from './sfxr-pitch.ts';

/** Share of a change of the pulse's width that must be possible before it stops at its end. */
const ALL_OF_IT = 0.9;
/** Cents of error from which a course of pitch counts as approximated; of noise, which has none, more is let pass. */
const HEARD = 15;
const HEARD_IN_NOISE = 300;
/** Values per period of noise. */
const HELD = 32;
/** Cutoff by rate of the filter that is 3 dB down where held values are. */
const HELD_CUTOFF = 0.443 / DOWN_3_DB;
/** Octaves by which the pitch of noise may move and be taken for one in the middle. */
const NEARLY_STILL = 0.5;
/** Hz; of the rates of sfxr and jsfxr those that budgets allow. */
const RATES: readonly number[] = [22050, 44100];
/** A vibrato below this share of the period, or this many Hz, is none. */
const FAINTEST = 1e-4;
/** Milliseconds: what a flanger has at least, and what changes nothing. */
const SHORTEST_DELAY = 0.1;
const NO_DELAY = 0.003;
/** Share of the sample rate beyond which a filter or a partial is left out. */
const INAUDIBLE = 0.45;

/** `undefined` for a preset whose envelope has no length. */
export function sfxrSound(p: SfxrPreset, remarks: Remarks): JsonObject | undefined {
  const stage = (value: number) => Math.floor(value * value * 100000);
  const [attack, sustain, decay] = [stage(p.p_env_attack), stage(p.p_env_sustain), stage(p.p_env_decay)];
  const course = sfxrCourse(p, attack + sustain + decay);
  const samples = course.hertz.length;
  if (samples === 0) return undefined;
  const seconds = (n: number) => tidy(n / SFXR_RATE);
  const punch = 1 + 2 * Math.max(p.p_env_punch, 0);
  // The release begins after attack and decay, also where a limit of the pitch cuts the sound off before its end.
  const envelope = {
    attack: seconds(attack),
    decay: seconds(sustain),
    sustain: tidy(1 / punch),
    release: seconds(decay),
  };
  if (punch > 1 && attack > 0) remarks.lost('p_env_punch', 'the attack rises to the punch instead of jumping to it');

  const rate = rateOf(p, remarks);
  const source = p.wave === 'noise' ? noise : tone;
  const { synthesis, lfo, effect } = source(p, course, rate, remarks);
  const [lowpass, highpass] = [lowpassOf(p, samples), highpassOf(p, samples)];
  const filter = lowpass ?? highpass;
  if (lowpass?.cutoff_end === LOWEST_CUTOFF) remarks.lost('p_lpf_ramp', 'the low-pass closes more slowly');
  const layer = { synthesis, envelope, volume: tidy(Math.min(Math.max(p.sound_vol, 0), 1)), pan: 0 };
  return {
    duration_seconds: seconds(samples),
    ...(rate !== SFXR_RATE && { sample_rate: rate }),
    layers: [{ ...layer, ...(filter && { filter }), ...(lfo && { lfo }) }],
    ...(lowpass && highpass && { master_filter: highpass }),
    ...phaser(p, samples, effect ? [effect] : [], remarks),
  };
}

interface Source {
  readonly synthesis: JsonObject;
  readonly lfo?: JsonObject | undefined;
  readonly effect?: JsonObject;
}

function tone(p: SfxrPreset, course: SfxrCourse, rate: number, remarks: Remarks): Source {
  const pitch = fitted(p, course, true, HEARD, remarks);
  const wave = waveOf(p, course, rate, remarks);
  const synthesis = {
    ...wave.synthesis,
    frequency: pitch.frequency,
    ...(pitch.sweep && { freq_sweep: pitch.sweep }),
  };
  // A layer has one LFO: the jump is heard most, the changing pulse least.
  const wanted: [lfo: JsonObject | undefined, name: SfxrName, what: string][] = [
    [pitch.lfo, 'p_arp_mod', 'the steps of the pitch'],
    [vibrato(p), 'p_vib_strength', 'the vibrato'],
    [wave.lfo, 'p_duty_ramp', 'the width of the pulse'],
  ];
  const [chosen, ...rest] = wanted.filter(([lfo]) => lfo !== undefined);
  for (const [, name] of rest) {
    remarks.lost(name, `the layer's LFO is used for ${chosen![2]}; ${name} is left out`);
  }
  return { synthesis, lfo: chosen?.[0] };
}

/** The pitch, and a remark where it is not what it was. */
function fitted(p: SfxrPreset, course: SfxrCourse, lfo: boolean, heard: number, remarks: Remarks): FittedPitch {
  const { hertz, jump, repeat } = course;
  const time = (n: number | undefined) => (n === undefined ? undefined : n / SFXR_RATE);
  const at = (t: number) => hertz[Math.min(Math.floor(t * SFXR_RATE), hertz.length - 1)]!;
  const fit = fitPitch({ seconds: hertz.length / SFXR_RATE, at, jump: time(jump), repeat: time(repeat) }, { lfo });
  if (fit.errorCents > heard) {
    const reasons: SfxrName[] = ['p_repeat_speed', 'p_arp_mod', 'p_freq_dramp', 'p_freq_ramp'];
    const cause = reasons.find((name) => p[name] !== 0) ?? 'p_base_freq';
    remarks.lost(cause, `the course of the pitch is approximated, ${Math.round(fit.errorCents)} cents off on average`);
  }
  return fit;
}

function vibrato(p: SfxrPreset): JsonObject | undefined {
  const depth = p.p_vib_strength * 0.5;
  const rate = (p.p_vib_speed * p.p_vib_speed * 0.01 * SFXR_RATE) / (2 * Math.PI);
  if (!(depth > FAINTEST && rate > FAINTEST)) return undefined;
  // The period swings by ±depth; the interval between its ends is what is kept. It begins downwards.
  const within = Math.min(depth, 0.99);
  const semitones = 6 * log2((1 + within) / (1 - within));
  const config = { waveform: 'sine', rate: tidy(rate), depth: 1, phase: 0.5 };
  return { config, target: { target: 'pitch', semitones: tidy(semitones) } };
}

function waveOf(p: SfxrPreset, course: SfxrCourse, rate: number, remarks: Remarks): Source {
  if (p.wave === 'sine') return { synthesis: { type: 'oscillator', waveform: 'sine' } };
  if (p.wave === 'square') return pulse(p, course.hertz.length, remarks);
  const duty = dutyAt(p, 0);
  if (p.dialect === 'sfxr' || duty < 0.02) return { synthesis: { type: 'oscillator', waveform: 'sawtooth' } };
  // jsfxr bends its saw by the duty, up to a triangle.
  if (p.p_duty_ramp !== 0) remarks.lost('p_duty_ramp', 'the shape of the saw does not change');
  if (duty > 0.49) return { synthesis: { type: 'oscillator', waveform: 'triangle' } };
  const bent = (cycle: number) => (cycle < duty ? (2 * cycle) / duty - 1 : 1 - (2 * (cycle - duty)) / (1 - duty));
  const highest = course.hertz.reduce((most, hertz) => Math.max(most, hertz), 0);
  const partials = partialsOf(bent, Math.floor((INAUDIBLE * rate) / highest));
  return { synthesis: { type: 'multi_oscillator', oscillators: partials } };
}

function dutyAt(p: SfxrPreset, sample: number): number {
  return Math.min(Math.max(0.5 - p.p_duty * 0.5 - p.p_duty_ramp * 0.00005 * sample, 0), 0.5);
}

function pulse(p: SfxrPreset, samples: number, remarks: Remarks): Source {
  const [start, end] = [dutyAt(p, 0), dutyAt(p, samples)];
  // A pulse of no width would be silent here; there it was nearly so.
  const still = (duty: number) => ({ type: 'oscillator', waveform: 'square', duty: tidy(Math.max(duty, 0.01)) });
  if (start === end) return { synthesis: still(start) };
  const reached = Math.abs(end - start) / (Math.abs(p.p_duty_ramp) * 0.00005 * samples);
  if (reached < ALL_OF_IT)
    remarks.lost('p_duty_ramp', 'the width of the pulse takes the whole sound to get to its end');
  // A sawtooth LFO rises. A pulse that is low for as long as another is high sounds the same.
  const middle = (start + end) / 2;
  const config = { waveform: 'sawtooth', rate: tidy((0.999 * SFXR_RATE) / samples), depth: 1 };
  const target = { target: 'pulse_width', amount: tidy(Math.abs(end - start) / 2) };
  return { synthesis: still(end > start ? middle : 1 - middle), lfo: { config, target } };
}

function noise(p: SfxrPreset, course: SfxrCourse, rate: number, remarks: Remarks): Source {
  const { frequency, sweep } = fitted(p, course, false, HEARD_IN_NOISE, remarks);
  if (p.p_vib_strength > 0 && p.p_vib_speed !== 0) remarks.lost('p_vib_strength', 'noise has no vibrato');
  const white = { type: 'noise_burst', noise_type: 'white' };
  const last = sweep?.end_freq ?? frequency;
  // Held values are what a bitcrush makes, as long as next to nothing moves and no filter comes between.
  if (Math.abs(log2(last / frequency)) < NEARLY_STILL && lowpassOf(p, course.hertz.length) === undefined) {
    const held = rate / (HELD * Math.sqrt(frequency * last));
    const effect = { type: 'bitcrush', bits: 16, sample_rate_reduction: tidy(held) };
    return { synthesis: white, ...(held > 1 && { effect }) };
  }
  const [cutoff, end] = [frequency, last].map((hertz) => tidy(hertz * HELD * HELD_CUTOFF)) as [number, number];
  if (Math.min(cutoff, end) > INAUDIBLE * rate) return { synthesis: white };
  const filter = { type: 'lowpass', cutoff, resonance: 0.5, ...(sweep && { cutoff_end: end }) };
  return { synthesis: { ...white, filter } };
}

/** The effects: those given, and the copy of the sound that sfxr adds a little later. */
function phaser(p: SfxrPreset, samples: number, effects: readonly JsonObject[], remarks: Remarks): JsonObject {
  const square = (value: number) => (value < 0 ? -1 : 1) * value * value;
  const start = square(p.p_pha_offset) * 1020;
  const end = start + square(p.p_pha_ramp) * samples;
  const ms = (delay: number) => Math.min(Math.abs(delay), 1023) / (8 * 44.1);
  const [from, to] = [start * end < 0 ? 0 : ms(start), ms(end)];
  if (ms(start) < NO_DELAY && to < NO_DELAY) return effects.length > 0 ? { effects } : {};
  const flanger = (delay: number) => ({
    effects: [
      ...effects,
      { type: 'flanger', rate: 0.1, depth: 0, feedback: 0, delay_ms: tidy(Math.max(delay, SHORTEST_DELAY)), wet: 0.5 },
    ],
  });
  if (p.p_pha_ramp === 0) {
    if (from < SHORTEST_DELAY) remarks.lost('p_pha_offset', 'the delay of the phaser is 0.1 ms, the shortest there is');
    return flanger(from);
  }
  if (to <= from) {
    remarks.lost('p_pha_ramp', 'a phaser whose delay shrinks has no equivalent; its delay stays as it begins');
    return flanger(from);
  }
  if (start * end < 0)
    remarks.lost('p_pha_ramp', 'the delay of the phaser grows from 0 instead of shrinking to it first');
  const config = { waveform: 'sawtooth', rate: tidy((0.999 * SFXR_RATE) / samples), depth: 1 };
  const target = { target: 'delay_time', amount_ms: tidy((to - from) / 2) };
  return { ...flanger((from + to) / 2), post_fx_lfos: [{ config, target }] };
}

function rateOf(p: SfxrPreset, remarks: Remarks): number {
  if (RATES.includes(p.sample_rate)) return p.sample_rate;
  remarks.lost('sample_rate', `made at ${p.sample_rate > SFXR_RATE ? 44100 : 22050} Hz`);
  return p.sample_rate > SFXR_RATE ? SFXR_RATE : RATES[0]!;
}
