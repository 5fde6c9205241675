/** Renders tracker modules by libopenmpt, the library of OpenMPT, compiled to WebAssembly. Loaded when it is needed. */
import type { LibOpenMpt } from 'chiptune3/libopenmpt.worklet.js';

export interface PlayOptions {
  /** Hz, 8,000 to 192,000. */
  readonly sampleRate: number;
  /** How often the song is played, at least once; songs that never end are cut off there. */
  readonly loops: number;
  /** Nothing is rendered beyond; an hour without it. */
  readonly maxSeconds?: number | undefined;
}

export interface Played {
  readonly left: Float64Array;
  readonly right: Float64Array;
  /** Seconds of one pass, as the library counts them. */
  readonly duration: number;
}

const BLOCK = 4096;
const MAX_SECONDS = 3600;

let library: Promise<LibOpenMpt> | undefined;

/**
 * Renders a module of any format the library knows. Returns `undefined` for bytes that are none, and for those that the
 * library fails on.
 */
export async function playModule(bytes: Uint8Array, options: PlayOptions): Promise<Played | undefined> {
  library ??= import('chiptune3/libopenmpt.worklet.js').then((module) =>
    // What is wrong with a module is said by whoever asked to play it.
    module.default({ printErr: () => undefined }),
  );
  const mpt = await library;
  try {
    return play(mpt, bytes, options);
  } catch {
    // What is left of its memory is worth nothing.
    library = undefined;
    return undefined;
  }
}

function play(
  mpt: LibOpenMpt,
  bytes: Uint8Array,
  { sampleRate, loops, maxSeconds = MAX_SECONDS }: PlayOptions,
): Played | undefined {
  const data = mpt._malloc(bytes.length);
  mpt.HEAPU8.set(bytes, data);
  const module = mpt._openmpt_module_create_from_memory2(data, bytes.length, 0, 0, 0, 0, 0, 0, 0);
  mpt._free(data);
  if (module === 0) return undefined;
  const [leftAt, rightAt] = [mpt._malloc(4 * BLOCK), mpt._malloc(4 * BLOCK)];
  try {
    mpt._openmpt_module_set_repeat_count(module, loops - 1);
    const duration = mpt._openmpt_module_get_duration_seconds(module);
    const blocks: [Float32Array, Float32Array][] = [];
    let frames = 0;
    while (frames < maxSeconds * sampleRate) {
      const count = mpt._openmpt_module_read_float_stereo(module, sampleRate, BLOCK, leftAt, rightAt);
      if (count === 0) break;
      // The memory may have moved.
      const heap = mpt.HEAPF32;
      blocks.push([heap.slice(leftAt / 4, leftAt / 4 + count), heap.slice(rightAt / 4, rightAt / 4 + count)]);
      frames += count;
    }
    const [left, right] = [new Float64Array(frames), new Float64Array(frames)];
    let at = 0;
    for (const [l, r] of blocks) {
      left.set(l, at);
      right.set(r, at);
      at += l.length;
    }
    return { left, right, duration };
  } finally {
    mpt._free(leftAt);
    mpt._free(rightAt);
    mpt._openmpt_module_destroy(module);
  }
}
