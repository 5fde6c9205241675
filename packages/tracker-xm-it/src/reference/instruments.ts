/** Samples, tunings and envelopes as the reference implementation makes them. */
import { adsrPoints } from '../instruments/envelope.ts';
import { semitonesOf, type XmTuning } from '../instruments/tuning.ts';
import { parseWav } from '../instruments/wav.ts';
import type { SongTools } from '../tools.ts';

/** Envelopes there tick 50 times a second whatever the tempo. */
const TICKS_PER_SECOND = 50;
const LAST_TICK = 0xffff;

export const ticksPerSecond: SongTools['ticksPerSecond'] = () => TICKS_PER_SECOND;

/** Ticks stop at the largest number that a file can hold, several points at one tick or not. */
export const volumeEnvelope: SongTools['volumeEnvelope'] = (envelope) => {
  const { points, sustain } = adsrPoints(envelope, (seconds) =>
    seconds <= 0 ? 0 : Math.min(Math.floor(TICKS_PER_SECOND * seconds + 0.5), LAST_TICK),
  );
  return { points: points.map(([tick, value]) => [Math.min(tick, LAST_TICK), value] as const), sustain };
};

/** In steps of 1/128 semitones, of which players take the upper four bits. */
export function tuneXm(rate: number, midi: number): XmTuning {
  const semitones = semitonesOf(rate);
  let whole = Math.floor(semitones);
  let finetune = Math.round((semitones - whole) * 128);
  if (finetune >= 128) {
    finetune -= 128;
    whole++;
  }
  return { relativeNote: whole + 60 - midi, finetune };
}

/** Everything cut off towards zero; the padding of odd chunks taken for the next chunk. */
export const readWav: SongTools['readWav'] = (bytes, path) => {
  const data = parseWav(bytes, path, { padded: false, floats: false });
  const { rate, channels, bits, frames } = data;
  const full = FULL_SCALE[bits]!;
  const pcm = new Int16Array(frames);
  for (let frame = 0; frame < frames; frame++) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++) sum += data.sample(frame, channel);
    const value = Math.trunc(sum / channels) / full;
    pcm[frame] = Math.trunc(Math.min(Math.max(value, -1), 1) * 32_767);
  }
  return { pcm, rate };
};

const FULL_SCALE: Readonly<Record<number, number>> = { 8: 128, 16: 32_768, 24: 8_388_608, 32: 2_147_483_648 };
