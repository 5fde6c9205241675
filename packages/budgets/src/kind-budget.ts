import type { SpecCounts } from './checks.ts';

/** How a recipe kind is counted and its cost estimated, from its parsed parameters. */
export interface KindBudget {
  readonly count: (params: never) => SpecCounts;
  /** Cost in the units of `weights.ts`. */
  readonly estimate: (params: never) => number;
}

export type KindBudgets = Readonly<Record<string, KindBudget>>;
