/** The deprecated waveforms as sounds of one layer. */
import type { AudioParams } from '@speccade/spec/kinds/audio_v1';
import type { InstrumentSynthesis, TrackerEnvelope } from '@speccade/spec/kinds/music.tracker_song_v1';
import { frequencyOf } from './tuning.ts';

const RATE = 22_050;
/** Full level from the first sample to the last: the tracker's envelope shapes the note. */
export const HELD: AudioParams['layers'][number]['envelope'] = { attack: 0, decay: 0, sustain: 1, release: 0 };

export function waveformSound(
  synthesis: InstrumentSynthesis,
  baseNote: number,
  envelope: TrackerEnvelope,
  sampleRate: number | undefined,
): AudioParams {
  return {
    duration_seconds: durationOf(envelope),
    sample_rate: sampleRate ?? RATE,
    layers: [{ synthesis: generatorOf(synthesis, baseNote), envelope: HELD, volume: 1, pan: 0 }],
    generate_loop_points: false,
    effects: [],
    post_fx_lfos: [],
  };
}

function generatorOf(synthesis: InstrumentSynthesis, baseNote: number): AudioParams['layers'][number]['synthesis'] {
  if (synthesis.type === 'sample') throw new TypeError('a recording is no waveform');
  if (synthesis.type === 'noise') return { type: 'noise_burst', noise_type: 'white' };
  const duty = synthesis.type === 'pulse' ? { duty: synthesis.duty_cycle } : {};
  return { type: 'oscillator', waveform: synthesis.type, frequency: frequencyOf(baseNote), ...duty };
}

/** Seconds: what is held has a quarter of a second to loop in. */
function durationOf({ attack, decay, sustain, release }: TrackerEnvelope): number {
  return sustain > 0
    ? Math.min(Math.max(attack + decay + 0.25 + release, 0.05), 2)
    : Math.min(Math.max(attack + decay + release, 0.02), 1);
}
