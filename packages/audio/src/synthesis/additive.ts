import type { Synthesis } from '@speccade/spec/kinds/audio_v1';
import { phaseStep } from '../dsp/frequency.ts';
import { Phasor } from '../dsp/phasor.ts';
import { cosTurns, sinTurns } from '../dsp/sine.ts';
import type { Synthesizer, Voice, VoiceContext } from '../voice.ts';

type Additive = Extract<Synthesis, { type: 'additive' }>;

/** Weaker harmonics are left out. */
const AUDIBLE = 1e-6;
/** So many times as many as there can be still add up to a number. */
const LOUDEST = 1e290;
const NYQUIST = 0.5;

/**
 * A sum of harmonics `Σ a_h·sin(hφ)` by Clenshaw's recurrence (C. W. Clenshaw, MTAC 9, 1955): three operations per
 * harmonic, one sine and one cosine per sample. Harmonics from Nyquist up are left out, sample by sample where the
 * pitch moves. Raw level: peak 1.
 */
export const additive: Synthesizer<Additive> = {
  voice: (synthesis, context) => additiveVoice(synthesis, context, NYQUIST),
};

/** `limit` is the frequency, in turns per sample, from which harmonics are left out. */
export function additiveVoice({ base_freq, harmonics }: Additive, context: VoiceContext, limit: number): Voice {
  const amplitudes = Float64Array.from(harmonics, (a) =>
    Math.abs(a) < AUDIBLE ? 0 : Math.min(Math.max(a, -LOUDEST), LOUDEST),
  );
  const phasor = new Phasor(phaseStep(base_freq, undefined, 1, context));
  const { phases, widths } = phasor;
  const limits = Float64Array.of(limit);
  return {
    render(out, start, end) {
      phasor.advance(start, end);
      sumHarmonics(out, phases, widths, end - start, amplitudes, limits);
    },
    normalized: true,
  };
}

function sumHarmonics(
  out: Float64Array,
  phases: Float64Array,
  widths: Float64Array,
  samples: number,
  amplitudes: Float64Array,
  limits: Float64Array,
): void {
  const limit = limits[0]!;
  for (let k = 0; k < samples; k++) {
    const x = phases[k]!;
    const width = widths[k]!;
    let count = amplitudes.length;
    if (count * width >= limit) count = Math.max(Math.ceil(limit / width) - 1, 0);
    const twoCos = 2 * cosTurns(x);
    let b1 = 0;
    let b2 = 0;
    for (let h = count - 1; h >= 0; h--) {
      const b0 = amplitudes[h]! + twoCos * b1 - b2;
      b2 = b1;
      b1 = b0;
    }
    out[k] = b1 * sinTurns(x);
  }
}
