/**
 * Wavetables without the harmonics that a note could not hold, and without DC: every frame is taken apart by an FFT,
 * once, and put together again with fewer harmonics, in at least 16 samples per cycle of the highest one, so that what
 * linear interpolation adds stays 47 dB below it. A table for one pitch takes about 3 ms and at most 1 MB; one for
 * moving pitches has a level per octave, 2 MB, and is kept.
 */
import { RealFft } from '@speccade/numerics';
import { FRAME_SIZE, FRAMES, type TableName, wavetableFrames } from './wavetable-frames.ts';

const MOST_HARMONICS = FRAME_SIZE / 2;
const SAMPLES_PER_HARMONIC = 16;
const OCTAVES = 8;

export interface Level {
  /** Samples per frame. */
  readonly size: number;
  /** Frames one after another. Not to be changed. */
  readonly samples: Float64Array;
}

interface Spectra {
  readonly re: readonly Float64Array[];
  readonly im: readonly Float64Array[];
}

const analysed = new Map<TableName, Spectra>();
const octaves = new Map<TableName, readonly Level[]>();

/** All harmonics below Nyquist at a constant phase step, in turns per sample. */
export function levelAt(name: TableName, width: number): Level {
  const harmonics = width > 0 ? Math.ceil(0.5 / width) - 1 : MOST_HARMONICS;
  return synthesize(spectra(name), Math.min(Math.max(harmonics, 0), MOST_HARMONICS));
}

/** 128 harmonics, 64, ... 1, none: what {@link octaveOf} counts. */
export function octaveLevels(name: TableName): readonly Level[] {
  let levels = octaves.get(name);
  if (levels === undefined) {
    const table = spectra(name);
    levels = Array.from({ length: OCTAVES + 1 }, (_, octave) => synthesize(table, MOST_HARMONICS >> octave));
    octaves.set(name, levels);
  }
  return levels;
}

/** The level for a phase step: free of aliasing rounded down, the fraction is that on the way to the next, darker one. */
export function octaveOf(width: number): number {
  let octave = 0;
  for (let bottom = 0.25 / MOST_HARMONICS; octave < OCTAVES && width > bottom; bottom *= 2, octave++) {
    if (width < 2 * bottom) return octave + (width - bottom) / bottom;
  }
  return octave;
}

function spectra(name: TableName): Spectra {
  let found = analysed.get(name);
  if (found === undefined) {
    const frames = wavetableFrames(name);
    const fft = new RealFft(FRAME_SIZE);
    const rows = () => Array.from({ length: FRAMES }, () => new Float64Array(fft.bins));
    const [re, im] = [rows(), rows()];
    for (let frame = 0; frame < FRAMES; frame++) {
      fft.forward(frames.subarray(frame * FRAME_SIZE, (frame + 1) * FRAME_SIZE), re[frame]!, im[frame]!);
      // The bin at half the sampling frequency stands for both its sides.
      re[frame]![MOST_HARMONICS] = re[frame]![MOST_HARMONICS]! / 2;
    }
    found = { re, im };
    analysed.set(name, found);
  }
  return found;
}

function synthesize({ re, im }: Spectra, harmonics: number): Level {
  let size = SAMPLES_PER_HARMONIC;
  while (size < harmonics * SAMPLES_PER_HARMONIC) size *= 2;
  const fft = new RealFft(size);
  const partRe = new Float64Array(fft.bins);
  const partIm = new Float64Array(fft.bins);
  const samples = new Float64Array(FRAMES * size);
  for (let frame = 0; frame < FRAMES; frame++) {
    for (let h = 1; h <= harmonics; h++) {
      partRe[h] = (re[frame]![h]! * size) / FRAME_SIZE;
      partIm[h] = (im[frame]![h]! * size) / FRAME_SIZE;
    }
    fft.inverse(partRe, partIm, samples.subarray(frame * size, (frame + 1) * size));
  }
  return { size, samples };
}
