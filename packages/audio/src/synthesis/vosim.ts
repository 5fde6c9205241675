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
 * system", JAES 26(6), 1978). There are two humps to a cycle of the formant frequency. Periods are whole samples.
 * Without its DC. Raw level: peak 1.
 */
export const vosim: Synthesizer<Vosim> = {
  voice: (synthesis, context) => withoutDc(vosimVoice(synthesis, context), context.sampleRate),
};

/** With its DC. */
export function vosimVoice(synthesis: Vosim, context: VoiceContext): Voice {
  const { sampleRate, length, random } = context;
  if (!(synthesis.frequency > 0 && synthesis.formant_freq > 0)) return SILENT;
  const formant = clampHertz(synthesis.formant_freq);
  const { pitch } = context.modulation;
  const periodAt = (i: number) =>
    Math.max(Math.round(sampleRate / (synthesis.frequency * Math.max(pitch?.at(i) ?? 1, 1e-9))), 1);
  const pulses = Math.min(Math.max(synthesis.pulses, 1), MOST_PULSES);
  const active = Math.round((pulses * sampleRate) / formant);
  const train = Float64Array.from({ length: Math.min(active, length) }, (_, k) => {
    const s = sinTurns((formant * k) / sampleRate);
    return s * s * exp((-FALL * k) / Math.max(active, 1));
  });
  const breath = Math.min(Math.max(synthesis.breathiness, 0), 1);
  const dt = 1 / sampleRate;
  const alpha = dt / (1 / (TAU * BREATH * formant) + dt);
  const noise = new Float64Array(BLOCK);
  let lastAir = 0;
  let since = 0;
  let period = periodAt(0);
  return {
    render(out, start, end) {
      if (breath > 0) random.fillBipolar(noise, 0, end - start);
      let air = lastAir;
      for (let i = start; i < end; i++) {
        let y = since < train.length ? train[since]! : 0;
        if (breath > 0) {
          air += alpha * (noise[i - start]! - air);
          y = y * (1 - 0.5 * breath) + 0.5 * breath * air;
        }
        out[i - start] = y;
        if (++since >= period) {
          since = 0;
          period = periodAt(i + 1);
        }
      }
      lastAir = air;
    },
    normalized: true,
  };
}
