/** What a synthesis type is to the layer pipeline: something that makes a voice, and how a voice is asked for samples. */
import type { Pcg32 } from '@speccade/numerics';
import type { LfoTarget, Synthesis, SynthesisType } from '@speccade/spec/kinds/audio_v1';
import type { Curve } from './dsp/curve.ts';
import type { Process } from './dsp/process.ts';
import type { FilterTable } from './filters/types.ts';

export type ModulationTarget = LfoTarget['target'];

/**
 * What moves a voice, from the start of the layer: frequency ratios for `pitch`, offsets in the unit of the parameter for
 * the others.
 */
export type Modulation = { readonly [T in ModulationTarget]?: Curve | undefined };

export interface VoiceContext {
  /** Hz. */
  readonly sampleRate: number;
  /** Samples of the layer after its delay: what sweeps run over. */
  readonly length: number;
  /** The layer's own random numbers. */
  readonly random: Pcg32;
  readonly modulation: Modulation;
  /** The lowest frequency ratio of the pitch modulation: what bounds the delay lines of strings and tubes. */
  readonly lowestPitch: number;
  /** Where the layer stands, −1 (left) to 1 (right), fixed or moving: for voices that are `placed`. */
  readonly pan: number | Curve;
  readonly filters: FilterTable;
}

/** One sounding instance. */
export interface Voice {
  /** Whether the voice writes a right channel too. */
  readonly stereo?: boolean;
  /** Whether a stereo voice has taken account of the pan itself. */
  readonly placed?: boolean;
  /** Whether the level of a voice of one channel is what brings its peak to 1. */
  readonly normalized?: boolean;
  /** What a voice of one channel passes through when its level is set. */
  readonly after?: Process | undefined;
  /**
   * Writes the samples `[start, end)` to `out[0..end − start)`: blocks in order, without gaps. `right` is there for
   * stereo voices.
   */
  render(out: Float64Array, start: number, end: number, right?: Float64Array): void;
}

export interface Synthesizer<S extends Synthesis = Synthesis> {
  /** LFO targets that the voice itself follows; a pitch LFO of the others bends their finished signal. */
  readonly follows?: readonly ModulationTarget[];
  voice(synthesis: S, context: VoiceContext): Voice;
}

/** The synthesis types by `type`. */
export type SynthesisTable = { readonly [T in SynthesisType]?: Synthesizer<Extract<Synthesis, { type: T }>> };

export function synthesizerFor(table: SynthesisTable, synthesis: Synthesis): Synthesizer | undefined {
  return table[synthesis.type] as Synthesizer | undefined;
}

/** A voice that makes nothing. */
export const SILENT: Voice = { render: (out, start, end) => void out.fill(0, 0, end - start) };
