import { sinTurns, TAU, TURNS } from '../dsp/sine.ts';
import { type SourceMaker, type Vector, vectorVoice } from '../synthesis/vector.ts';
import type { Synthesizer } from '../voice.ts';
import { naive } from './naive.ts';

const source: SourceMaker = (type, ratio, { frequency }, { sampleRate }) => {
  const step = (TAU * (frequency * ratio)) / sampleRate;
  let reached = 0;
  return (out, start, end, harmonics) => {
    let phase = reached;
    for (let k = 0; k < end - start; k++) {
      if (type === 'wavetable') {
        let sum = 0;
        for (let h = 1; h <= harmonics[k]!; h++) sum += sinTurns(h * phase * TURNS) / h;
        out[k] = 0.5 * sum;
      } else out[k] = naive(type === 'saw' ? 'sawtooth' : type, phase, 0.5);
      phase += step;
      if (phase >= TAU) phase -= TAU;
    }
    reached = phase;
  };
};

/** Sources with aliases. */
export const vector: Synthesizer<Vector> = {
  voice: (synthesis, context) => vectorVoice(synthesis, context, source),
};
