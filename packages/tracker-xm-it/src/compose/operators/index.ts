/** The operators by name. */
import { choose } from './choose.ts';
import { concat } from './concat.ts';
import { emit } from './emit.ts';
import { emitSeq } from './emit-seq.ts';
import { filter } from './filter.ts';
import { interleave } from './interleave.ts';
import { mini } from './mini.ts';
import type { Operators } from './operator.ts';
import { prob } from './prob.ts';
import { ref } from './ref.ts';
import { remapChannel } from './remap-channel.ts';
import { repeat } from './repeat.ts';
import { reverse } from './reverse.ts';
import { shift } from './shift.ts';
import { slice } from './slice.ts';
import { stack } from './stack.ts';
import { transform } from './transform.ts';

export const operators: Operators = {
  stack,
  concat,
  repeat,
  shift,
  slice,
  ref,
  emit,
  emit_seq: emitSeq,
  transform,
  prob,
  choose,
  reverse,
  mirror: reverse,
  interleave,
  remap_channel: remapChannel,
  filter,
  mini,
};
