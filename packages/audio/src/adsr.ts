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
  const attack = Math.max(envelope.attack, 0);
  const decay = Math.max(envelope.decay, 0);
  const sustain = Math.min(Math.max(envelope.sustain, 0), 1);
  const release = Math.max(envelope.release, 0);
  const dt = 1 / sampleRate;
  const releaseStart = Math.trunc(Math.max(length / sampleRate - release, attack + decay) * sampleRate);

  let stage: 'attack' | 'decay' | 'sustain' | 'release' = 'attack';
  /** Seconds since the start of the stage, the level, and the level from which the release falls. */
  const state = Float64Array.of(0, levelBefore, 0);

  return {
    process(x, start, end) {
      const count = end - start;
      let time = state[0]!;
      let level = state[1]!;
      let releaseFrom = state[2]!;
      let k = 0;
      while (k < count) {
        if (start + k >= releaseStart && stage !== 'release') {
          stage = 'release';
          releaseFrom = level;
          time = 0;
        }
        const stop = stage === 'release' ? count : Math.min(count, releaseStart - start);
        switch (stage) {
          case 'attack':
            for (; k < stop; k++) {
              level = attack > 0 ? time / attack : 1;
              if (level >= 1) {
                level = 1;
                stage = 'decay';
                time = 0;
                k++; // The peak itself leaves the sample as it is.
                break;
              }
              x[k] = x[k]! * level;
              time += dt;
            }
            break;
          case 'decay':
            for (; k < stop; k++) {
              if (time >= decay) {
                stage = 'sustain';
                break;
              }
              level = 1 - (time / decay) * (1 - sustain);
              x[k] = x[k]! * level;
              time += dt;
            }
            break;
          case 'sustain':
            level = sustain;
            if (sustain !== 1) for (let j = k; j < stop; j++) x[j] = x[j]! * sustain;
            k = stop;
            break;
          case 'release':
            for (; k < stop; k++) {
              level = release > 0 && time < release ? releaseFrom * (1 - time / release) : 0;
              x[k] = x[k]! * level;
              time += dt;
            }
            break;
        }
      }
      state[0] = time;
      state[1] = level;
      state[2] = releaseFrom;
    },
  };
}

/**
 * The envelope of a layer. Where attack and decay are shorter than a sample and the release is as long as the layer,
 * the sound starts at the sustain level, or at full level if that is 0, and falls from there.
 */
export function layerEnvelope(envelope: Envelope, sampleRate: number, length: number): Process {
  return createAdsr(envelope, sampleRate, length, envelope.sustain > 0 ? Math.min(envelope.sustain, 1) : 1);
}
