import { exp } from '@speccade/numerics';
import type { Synthesis } from '@speccade/spec/kinds/audio_v1';
import { withoutDc } from '../dsp/dc-block.ts';
import { clampHertz } from '../dsp/frequency.ts';
import { BLOCK } from '../dsp/process.ts';
import { sinTurns, TAU } from '../dsp/sine.ts';
import { SILENT, type Synthesizer, type Voice, type VoiceContext } from '../voice.ts';

type Vosim = Extract<Synthesis, { type: 'vosim' }>;

const MOST_PULSES = 16;
/** Nepers that the pulses of a period fall. */
const FALL = 2.5;
/** Cutoff of the breath noise, in formant frequencies. */
const BREATH = 1.5;

/**
 * Trains of sin² pulses that fade within each period (W. Kaegi and S. Tempelaars, "VOSIM — a new sound synthesis
 * system", JAES 26(6), 1978). There are two humps to a cycle of the formant frequency. Trains begin between samples, so
 * the pitch is exact. Without its DC. Raw level: peak 1.
 */
export const vosim: Synthesizer<Vosim> = {
  voice: (synthesis, context) =>
    withoutDc(
      vosimVoice(synthesis, context, (period) => period),
      context.sampleRate,
    ),
};

/** With its DC. `place` makes of a period in samples the one that sounds. */
export function vosimVoice(synthesis: Vosim, context: VoiceContext, place = Math.round): Voice {
  const { sampleRate, random } = context;
  if (!(synthesis.frequency > 0 && synthesis.formant_freq > 0)) return SILENT;
  const formant = clampHertz(synthesis.formant_freq);
  const { pitch } = context.modulation;
  const periodAt = (i: number) =>
    Math.max(place(sampleRate / (synthesis.frequency * Math.max(pitch?.at(i) ?? 1, 1e-9))), 1);
  const pulses = Math.min(Math.max(synthesis.pulses, 1), MOST_PULSES);
  const active = Math.round((pulses * sampleRate) / formant);
  const fall = -FALL / Math.max(active, 1);
  const fade = exp(fall);
  const turns = formant / sampleRate;
  const breath = Math.min(Math.max(synthesis.breathiness, 0), 1);
  const dt = 1 / sampleRate;
  const alpha = dt / (1 / (TAU * BREATH * formant) + dt);
  const noise = new Float64Array(BLOCK);
  /** The breath, samples since the train began, its level, and the period. */
  const state = Float64Array.of(0, 0, 1, periodAt(0));
  return {
    render(out, start, end) {
      if (breath > 0) random.fillBipolar(noise, 0, end - start);
      let air = state[0]!;
      let since = state[1]!;
      let level = state[2]!;
      let period = state[3]!;
      for (let i = start; i < end; i++) {
        const s = since < active ? sinTurns(turns * since) : 0;
        let y = s * s * level;
        if (breath > 0) {
          air += alpha * (noise[i - start]! - air);
          y = y * (1 - 0.5 * breath) + 0.5 * breath * air;
        }
        out[i - start] = y;
        since++;
        level *= fade;
        if (since >= period) {
          since -= period;
          level = exp(fall * since);
          period = periodAt(i + 1);
        }
      }
      state[0] = air;
      state[1] = since;
      state[2] = level;
      state[3] = period;
    },
    normalized: true,
  };
}
