import type { Synthesis } from '@speccade/spec/kinds/audio_v1';
import { accumulate } from '../dsp/accumulate.ts';
import { withoutDc } from '../dsp/dc-block.ts';
import { phaseStep } from '../dsp/frequency.ts';
import { Phasor } from '../dsp/phasor.ts';
import { BLOCK } from '../dsp/process.ts';
import { cosTurns, sinTurns } from '../dsp/sine.ts';
import { staticBiquad } from '../filters/biquad.ts';
import { type Coefficients, peaking } from '../filters/rbj.ts';
import type { Synthesizer, Voice, VoiceContext } from '../voice.ts';
import { FORMANT_AMPLITUDES, FORMANT_QS, VOICE_FORMANTS } from './voice-formants.ts';

type FormantVoice = Extract<Synthesis, { type: 'formant' }>;

/** Hz. */
const LOWEST = 20;
const HIGHEST = 20000;
const LOWEST_Q = 0.5;
const HIGHEST_Q = 20;
const BOOST_DB = 12;
/** Parts of the cycle in which the glottis opens and closes. */
const OPENING = 0.4;
const CLOSING = 0.3;

interface Resonance {
  /** Hz. */
  readonly frequency: number;
  readonly amplitude: number;
  readonly q: number;
}

const clamp = (v: number, low: number, high: number) => Math.min(Math.max(v, low), high);

/**
 * A voice: glottal pulses (A. Rosenberg, JASA 49, 1971) with breath noise through parallel peaking filters at the
 * formants of a vowel, a mix of two, or given ones. The pulse itself stays audible beside its formants. Without its DC.
 * Raw level: peak 1.
 */
export const formant: Synthesizer<FormantVoice> = {
  voice: (synthesis, context) => withoutDc(formantVoice(synthesis, context), context.sampleRate),
};

/** With its DC. */
export function formantVoice(synthesis: FormantVoice, context: VoiceContext): Voice {
  const { sampleRate, random } = context;
  const breath = clamp(synthesis.breathiness, 0, 1);
  const phasor = new Phasor(phaseStep(Math.max(synthesis.frequency, LOWEST), undefined, 1, context));
  const bands = resonancesOf(synthesis)
    .filter(({ frequency }) => frequency < sampleRate / 2)
    .map(({ frequency, amplitude, q }) => ({
      amplitude: Float64Array.of(amplitude),
      section: staticBiquad(bell(frequency / sampleRate, q)),
    }));
  /** Shares of the pulse and of the breath. */
  const mixture = Float64Array.of(1 - 0.5 * breath, breath);
  const excitation = new Float64Array(BLOCK);
  const band = new Float64Array(BLOCK);
  return {
    render(out, start, end) {
      const count = end - start;
      phasor.advance(start, end);
      if (breath > 0) random.fillBipolar(excitation, 0, count);
      excite(excitation, phasor.phases, count, mixture);
      out.fill(0, 0, count);
      for (const { amplitude, section } of bands) {
        band.set(excitation);
        section.process(band, start, end);
        accumulate(out, band, count, amplitude);
      }
    },
    normalized: true,
  };
}

function bell(turns: number, q: number): Coefficients {
  return peaking(cosTurns(turns), sinTurns(turns), q, BOOST_DB);
}

/** Mixes pulses at the phases into white noise; without breath `x` is whatever it was. */
function excite(x: Float64Array, phases: Float64Array, count: number, mixture: Float64Array): void {
  const share = mixture[0]!;
  const breath = mixture[1]!;
  for (let k = 0; k < count; k++) {
    const pulse = glottalPulse(phases[k]!);
    x[k] = breath > 0 ? pulse * share + breath * x[k]! : pulse;
  }
}

/** From 0 to 1 and back, then closed. */
function glottalPulse(x: number): number {
  if (x < OPENING) {
    const t = x / OPENING;
    return 3 * t * t - 2 * t * t * t;
  }
  if (x < OPENING + CLOSING) {
    const t = (x - OPENING) / CLOSING;
    return 1 - t * t;
  }
  return 0;
}

function resonancesOf({ formants, vowel, vowel_morph, morph_amount }: FormantVoice): readonly Resonance[] {
  if (formants.length > 0) {
    return formants.map(({ frequency, amplitude, bandwidth }) => ({
      frequency: clamp(frequency, LOWEST, HIGHEST),
      amplitude: clamp(amplitude, 0, 1),
      q: clamp(bandwidth, LOWEST_Q, HIGHEST_Q),
    }));
  }
  const from = VOICE_FORMANTS[vowel ?? 'a'];
  const to = vowel != null && vowel_morph != null ? VOICE_FORMANTS[vowel_morph] : from;
  const amount = clamp(morph_amount, 0, 1);
  return from.map((hz, k) => ({
    frequency: hz + (to[k]! - hz) * amount,
    amplitude: FORMANT_AMPLITUDES[k]!,
    q: FORMANT_QS[k]!,
  }));
}
