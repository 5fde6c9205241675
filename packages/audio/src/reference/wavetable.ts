import { BLOCK } from '../dsp/process.ts';
import { TAU } from '../dsp/sine.ts';
import { framePositions, unison, type Wavetable } from '../synthesis/wavetable.ts';
import { FRAME_SIZE, FRAMES, wavetableFrames } from '../synthesis/wavetable-frames.ts';
import type { Synthesizer } from '../voice.ts';

/** The tables as they are: with DC, and with as many aliases as the note makes of them. */
export const wavetable: Synthesizer<Wavetable> = {
  voice(synthesis, context) {
    const { sampleRate } = context;
    const table = wavetableFrames(synthesis.table);
    const steps = unison(synthesis).map((ratio) => (TAU * (synthesis.frequency * ratio)) / sampleRate);
    const phases = steps.map(() => 0);
    const positions = new Float64Array(BLOCK);
    const fillPositions = framePositions(synthesis, context);
    return {
      render(out, start, end) {
        fillPositions(positions, start, end);
        const count = end - start;
        out.fill(0, 0, count);
        steps.forEach((step, v) => {
          let phase = phases[v]!;
          for (let k = 0; k < count; k++) {
            out[k] = out[k]! + read(table, positions[k]!, phase);
            phase += step;
            if (phase >= TAU) phase -= TAU;
          }
          phases[v] = phase;
        });
        for (let k = 0; k < count; k++) out[k] = out[k]! / steps.length;
      },
    };
  },
};

function read(table: Float64Array, position: number, phase: number): number {
  const frame = Math.min(Math.floor(position), FRAMES - 1);
  const next = Math.min(frame + 1, FRAMES - 1);
  const m = position - frame;
  const a = readFrame(table, frame, phase);
  const b = readFrame(table, next, phase);
  return a * (1 - m) + b * m;
}

/** A negative phase reads before sample 0, on the line through it and the next one. */
function readFrame(table: Float64Array, frame: number, phase: number): number {
  const turns = phase / TAU;
  const x = (turns - Math.trunc(turns)) * FRAME_SIZE;
  const here = Math.max(Math.trunc(x), 0) % FRAME_SIZE;
  const f = x - Math.trunc(x);
  const at = frame * FRAME_SIZE;
  return table[at + here]! * (1 - f) + table[at + ((here + 1) % FRAME_SIZE)]! * f;
}
