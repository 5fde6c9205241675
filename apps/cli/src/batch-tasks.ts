/** What a batch has to generate, and whether that is little. */
import type { CheckedDocument } from '@speccade/pipeline';
import type { FoundSpec } from './discover.ts';

/** What it takes to generate a spec. */
export interface Task {
  /** In the units of the budget's estimate. */
  readonly cost: number;
  readonly kind: string;
  /** Scripts that the spec refers to, absolute. */
  readonly refs: readonly string[];
  /** For the worker, which reads the spec again where so much is held for workers already. */
  readonly checked: CheckedDocument | undefined;
}

/** A spec that has to be generated. */
export interface Miss extends Task {
  readonly index: number;
  readonly spec: FoundSpec;
}

/**
 * What a batch, and a spec of it, cost at most if this thread is to take part in the work, in the units of the budget's
 * estimate: one to two seconds of it, and a third of one. To start another worker for so little takes longer than what it
 * would do; and Ctrl-C is heard between specs.
 */
const SMALL_BATCH = 400e6;
const SMALL_SPEC = 60e6;

/** Whether the thread that writes should take part. */
export function isSmall(misses: readonly Miss[]): boolean {
  let total = 0;
  for (const { cost } of misses) {
    total += cost;
    if (cost > SMALL_SPEC || total > SMALL_BATCH) return false;
  }
  return true;
}
