/** Low-frequency oscillators: their values, and what a modulation makes of them for its target. */
import { exp2 } from '@speccade/numerics';
import type { Lfo, LfoConfig, LfoTarget } from '@speccade/spec/kinds/audio_v1';
import { type Curve, SequentialCurve } from './dsp/curve.ts';
import { sinTurns, TAU, TURNS } from './dsp/sine.ts';
import { within } from './dsp/within.ts';

/** Hz; keeps every phase finite. */
const FASTEST = 1e9;
/** Octaves, either way, beyond which a pitch is not moved. */
const FARTHEST = 64;

/**
 * Values per sample for what the modulation moves: the frequency ratio for `pitch`, the gain for `volume`, an offset in
 * the unit of the parameter for all others. The phase is summed in radians and wrapped once per step, so that edges fall
 * on the same samples everywhere; the waveforms are not band-limited.
 */
export function modulationCurve({ config, target }: Lfo, sampleRate: number): Curve {
  const step = (TAU * Math.min(config.rate, FASTEST)) / sampleRate;
  const state = Float64Array.of((config.phase ?? 0) * TAU, step);
  const depth = Math.min(Math.max(config.depth, 0), 1);
  const shape = SHAPES[config.waveform];
  if (target.target === 'pitch') return new LfoCurve(state, shape, toRatios, Float64Array.of(target.semitones, depth));
  if (target.target === 'volume') {
    return new LfoCurve(state, shape, toGains, Float64Array.of(Math.min(Math.max(target.amount, 0), 1) * depth));
  }
  return new LfoCurve(state, shape, toOffsets, Float64Array.of(swing(target), depth));
}

/** Replaces values in [0, 1] by what they mean for a target. */
type Meaning = (x: Float64Array, setup: Float64Array) => void;

class LfoCurve extends SequentialCurve {
  /** The next phase and the step. */
  readonly #state: Float64Array;
  readonly #shape: Shape;
  readonly #meaning: Meaning;
  readonly #setup: Float64Array;

  constructor(state: Float64Array, shape: Shape, meaning: Meaning, setup: Float64Array) {
    super();
    this.#state = state;
    this.#shape = shape;
    this.#meaning = meaning;
    this.#setup = setup;
  }

  protected fill(out: Float64Array): void {
    phases(out, this.#state);
    this.#shape(out);
    toUnit(out);
    this.#meaning(out, this.#setup);
  }
}

/** Writes the next phases in radians. */
function phases(out: Float64Array, state: Float64Array): void {
  let phase = state[0]!;
  const step = state[1]!;
  for (let k = 0; k < out.length; k++) {
    out[k] = phase;
    phase += step;
    if (phase >= TAU) phase -= TAU;
  }
  state[0] = phase;
}

/** From [−1, 1] to [0, 1]. */
function toUnit(x: Float64Array): void {
  for (let k = 0; k < x.length; k++) x[k] = within((x[k]! + 1) / 2, 0, 1);
}

/** Replaces phases in radians by the waveform there. */
type Shape = (phases: Float64Array) => void;

const square: Shape = (x) => {
  for (let k = 0; k < x.length; k++) x[k] = cycle(x[k]!) < 0.5 ? 1 : -1;
};

const SHAPES: Readonly<Record<LfoConfig['waveform'], Shape>> = {
  sine(x) {
    for (let k = 0; k < x.length; k++) x[k] = sinTurns(x[k]! * TURNS);
  },
  square,
  pulse: square,
  sawtooth(x) {
    for (let k = 0; k < x.length; k++) x[k] = 2 * cycle(x[k]!) - 1;
  },
  triangle(x) {
    for (let k = 0; k < x.length; k++) {
      const u = cycle(x[k]!);
      x[k] = u < 0.5 ? 4 * u - 1 : 3 - 4 * u;
    }
  },
};

function cycle(phase: number): number {
  const turns = phase / TAU;
  return turns - Math.trunc(turns);
}

const toRatios: Meaning = (x, setup) => {
  const semitones = setup[0]!;
  const depth = setup[1]!;
  for (let k = 0; k < x.length; k++) {
    const octaves = ((2 * x[k]! - 1) * semitones * depth) / 12;
    x[k] = exp2(within(octaves, -FARTHEST, FARTHEST));
  }
};

const toGains: Meaning = (x, setup) => {
  const share = setup[0]!;
  for (let k = 0; k < x.length; k++) x[k] = 1 - share + x[k]! * share;
};

const toOffsets: Meaning = (x, setup) => {
  const amount = setup[0]!;
  const depth = setup[1]!;
  for (let k = 0; k < x.length; k++) x[k] = (2 * x[k]! - 1) * amount * depth;
};

/** The lowest frequency ratio of a modulation of the pitch. */
export function lowestRatio(lfo: Lfo): number {
  if (lfo.target.target !== 'pitch') return 1;
  const depth = Math.min(Math.max(lfo.config.depth, 0), 1);
  return exp2(-Math.min(Math.abs(lfo.target.semitones * depth) / 12, FARTHEST));
}

/** Largest offset at full depth. */
function swing(target: Exclude<LfoTarget, { target: 'pitch' }>): number {
  switch (target.target) {
    case 'pan':
      return Math.min(Math.max(target.amount, 0), 1);
    case 'pulse_width':
      return Math.min(Math.max(target.amount, 0), 0.49);
    case 'grain_size':
    case 'delay_time':
      return target.amount_ms;
    default:
      return target.amount;
  }
}
