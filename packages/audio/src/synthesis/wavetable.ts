import type { Synthesis } from '@speccade/spec/kinds/audio_v1';
import { centsRatio, phaseStep } from '../dsp/frequency.ts';
import { createGlide } from '../dsp/glide.ts';
import { Phasor } from '../dsp/phasor.ts';
import { BLOCK } from '../dsp/process.ts';
import type { Synthesizer, VoiceContext } from '../voice.ts';
import { FRAMES } from './wavetable-frames.ts';
import { type Level, levelAt, octaveLevels, octaveOf } from './wavetable-levels.ts';

export type Wavetable = Extract<Synthesis, { type: 'wavetable' }>;

const MOST_VOICES = 8;

/**
 * A cycle read from 64 frames, with a position that may move through them, by up to eight detuned voices in unison.
 * Frames are band-limited to the pitch and free of DC. Raw level: that of the table, the mean over voices.
 */
export const wavetable: Synthesizer<Wavetable> = {
  voice(synthesis, context) {
    const steps = unison(synthesis).map((ratio) => phaseStep(synthesis.frequency, undefined, ratio, context));
    const readers = steps.map((step) => {
      const phasor = new Phasor(step);
      return { phasor, add: typeof step === 'number' ? still(synthesis, phasor) : moving(synthesis, phasor) };
    });
    const positions = new Float64Array(BLOCK);
    const fillPositions = framePositions(synthesis, context);
    return {
      render(out, start, end) {
        fillPositions(positions, start, end);
        out.fill(0, 0, end - start);
        for (const { phasor, add } of readers) {
          phasor.advance(start, end);
          add(out, end - start, positions);
        }
        for (let k = 0; k < end - start; k++) out[k] = out[k]! / readers.length;
      },
    };
  },
};

/** Frequency ratio of each voice. */
export function unison({ voices, detune }: Wavetable): number[] {
  const count = Math.min(Math.max(voices ?? 1, 1), MOST_VOICES);
  const half = (count - 1) / 2;
  return Array.from({ length: count }, (_, v) => centsRatio(half === 0 ? 0 : ((v - half) / half) * (detune ?? 0)));
}

/** Writes the position in frames, 0 to 63, of the samples `[start, end)` to `out[0..]`. */
export function framePositions(
  { position, position_sweep }: Wavetable,
  { length }: VoiceContext,
): (out: Float64Array, start: number, end: number) => void {
  const frame = (q: number) => (FRAMES - 1) * Math.min(Math.max(q, 0), 1);
  if (position_sweep == null) return (out) => void out.fill(frame(position));
  const glide = createGlide(position, position_sweep.end_position, position_sweep.curve, length);
  return (out, start, end) => {
    glide(out, start, end);
    for (let k = 0; k < end - start; k++) out[k] = frame(out[k]!);
  };
}

/** Adds the table's samples at the first `count` of the phasor's phases. */
type Reader = (out: Float64Array, count: number, positions: Float64Array) => void;

function still({ table }: Wavetable, { phases, widths }: Phasor): Reader {
  const level = levelAt(table, widths[0]!);
  return (out, count, positions) => addLevel(out, count, positions, phases, level);
}

function addLevel(out: Float64Array, count: number, positions: Float64Array, phases: Float64Array, level: Level): void {
  const { size, samples } = level;
  for (let k = 0; k < count; k++) out[k] = out[k]! + read(samples, size, positions[k]!, phases[k]!);
}

/** Fades from level to level, so that a moving pitch does not click. */
function moving({ table }: Wavetable, { phases, widths }: Phasor): Reader {
  const levels = octaveLevels(table);
  return (out, count, positions) => addMoving(out, count, positions, phases, widths, levels);
}

function addMoving(
  out: Float64Array,
  count: number,
  positions: Float64Array,
  phases: Float64Array,
  widths: Float64Array,
  levels: readonly Level[],
): void {
  const darkest = levels.length - 1;
  for (let k = 0; k < count; k++) {
    const octave = octaveOf(widths[k]!);
    const at = Math.floor(octave);
    const here = levels[at]!;
    const next = levels[Math.min(at + 1, darkest)]!;
    const bright = read(here.samples, here.size, positions[k]!, phases[k]!);
    const dark = read(next.samples, next.size, positions[k]!, phases[k]!);
    out[k] = out[k]! + bright + (dark - bright) * (octave - at);
  }
}

/** Linear interpolation between two frames of `size` samples and two samples of each. */
function read(samples: Float64Array, size: number, position: number, phase: number): number {
  const frame = Math.min(position | 0, FRAMES - 2);
  const x = phase * size;
  const here = x | 0;
  const next = here + 1 === size ? 0 : here + 1;
  const f = x - here;
  const m = position - frame;
  const at = frame * size;
  const a = samples[at + here]! + (samples[at + next]! - samples[at + here]!) * f;
  const b = samples[at + size + here]! + (samples[at + size + next]! - samples[at + size + here]!) * f;
  return a + (b - a) * m;
}
