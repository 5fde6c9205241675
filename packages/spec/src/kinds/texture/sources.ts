/** What the entries of `outputs` may name as their `source`. */
import type { Output, SpecEnvelope } from '../../document.ts';
import { describe, type PathStep } from '../../issue.ts';
import { didYouMean } from '../../suggest.ts';
import type { Findings } from '../kind.ts';

/** The primary outputs, with their places among all of them. */
export function primaries(envelope: SpecEnvelope): { output: Output; index: number }[] {
  return envelope.outputs.map((output, index) => ({ output, index })).filter(({ output }) => output.kind === 'primary');
}

/** E015 for a source that is missing or none of `known`; of a long list only the nearest is named. */
export function reportSource(
  source: string | undefined | null,
  index: number,
  known: readonly string[],
  findings: Findings,
  why?: string,
): void {
  const path: readonly PathStep[] = ['outputs', index, 'source'];
  const suggestion = source ? didYouMean(source, known) : undefined;
  const listed = known.slice(0, LISTED).map((name) => JSON.stringify(name));
  const rest = known.length > LISTED ? ` or ${known.length - LISTED} more` : '';
  const message =
    why ?? (source ? `this recipe has no map ${JSON.stringify(source)}` : 'the output does not say which map it is');
  findings.error('E015', path, message, {
    expected: `one of ${listed.join(', ')}${rest}`,
    found: describe(source ?? undefined),
    ...(suggestion !== undefined && { suggestion }),
  });
}

const LISTED = 20;
