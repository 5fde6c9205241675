/**
 * Amplitude envelope with linear segments. Time advances by one sample period per sample and is summed, not
 * multiplied: where a segment ends by rounding is part of the contract.
 */
import type { Envelope } from '@speccade/spec/kinds/audio_v1';
import type { Process } from './dsp/process.ts';

/**
 * The envelope over a layer of `length` samples. The release is placed so that it ends with the layer, but never
 * before attack and decay are over. `levelBefore` is what the release falls from when it starts at sample 0.
 */
export function createAdsr(envelope: Envelope, sampleRate: number, length: number, levelBefore: number): Process {
  return new Adsr(envelope, sampleRate, length, levelBefore);
}

/** Seconds since the start of the stage, the level, and the level from which the release falls. */
type State = Float64Array;
/** Seconds of attack, decay and release, level of the sustain, and seconds per sample. */
type Setup = Float64Array;

class Adsr implements Process {
  readonly #setup: Setup;
  readonly #state: State;
  readonly #releaseStart: number;
  #stage: 'attack' | 'decay' | 'sustain' | 'release' = 'attack';

  constructor(envelope: Envelope, sampleRate: number, length: number, levelBefore: number) {
    const attack = Math.max(envelope.attack, 0);
    const decay = Math.max(envelope.decay, 0);
    const sustain = Math.min(Math.max(envelope.sustain, 0), 1);
    const release = Math.max(envelope.release, 0);
    this.#setup = Float64Array.of(attack, decay, release, sustain, 1 / sampleRate);
    this.#state = Float64Array.of(0, levelBefore, 0);
    this.#releaseStart = Math.trunc(Math.max(length / sampleRate - release, attack + decay) * sampleRate);
  }

  process(x: Float64Array, start: number, end: number): void {
    const setup = this.#setup;
    const state = this.#state;
    const count = end - start;
    let k = 0;
    while (k < count) {
      if (start + k >= this.#releaseStart && this.#stage !== 'release') {
        this.#stage = 'release';
        state[2] = state[1]!;
        state[0] = 0;
      }
      const stop = this.#stage === 'release' ? count : Math.min(count, this.#releaseStart - start);
      switch (this.#stage) {
        case 'attack':
          k = rise(x, k, stop, setup, state);
          if (state[1] === 1) this.#stage = 'decay';
          break;
        case 'decay':
          k = fall(x, k, stop, setup, state);
          if (k < stop) this.#stage = 'sustain';
          break;
        case 'sustain':
          k = hold(x, k, stop, setup, state);
          break;
        case 'release':
          k = fade(x, k, stop, setup, state);
          break;
      }
    }
  }
}

/** Goes on to the peak, which leaves its sample as it is, or to `stop`; returns the next sample, as all of these do. */
function rise(x: Float64Array, k: number, stop: number, setup: Setup, state: State): number {
  const attack = setup[0]!;
  const dt = setup[4]!;
  let time = state[0]!;
  let level = state[1]!;
  while (k < stop) {
    level = attack > 0 ? time / attack : 1;
    if (level >= 1) {
      level = 1;
      time = 0;
      k++;
      break;
    }
    x[k] = x[k]! * level;
    k++;
    time += dt;
  }
  state[0] = time;
  state[1] = level;
  return k;
}

/** Stops before `stop` when the decay is over. */
function fall(x: Float64Array, k: number, stop: number, setup: Setup, state: State): number {
  const decay = setup[1]!;
  const depth = 1 - setup[3]!;
  const dt = setup[4]!;
  let time = state[0]!;
  let level = state[1]!;
  for (; k < stop && time < decay; k++) {
    level = 1 - (time / decay) * depth;
    x[k] = x[k]! * level;
    time += dt;
  }
  state[0] = time;
  state[1] = level;
  return k;
}

function hold(x: Float64Array, k: number, stop: number, setup: Setup, state: State): number {
  const sustain = setup[3]!;
  state[1] = sustain;
  if (sustain !== 1) for (let j = k; j < stop; j++) x[j] = x[j]! * sustain;
  return stop;
}

function fade(x: Float64Array, k: number, stop: number, setup: Setup, state: State): number {
  const release = setup[2]!;
  const dt = setup[4]!;
  const from = state[2]!;
  let time = state[0]!;
  for (; k < stop; k++) {
    x[k] = x[k]! * (time < release ? from * (1 - time / release) : 0);
    time += dt;
  }
  state[0] = time;
  return stop;
}

/**
 * The envelope of a layer. Where attack and decay are shorter than a sample and the release is as long as the layer,
 * the sound starts at the sustain level, or at full level if that is 0, and falls from there.
 */
export function layerEnvelope(envelope: Envelope, sampleRate: number, length: number): Process {
  return createAdsr(envelope, sampleRate, length, envelope.sustain > 0 ? Math.min(envelope.sustain, 1) : 1);
}
