/** The dialects by the name that a spec's `compat` gives. */
import { referenceDialect } from '../reference/compose/index.ts';
import type { Dialect } from './dialect.ts';
import { modern } from './modern.ts';

const DIALECTS: Readonly<Record<string, Dialect>> = { reference: referenceDialect };

/** The dialect that `compat` names, or the modern one. */
export function dialectFor(compat: string | undefined): Dialect {
  return DIALECTS[compat ?? ''] ?? modern;
}
