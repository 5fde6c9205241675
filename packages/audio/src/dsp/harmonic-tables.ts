/**
 * A waveform of a given number of harmonics, as tables that are read between their samples: free of aliases at any pitch
 * whose harmonics stay below Nyquist. Tables are made when they are first needed, each from the one before.
 */
const SIZE = 2048;
const NYQUIST = 0.5;
/** Share of the sample rate over which the highest harmonic fades before it reaches Nyquist, so that none clicks. */
const FADE = 0.02;

/** The table at a phase in [0, 1), linearly: the images of 24 harmonics stay below −90 dB. */
export function readTable(table: Float64Array, phase: number): number {
  const x = phase * SIZE;
  const here = Math.floor(x);
  const a = table[here]!;
  return a + (table[here + 1]! - a) * (x - here);
}

export class HarmonicTables {
  readonly #harmonic: (h: number, phase: number) => number;
  /** The `h`-th has `h` harmonics, and one more sample, which is the first one again. */
  readonly #tables: Float64Array[] = [new Float64Array(SIZE + 1)];

  /** `harmonic` is the value of the `h`-th one, from 1 on, at a phase in turns. */
  constructor(harmonic: (h: number, phase: number) => number) {
    this.#harmonic = harmonic;
  }

  /** The table of a pitch that stands still at `width` turns per sample, more than 0 and at most ½. */
  fixed(width: number): Float64Array {
    const harmonics = Math.floor(NYQUIST / width);
    const above = this.#of(harmonics);
    const below = this.#of(harmonics - 1);
    const fade = fadeOf(harmonics, width);
    return above.map((v, i) => below[i]! + (v - below[i]!) * fade);
  }

  /** The waveform of a pitch that may move, at a phase in [0, 1). */
  at(phase: number, width: number): number {
    const harmonics = Math.floor(NYQUIST / width);
    const below = readTable(this.#of(harmonics - 1), phase);
    return below + (readTable(this.#of(harmonics), phase) - below) * fadeOf(harmonics, width);
  }

  #of(harmonics: number): Float64Array {
    for (let h = this.#tables.length; h <= harmonics; h++) {
      this.#tables.push(
        Float64Array.from(this.#tables[h - 1]!, (v, i) => v + this.#harmonic(h, ((h * i) % SIZE) / SIZE)),
      );
    }
    return this.#tables[harmonics]!;
  }
}

/** How loud the highest harmonic that fits below Nyquist is, 0 to 1. */
function fadeOf(harmonics: number, width: number): number {
  return Math.min((NYQUIST - harmonics * width) / Math.min(FADE, width), 1);
}
