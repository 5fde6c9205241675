/** A stage behind a source, in blocks; what it looks ahead at waits in a window of two blocks and its lookahead. */
import { BLOCK } from '../dsp/process.ts';
import type { StereoProcess, StereoSource } from './types.ts';

/**
 * The source with the stage on it. Asked for blocks that start at multiples of `BLOCK`, in order, it asks the source for
 * such blocks too, cut off at `limit`; after that the sound is taken to be silent.
 */
export function connectStage(stage: StereoProcess, source: StereoSource, limit: number): StereoSource {
  const lookahead = stage.lookahead ?? 0;
  if (lookahead > 0) return connectAhead(stage, lookahead, source, limit);
  return (left, right, start, end) => {
    source(left, right, start, end);
    stage.process(left, right, start, end);
  };
}

function connectAhead(stage: StereoProcess, lookahead: number, source: StereoSource, limit: number): StereoSource {
  // The last block starts before the end of the lookahead and may reach a whole block beyond it.
  const left = new Float64Array(2 * BLOCK + lookahead);
  const right = new Float64Array(2 * BLOCK + lookahead);
  /** What the window holds ends here in the sound; it begins where the block does. */
  let filled = 0;
  return (outL, outR, start, end) => {
    const count = end - start;
    while (filled < Math.min(end + lookahead, limit)) {
      const next = Math.min(filled + BLOCK, limit);
      source(left.subarray(filled - start), right.subarray(filled - start), filled, next);
      filled = next;
    }
    const held = filled - start;
    if (held < count + lookahead) {
      left.fill(0, held, count + lookahead);
      right.fill(0, held, count + lookahead);
    }
    stage.process(left, right, start, end);
    outL.set(left.subarray(0, count));
    outR.set(right.subarray(0, count));
    left.copyWithin(0, count, held);
    right.copyWithin(0, count, held);
  };
}
