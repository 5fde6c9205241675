/**
 * `oscillator` and `multi_oscillator` of the reference: a square with a wrong residual after its edges, detune only
 * under modulation, sweeps only without, and no band-limiting anywhere else.
 */
import type { FreqSweep, Synthesis, Waveform } from '@speccade/spec/kinds/audio_v1';
import { centsRatio } from '../dsp/frequency.ts';
import { createGlide } from '../dsp/glide.ts';
import { BLOCK } from '../dsp/process.ts';
import type { Synthesizer, Voice, VoiceContext } from '../voice.ts';
import { createNaive } from './naive.ts';

type Oscillator = Extract<Synthesis, { type: 'oscillator' }>;
type MultiOscillator = Extract<Synthesis, { type: 'multi_oscillator' }>;
type Fill = (out: Float64Array, start: number, end: number) => void;

interface Part {
  readonly waveform: Waveform;
  readonly volume: number;
  readonly detune?: number | null | undefined;
  readonly phase?: number | null | undefined;
  readonly duty?: number | null | undefined;
}

export const oscillator: Synthesizer<Oscillator> = {
  follows: ['pitch', 'pulse_width'],
  voice(synthesis, context) {
    const { waveform, frequency, freq_sweep, duty } = synthesis;
    const { pitch, pulse_width } = context.modulation;
    if (pitch || pulse_width) return naiveVoice(frequency, [{ ...synthesis, volume: 1 }], context);
    if (waveform === 'sine' || waveform === 'triangle') {
      return sweptVoice(frequency, freq_sweep, [{ waveform, volume: 1 }], context);
    }
    const edge = waveform === 'sawtooth' ? sawtooth : square(duty ?? 0.5);
    return { render: polyBlep(edge, frequency, freq_sweep, context) };
  },
};

export const multiOscillator: Synthesizer<MultiOscillator> = {
  follows: ['pitch', 'pulse_width'],
  voice(synthesis, context) {
    const { frequency, oscillators, freq_sweep } = synthesis;
    const { pitch, pulse_width } = context.modulation;
    return pitch || pulse_width
      ? naiveVoice(frequency, oscillators, context)
      : sweptVoice(frequency, freq_sweep, oscillators, context);
  },
};

/** Regenerated under modulation: constant base frequency, modulated pitch or duty. */
export function naiveVoice(base: number, parts: readonly Part[], context: VoiceContext): Voice {
  const { pitch, pulse_width } = context.modulation;
  return sum(parts, context, (part) => {
    const hertz = base * centsRatio(part.detune ?? 0);
    const duty = part.duty ?? 0.5;
    return {
      frequency: pitch ? (i: number) => hertz * pitch.at(i) : () => hertz,
      duty: pulse_width ? (i: number) => Math.min(Math.max(duty + pulse_width.at(i), 0.01), 0.99) : duty,
    };
  });
}

function sweptVoice(
  base: number,
  sweep: FreqSweep | null | undefined,
  parts: readonly Part[],
  context: VoiceContext,
): Voice {
  return sum(parts, context, (part) => {
    const ratio = centsRatio(part.detune ?? 0);
    const duty = part.duty ?? 0.5;
    if (!sweep) return { frequency: () => base * ratio, duty };
    const hertz = sweptHertz(base, sweep, context);
    return { frequency: (i: number) => hertz(i) * ratio, duty };
  });
}

function sum(
  parts: readonly Part[],
  { sampleRate }: VoiceContext,
  setup: (part: Part) => { frequency: (i: number) => number; duty: number | ((i: number) => number) },
): Voice {
  const voices = parts.map((part) => ({
    add: createNaive({ waveform: part.waveform, sampleRate, phase: part.phase ?? 0, ...setup(part) }),
    volume: part.volume,
  }));
  const share = Math.max(1, parts.length);
  return {
    render(out, start, end) {
      const count = end - start;
      out.fill(0, 0, count);
      for (const { add, volume } of voices) add(out, start, end, volume);
      for (let k = 0; k < count; k++) out[k] = out[k]! / share;
    },
  };
}

/** Hz per sample of a sweep; samples are asked for in order. */
function sweptHertz(base: number, sweep: FreqSweep, { length }: VoiceContext): (i: number) => number {
  const glide = createGlide(base, sweep.end_freq, sweep.curve, length);
  const block = new Float64Array(BLOCK);
  let from = -BLOCK;
  return (i) => {
    if (i >= from + BLOCK) {
      from = i - (i % BLOCK);
      glide(block, from, from + BLOCK);
    }
    return block[i - from]!;
  };
}

type Edge = (x: number, width: number) => number;

function polyBlep(edge: Edge, base: number, sweep: FreqSweep | null | undefined, context: VoiceContext): Fill {
  const { sampleRate } = context;
  const hertz = sweep ? sweptHertz(base, sweep, context) : () => base;
  let reached = 0;
  return (out, start, end) => {
    let x = reached;
    for (let i = start; i < end; i++) {
      const width = hertz(i) / sampleRate;
      out[i - start] = edge(x, width);
      x += width;
      if (x >= 1) x -= 1;
    }
    reached = x;
  };
}

function sawtooth(x: number, width: number): number {
  const s = 2 * x - 1;
  if (x < width) {
    const t = x / width;
    return s - (2 * t - t * t - 1);
  }
  if (x > 1 - width) {
    const t = (x - 1) / width;
    return s - (t * t + 2 * t + 1);
  }
  return s;
}

/** The residual of the reference: right before an edge, of the wrong sign and shape after it. */
function residual(t: number): number {
  const square = (t + 1) * (t + 1);
  return t > 0 ? -square : square;
}

function square(duty: number): Edge {
  return (x, width) => {
    let s = x < duty ? 1 : -1;
    if (x < width) s += residual(x / width);
    else if (x > 1 - width) s += residual((x - 1) / width);
    if (x > duty - width && x < duty + width) s -= residual((x - duty) / width);
    return s;
  };
}
