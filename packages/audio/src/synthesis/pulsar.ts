import type { Synthesis } from '@speccade/spec/kinds/audio_v1';
import { hannStart } from '../dsp/hann.ts';
import { OverlapBuffer } from '../dsp/overlap-buffer.ts';
import { bandLimitedTone, type Tone } from '../dsp/tone.ts';
import { SILENT, type Synthesizer, type Voice, type VoiceContext } from '../voice.ts';

export type Pulsar = Extract<Synthesis, { type: 'pulsar' }>;

/** Grains that sound at once at most, where they differ. */
const DENSEST = 1000;

/**
 * A train of equal Hann-windowed tones (pulsar synthesis: C. Roads, "Sound composition with pulsars", JAES 49(3), 2001).
 * A pitch envelope moves the tones and their rate alike. Raw level: the sum of what overlaps.
 */
export const pulsar: Synthesizer<Pulsar> = {
  voice: (synthesis, context) => pulsarVoice(synthesis, context, bandLimitedTone),
};

export function pulsarVoice(synthesis: Pulsar, context: VoiceContext, tone: Tone): Voice {
  const { frequency, pulse_rate, grain_size_ms, shape } = synthesis;
  const { sampleRate, length } = context;
  const size = Math.round((grain_size_ms / 1000) * sampleRate);
  const interval = Math.round(sampleRate / pulse_rate);
  if (!(pulse_rate > 0 && size > 0 && interval > 0)) return SILENT;
  const window = hannStart(Math.min(size, length), size);
  const grain = new Float64Array(window.length);
  const makeGrain = (hz: number) => {
    tone(grain, grain.length, shape, hz, sampleRate);
    for (let k = 0; k < grain.length; k++) grain[k] = grain[k]! * window[k]!;
  };

  const { pitch } = context.modulation;
  if (pitch === undefined) {
    makeGrain(frequency);
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
  const closest = Math.ceil(grain.length / DENSEST);
  const train = new OverlapBuffer();
  let at = 0;
  return {
    render(out, start, end) {
      while (at < end) {
        const ratio = Math.max(pitch.at(at), 1e-9);
        makeGrain(frequency * ratio);
        train.add(at, grain, grain.length, 1);
        at += Math.max(Math.round(interval / ratio), closest);
      }
      train.take(out, end - start);
    },
  };
}
