/** How a sample of any rate and pitch is told to a player: XM counts semitones from 8363 Hz at C-4, IT has a rate in Hz. */
import { log2, pow } from '@speccade/numerics';

/** Hz at which XM plays a sample without tuning at C-4 (FastTracker 2's note on the Amiga's clock). */
export const XM_C4_RATE = 8363;
/** Steps of a semitone that players tell apart; the file counts 128. */
const STEPS = 16;
const C4 = 60;

export interface XmTuning {
  /** Semitones. */
  readonly relativeNote: number;
  /** 1/128 semitones. */
  readonly finetune: number;
}

/** Semitones from {@link XM_C4_RATE} to a rate. */
export function semitonesOf(rate: number): number {
  return 12 * log2(rate / XM_C4_RATE);
}

/** On the grid of the players: a finetune that is a multiple of 8, nearest to the rate. */
export function gridTuning(rate: number, midi: number): XmTuning {
  const steps = Math.round(STEPS * semitonesOf(rate));
  const whole = Math.floor(steps / STEPS);
  return { relativeNote: whole + C4 - midi, finetune: 8 * (steps - STEPS * whole) };
}

/**
 * The rate nearest to one that XM can express, in whole Hz: within 0.04 cents of it from 22 050 Hz up, where the grid
 * itself is up to 3.2 cents away.
 */
export function exactRate(rate: number): number {
  const steps = Math.round(STEPS * semitonesOf(rate));
  return Math.round(XM_C4_RATE * pow(2, steps / (12 * STEPS)));
}

/** IT: Hz at note 60, which is C-5 there. */
export function c5SpeedOf(rate: number, midi: number): number {
  return Math.floor(rate * pow(2, (72 - midi) / 12) + 0.5);
}

/** How far from its pitch an XM player plays the sample, in cents. */
export function xmDeviation({ relativeNote, finetune }: XmTuning, rate: number, midi: number): number {
  const played = XM_C4_RATE * pow(2, (midi - 12 + relativeNote - 48 + finetune / 128) / 12);
  return 1200 * log2(played / rate);
}

/** The same of an IT player. */
export function itDeviation(c5Speed: number, rate: number, midi: number): number {
  return 1200 * log2((c5Speed * pow(2, (midi - 72) / 12)) / rate);
}

/** Hz of a MIDI note. */
export function frequencyOf(midi: number): number {
  return 440 * pow(2, (midi - 69) / 12);
}
