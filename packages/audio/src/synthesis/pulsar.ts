import type { Synthesis } from '@speccade/spec/kinds/audio_v1';
import { clampHertz } from '../dsp/frequency.ts';
import { hannStart } from '../dsp/hann.ts';
import { createOscillator } from '../dsp/oscillator.ts';
import { OverlapBuffer } from '../dsp/overlap-buffer.ts';
import { inBlocks } from '../dsp/process.ts';
import { cosTurns } from '../dsp/sine.ts';
import { bandLimitedTone, type Tone } from '../dsp/tone.ts';
import { SILENT, type Synthesizer, type Voice, type VoiceContext } from '../voice.ts';

export type Pulsar = Extract<Synthesis, { type: 'pulsar' }>;

/** Grains that sound at once at most, where the pitch moves. */
const DENSEST = 1000;
/** And where they begin between samples though it stands still. */
const APART = 64;

/**
 * A train of equal Hann-windowed tones (pulsar synthesis: C. Roads, "Sound composition with pulsars", JAES 49(3), 2001).
 * They begin between samples, so their rate is exact, unless more than 64 sound at once. A pitch envelope moves the tones
 * and their rate alike. Raw level: the sum of what overlaps.
 */
export const pulsar: Synthesizer<Pulsar> = {
  voice(synthesis, context) {
    const { frequency, pulse_rate, shape } = synthesis;
    const { sampleRate, length } = context;
    const { pitch } = context.modulation;
    const size = grainSamples(synthesis, sampleRate);
    const interval = sampleRate / pulse_rate;
    if (!(pulse_rate > 0 && size > 0 && interval >= 0.5)) return SILENT;
    if (pitch === undefined && (Number.isInteger(interval) || size > APART * interval)) {
      return pulsarVoice(synthesis, context, bandLimitedTone);
    }
    const grain = new Float64Array(Math.min(size, length));
    const closest = Math.max(grain.length / DENSEST, 1);
    const train = new OverlapBuffer();
    let at = 0;
    return {
      render(out, start, end) {
        while (Math.ceil(at) < end) {
          const first = Math.ceil(at);
          const ratio = pitch === undefined ? 1 : Math.max(pitch.at(first), 1e-9);
          const late = first - at;
          const turns = clampHertz(frequency * ratio) / sampleRate;
          const fill = createOscillator({ waveform: shape, step: turns, phase: turns * late });
          inBlocks(grain.length, (from, to) => fill(grain.subarray(from, to), from, to));
          for (let k = 0; k < grain.length; k++) {
            grain[k] = k + late < size ? grain[k]! * 0.5 * (1 - cosTurns((k + late) / size)) : 0;
          }
          train.add(first, grain, grain.length, 1);
          at += Math.max(interval / ratio, closest);
        }
        train.take(out, end - start);
      },
    };
  },
};

/** A train whose grains begin at whole samples, so that they are all the same. Its pitch does not move. */
export function pulsarVoice(synthesis: Pulsar, context: VoiceContext, tone: Tone): Voice {
  const { sampleRate, length } = context;
  const size = grainSamples(synthesis, sampleRate);
  const interval = Math.round(sampleRate / synthesis.pulse_rate);
  if (!(synthesis.pulse_rate > 0 && size > 0 && interval > 0)) return SILENT;
  const window = hannStart(Math.min(size, length), size);
  const grain = new Float64Array(window.length);
  tone(grain, grain.length, synthesis.shape, synthesis.frequency, sampleRate);
  for (let k = 0; k < grain.length; k++) grain[k] = grain[k]! * window[k]!;
  /** What sounded one interval before. */
  const line = new Float64Array(Math.min(interval, Math.max(length, 1)));
  let at = 0;
  return {
    // What sounds at a sample is that and the part of the first grain that is new.
    render(out, start, end) {
      for (let i = start; i < end; i++) {
        const y = line[at]! + (i < grain.length ? grain[i]! : 0);
        out[i - start] = y;
        line[at] = y;
        if (++at === line.length) at = 0;
      }
    },
  };
}

function grainSamples({ grain_size_ms }: Pulsar, sampleRate: number): number {
  return Math.round((grain_size_ms / 1000) * sampleRate);
}
