/** Reaction and diffusion by the kernel. */
import { KERNEL, SLACK } from './kernel.ts';
import { reserve } from './platform.generated.ts';

/** Bytes of memory beyond which there is no kernel: it would stay until somebody collects it. */
const MOST = 1 << 28;

/** Constants of the Gray-Scott model, in the order of the equations; `loss` is feed and kill together. */
export type Reaction = readonly [feed: number, loss: number, diffuseA: number, diffuseB: number, dt: number];

/** A step from the state `a`, `b` to the other state, both with a border of one place. */
export type ReactionStep = (
  a: Float64Array,
  b: Float64Array,
  nextA: Float64Array,
  nextB: Float64Array,
  reaction: Reaction,
) => void;

/** Four fields with a border of one place for a model of this size, and what steps from two to the others. */
export function reactionFields(
  width: number,
  height: number,
): { readonly fields: readonly Float64Array[]; readonly step: ReactionStep } | undefined {
  const size = (width + 2) * (height + 2);
  const bytes = 32 * size + SLACK;
  const kernel = bytes <= MOST ? KERNEL.instantiate() : undefined;
  const from = kernel && reserve(kernel, bytes);
  if (from === undefined) return undefined;
  const { buffer } = kernel!.memory;
  return {
    fields: Array.from({ length: 4 }, (_, k) => new Float64Array(buffer, from + 8 * k * size, size)),
    step: (a, b, nextA, nextB, reaction) =>
      kernel!.stepReaction(a.byteOffset, b.byteOffset, nextA.byteOffset, nextB.byteOffset, width, height, ...reaction),
  };
}
