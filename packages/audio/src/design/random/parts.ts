/** Parts that several categories are made of. Times are shares of the named value `d`, the duration in seconds. */
import { lin, log, maybe, of, pick, type Template } from './leaves.ts';

/** A sound that falls from its start: struck, shot, plucked. */
export const strike: Template = {
  attack: log(0.001, 0.004),
  decay: of('d', 0.6, 0.9),
  sustain: 0,
  release: of('d', 0.1),
};

/** A sound that holds and then lets go. */
export const hold: Template = {
  attack: log(0.001, 0.006),
  decay: of('d', 0.2, 0.4),
  sustain: lin(0.4, 0.7),
  release: of('d', 0.2, 0.4),
};

/** A sound that comes and goes. */
export const swell: Template = {
  attack: of('d', 0.25, 0.5),
  decay: of('d', 0.05, 0.1),
  sustain: lin(0.6, 0.9),
  release: of('d', 0.3, 0.45),
};

/** Bright enough to be noticed in a game, without the offset of a narrow pulse. */
export const tone: Template = pick('square', 'square', 'triangle', 'sawtooth');

/** Takes the offset of pulses and of short envelopes away. */
export const clean: Template = { type: 'highpass', cutoff: lin(60, 120), resonance: 0.7 };

/** The same for the mix of a low sound, far enough below it. */
export const grounded: Template = { type: 'highpass', cutoff: 25, resonance: 0.7 };

export function layer(
  synthesis: Template,
  envelope: Template,
  more: { readonly [key: string]: Template } = {},
): Template {
  return { synthesis, envelope, volume: 0.8, pan: 0, ...more };
}

/** An oscillator of a waveform at a frequency, perhaps gliding. */
export function oscillator(waveform: Template, frequency: Template, end?: Template): Template {
  const still = { type: 'oscillator', waveform, frequency };
  return end === undefined ? still : { ...still, freq_sweep: { end_freq: end, curve: pick('exponential', 'linear') } };
}

/** White, pink or brown noise through a filter that moves. */
export function noise(colour: Template, filter: Template): Template {
  return { type: 'noise_burst', noise_type: colour, filter };
}

/** A hint of a room, sometimes. */
export const room: Template = [
  maybe(0.4, { type: 'reverb', room_size: lin(0.2, 0.6), damping: lin(0.3, 0.7), wet: lin(0.08, 0.2), width: 1 }),
];

/** The colours of old hardware, sometimes. */
export const crushed: Template = [
  maybe(0.3, { type: 'bitcrush', bits: pick(6, 8, 10), sample_rate_reduction: pick(1, 2, 3) }),
];
