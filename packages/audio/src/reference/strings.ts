/** Pipes and strings of the reference: loops of whole samples, which the loss filters then make longer. */
import { tanh } from '@speccade/numerics';
import type { Synthesis } from '@speccade/spec/kinds/audio_v1';
import { sinTurns, TAU, TURNS } from '../dsp/sine.ts';
import { SILENT, type Synthesizer } from '../voice.ts';

const clamp = (v: number, low: number, high: number) => Math.min(Math.max(v, low), high);

export const waveguide: Synthesizer<Extract<Synthesis, { type: 'waveguide' }>> = {
  voice(synthesis, { sampleRate, length, random }) {
    const period = Math.round(sampleRate / synthesis.frequency);
    if (!(synthesis.frequency > 0 && period > 0)) return SILENT;
    const breath = clamp(synthesis.breath, 0, 1);
    const noise = clamp(synthesis.noise, 0, 1);
    const resonance = clamp(synthesis.resonance, 0, 0.999);
    const c = 0.1 + 0.8 * clamp(synthesis.damping, 0, 1);
    const n = Math.min(period, length + 2);
    const line = new Float64Array(n);
    let at = 0;
    const state = new Float64Array(2);
    return {
      render(out, start, end) {
        let phase = state[0]!;
        let z = state[1]!;
        for (let i = start; i < end; i++) {
          const next = at + 1 === n ? 0 : at + 1;
          z = (1 - c) * line[next]! + c * z;
          const drive = breath * (noise * random.nextBipolar() + (1 - noise) * sinTurns(phase * TURNS));
          line[at] = drive + tanh(resonance * z);
          out[i - start] = z;
          at = next;
          phase += (TAU * synthesis.frequency) / sampleRate;
          if (phase > TAU) phase -= TAU;
        }
        state[0] = phase;
        state[1] = z;
      },
    };
  },
};

export const bowedString: Synthesizer<Extract<Synthesis, { type: 'bowed_string' }>> = {
  voice(synthesis, { sampleRate, length }) {
    const period = Math.round(sampleRate / synthesis.frequency);
    if (!(synthesis.frequency > 0 && period >= 2)) return SILENT;
    const pressure = clamp(synthesis.bow_pressure, 0, 1);
    const toBridge = Math.round(clamp(synthesis.bow_position, 0.01, 0.99) * period);
    const c = 0.1 + 0.8 * clamp(synthesis.damping, 0, 1);
    const bridge = new Float64Array(Math.min(Math.max(toBridge, 1), length + 2));
    const nut = new Float64Array(Math.min(Math.max(period - toBridge, 1), length + 2));
    const onset = Math.trunc(0.01 * sampleRate);
    let bridgeAt = 0;
    let nutAt = 0;
    const state = new Float64Array(2);
    return {
      render(out, start, end) {
        let fb = state[0]!;
        let fn = state[1]!;
        for (let i = start; i < end; i++) {
          const bridgeNext = bridgeAt + 1 === bridge.length ? 0 : bridgeAt + 1;
          const nutNext = nutAt + 1 === nut.length ? 0 : nutAt + 1;
          const vb = bridge[bridgeNext]!;
          const vn = nut[nutNext]!;
          const v = (0.2 - (vb + vn)) * (1 + 3 * pressure);
          const force = v * Math.max(1 - Math.abs(v), 0) * (0.3 + 0.7 * pressure) * (i < onset ? i / onset : 1);
          fb = (1 - c) * (vn + force / 2) + c * fb;
          fn = (1 - c) * (vb + force / 2) + c * fn;
          bridge[bridgeAt] = -0.98 * fb;
          nut[nutAt] = -0.99 * fn;
          out[i - start] = fb;
          bridgeAt = bridgeNext;
          nutAt = nutNext;
        }
        state[0] = fb;
        state[1] = fn;
      },
    };
  },
};
