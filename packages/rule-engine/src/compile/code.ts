/** What nodes compile to. */

import type { Value } from '../value.ts';
import type { Machine } from './machine.ts';

export type Code = (machine: Machine) => Value;
export type BoolCode = (machine: Machine) => boolean;
/** Of fields and indices: undefined where the fact is absent. */
export type PathCode = (machine: Machine) => Value | undefined;

/** Where the compiler is. */
export interface Place {
  /** Slots of bound names. */
  readonly names: ReadonlyMap<string, number>;
  /** Whether every step is recorded. */
  readonly traced: boolean;
}
