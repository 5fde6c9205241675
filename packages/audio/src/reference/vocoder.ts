import { clampHertz } from '../dsp/frequency.ts';
import { Q, type Vocoder, type VocoderManner, vocoderVoice } from '../synthesis/vocoder.ts';
import type { Synthesizer } from '../voice.ts';
import { createNaive } from './naive.ts';

const carrier: VocoderManner['carrier'] = ({ carrier_freq, carrier_type }, { sampleRate }) => {
  const hertz = clampHertz(Math.max(carrier_freq, 20));
  const waveform = carrier_type === 'pulse' ? 'pulse' : 'sawtooth';
  const add = createNaive({ waveform, frequency: () => hertz, sampleRate, duty: 0.3 });
  return (out, start, end) => {
    out.fill(0, 0, end - start);
    add(out, start, end, 1);
  };
};

/** Carriers with aliases, and bands of one width whatever is asked for. */
export const vocoder: Synthesizer<Vocoder> = {
  voice: (synthesis, context) => vocoderVoice(synthesis, context, { carrier, q: () => Q }),
};
