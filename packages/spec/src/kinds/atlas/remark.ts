/** W004: members that nothing reads, of objects that accept any. */
import type { PathStep } from '../../issue.ts';
import { didYouMean } from '../../suggest.ts';
import type { Findings } from '../kind.ts';

/** Warns of the unknown members of every object in the raw list `value`, which stands at `path`. */
export function remarkUnknown(
  value: unknown,
  known: readonly string[],
  what: string,
  path: readonly PathStep[],
  findings: Findings,
): void {
  if (!Array.isArray(value)) return;
  value.forEach((item: unknown, index) => {
    if (typeof item !== 'object' || item === null || Array.isArray(item)) return;
    for (const key of Object.keys(item)) {
      if (known.includes(key)) continue;
      const suggestion = didYouMean(key, known);
      findings.warn('W004', [...path, index, key], `${what} has no field ${JSON.stringify(key)}; it is ignored`, {
        expected: `one of ${known.join(', ')}`,
        ...(suggestion !== undefined && { suggestion }),
      });
    }
  });
}
