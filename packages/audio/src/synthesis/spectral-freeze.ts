import { hann, RealFft } from '@speccade/numerics';
import type { Synthesis } from '@speccade/spec/kinds/audio_v1';
import { createNoise } from '../dsp/noise.ts';
import { bandLimitedTone, type Tone } from '../dsp/tone.ts';
import type { Synthesizer, VoiceContext } from '../voice.ts';

export type SpectralFreeze = Extract<Synthesis, { type: 'spectral_freeze' }>;

/** Samples of a frame and from one to the next. */
export const FRAME = 2048;
export const HOP = 512;
/** What the squares of overlapping windows add up to. */
export const OVERLAP = 1.5;
/** How fast a pitch envelope reads at most. */
const FASTEST = 64;
/** Samples that are made at once where a pitch envelope reads them. */
const STRETCH = FRAME;
/** Bins weaker than this stand still. */
const AUDIBLE = 1e-30;

/**
 * A moment of sound held for ever: the spectrum of one frame, whose bins go on turning by as much as they did from this
 * frame to the next (a phase vocoder at speed 0: J. Flanagan and R. Golden, Bell System Technical Journal 45, 1966). So
 * a tone stays the tone it was, and noise does not repeat. Fades in over the first 1536 samples. A pitch envelope reads
 * the result at its ratio. Level: about that of the source.
 */
export const spectralFreeze: Synthesizer<SpectralFreeze> = {
  voice({ source }, context) {
    const x = sourceOf(source, FRAME + HOP, context, bandLimitedTone);
    const freeze = createFreeze(x);
    const { pitch } = context.modulation;
    if (pitch === undefined) return { render: (out, start, end) => freeze(out, 0, end - start) };

    // The freeze is made a stretch at a time, just ahead of where it is read.
    const stretch = new Float64Array(2 * STRETCH);
    freeze(stretch, 0, 2 * STRETCH);
    let first = 0;
    let position = 0;
    return {
      render(out, start, end) {
        const ratios = pitch.block(start, end);
        for (let k = 0; k < end - start; k++) {
          while (position + 3 >= first + 2 * STRETCH) {
            stretch.copyWithin(0, STRETCH);
            freeze(stretch, STRETCH, STRETCH);
            first += STRETCH;
          }
          const at = Math.floor(position);
          const f = position - at;
          out[k] = stretch[at - first]! * (1 - f) + stretch[at - first + 1]! * f;
          position += Math.min(Math.max(ratios[k]!, 0), FASTEST);
        }
      },
    };
  },
};

/** `count` samples of the source. */
export function sourceOf(
  source: SpectralFreeze['source'],
  count: number,
  { sampleRate, random }: VoiceContext,
  tone: Tone,
): Float64Array {
  const x = new Float64Array(count);
  if (source.type === 'noise') createNoise(source.noise_type, random)(x, count);
  else tone(x, count, source.waveform, source.frequency, sampleRate);
  return x;
}

/** Writes the next `count` samples of a freeze to `out[at..at + count)`. */
function createFreeze(x: Float64Array): (out: Float64Array, at: number, count: number) => void {
  const fft = new RealFft(FRAME);
  const window = hann(FRAME);
  const frame = new Float64Array(FRAME);
  const bins = () => new Float64Array(fft.bins);
  const [re, im, turnRe, turnIm] = [bins(), bins(), bins(), bins()];
  const analyse = (from: number, a: Float64Array, b: Float64Array) => {
    for (let k = 0; k < FRAME; k++) frame[k] = x[from + k]! * window[k]!;
    fft.forward(frame, a, b);
  };
  analyse(0, re, im);
  analyse(HOP, turnRe, turnIm);
  for (let k = 0; k < fft.bins; k++) {
    const c = turnRe[k]! * re[k]! + turnIm[k]! * im[k]!;
    const s = turnIm[k]! * re[k]! - turnRe[k]! * im[k]!;
    const size = Math.sqrt(c * c + s * s);
    turnRe[k] = size > AUDIBLE ? c / size : 1;
    turnIm[k] = size > AUDIBLE ? s / size : 0;
  }

  const sum = new Float64Array(FRAME);
  let ready = HOP;
  return (out, at, count) => {
    for (let i = at; i < at + count; i++) {
      if (ready === HOP) {
        sum.copyWithin(0, HOP);
        sum.fill(0, FRAME - HOP);
        fft.inverse(re, im, frame);
        for (let k = 0; k < FRAME; k++) sum[k] = sum[k]! + (frame[k]! * window[k]!) / OVERLAP;
        for (let k = 0; k < fft.bins; k++) {
          const turned = re[k]! * turnRe[k]! - im[k]! * turnIm[k]!;
          im[k] = re[k]! * turnIm[k]! + im[k]! * turnRe[k]!;
          re[k] = turned;
        }
        ready = 0;
      }
      out[i] = sum[ready++]!;
    }
  };
}
