/**
 * What nodes cost, as data for the fingerprint of the engine. The evaluators have these numbers in their code, and the
 * conformance vectors hold them to it.
 */
export const TICKS = {
  literal: 0,
  reference: 1,
  field: 1,
  index: 1,
  operator: 1,
  membership: { base: 1, element: 1 },
  logic: 1,
  conditional: 1,
  default: 1,
  has: 1,
  let: 1,
  list: { base: 1, element: 1 },
  macro: { entry: 1, element: 1, arguments: 2 },
  size_unit: 64,
} as const;
