import { exp, pow, tanh } from '@speccade/numerics';
import type { Synthesis } from '@speccade/spec/kinds/audio_v1';
import { withoutDc } from '../dsp/dc-block.ts';
import { phaseStep } from '../dsp/frequency.ts';
import { Phasor } from '../dsp/phasor.ts';
import { BLOCK } from '../dsp/process.ts';
import { sinTurns } from '../dsp/sine.ts';
import type { Synthesizer, Voice, VoiceContext } from '../voice.ts';

type PdSynth = Extract<Synthesis, { type: 'pd_synth' }>;

/** Keeps the warps finite; the sound has long been that of an infinite distortion. */
const STRONGEST = 1e6;

/**
 * Phase distortion: a sine whose phase is warped within each cycle, by an amount that decays exponentially (M. Ishibashi,
 * US patent 4658691, 1987). Without its DC. Raw level about ±1.
 */
export const pdSynth: Synthesizer<PdSynth> = {
  voice: (synthesis, context) => withoutDc(pdVoice(synthesis, context), context.sampleRate),
};

/** With its DC. */
export function pdVoice({ waveform, ...synthesis }: PdSynth, context: VoiceContext): Voice {
  const phasor = new Phasor(phaseStep(synthesis.frequency, synthesis.freq_sweep, 1, context));
  const distortion = Math.min(Math.max(synthesis.distortion, 0), STRONGEST);
  const decay = Math.max(synthesis.distortion_decay, 0);
  const amounts = new Float64Array(BLOCK).fill(distortion);
  const warp = WARPS[waveform];
  return {
    render(out, start, end) {
      phasor.advance(start, end);
      if (decay > 0) {
        for (let i = start; i < end; i++) amounts[i - start] = distortion * exp(-decay * (i / context.sampleRate));
      }
      warp(phasor.phases, amounts, end - start);
      for (let k = 0; k < end - start; k++) out[k] = sinTurns(phasor.phases[k]!);
    },
  };
}

/** Warps `count` phases in turns in place. */
type Warp = (phases: Float64Array, amounts: Float64Array, count: number) => void;

const WARPS: Readonly<Record<PdSynth['waveform'], Warp>> = {
  resonant(phases, amounts, count) {
    for (let k = 0; k < count; k++) phases[k] = pow(phases[k]!, 1 + amounts[k]!);
  },
  sawtooth(phases, amounts, count) {
    for (let k = 0; k < count; k++) {
      const x = phases[k]!;
      const knee = 0.5 / (1 + amounts[k]! / 2);
      phases[k] = x < knee ? (0.5 * x) / knee : 0.5 + (0.5 * (x - knee)) / (1 - knee);
    }
  },
  pulse(phases, amounts, count) {
    let amount = -1;
    let full = 1;
    for (let k = 0; k < count; k++) {
      const steepness = 1 + 2 * amounts[k]!;
      if (amounts[k] !== amount) {
        amount = amounts[k]!;
        full = tanh(steepness);
      }
      phases[k] = Math.min(Math.max(0.5 + (0.5 * tanh((phases[k]! - 0.5) * steepness)) / full, 0), 1);
    }
  },
};
