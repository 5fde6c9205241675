/** Two chains of effects and one between them: like effects are paired in order, the others fade. */
import { formatPath, type Issue, type JsonObject, type JsonValue } from '@speccade/spec';
import { blend } from './blend.ts';
import { neutralised } from './neutral.ts';
import { designIssue } from './result.ts';

/** Indices in both chains; one is absent where an effect has no partner. */
type Pair = readonly [a: number | undefined, b: number | undefined];

/** The chain at `at` of the way; an issue for each effect that has no partner and cannot fade. */
export function blendChains(
  a: JsonValue | undefined,
  b: JsonValue | undefined,
  at: number,
  issues: Issue[],
): readonly JsonObject[] {
  const [from, to] = [a, b].map((chain) => (chain ?? []) as readonly JsonObject[]) as [JsonObject[], JsonObject[]];
  return pairs(from, to).flatMap(([i, j]) => {
    const [mine, other] = [i === undefined ? undefined : from[i], j === undefined ? undefined : to[j]];
    const start = mine ?? neutralised(other!);
    const end = other ?? neutralised(mine!);
    if (start !== undefined && end !== undefined) return [blend(start, end, at, '', 'effects') as JsonObject];
    const type = (mine ?? other)!.type as string;
    const message = `${type} is in one of the two sounds alone and cannot fade`;
    const suggestion = 'give both sounds such an effect, with the same options, or neither';
    const path = formatPath(['recipe', 'params', 'effects', (i ?? j)!]);
    issues.push(designIssue('DESIGN_005', path, message, { suggestion }));
    return [];
  });
}

/** The longest common subsequence under likeness, and what stands between its members. */
function pairs(a: readonly JsonObject[], b: readonly JsonObject[]): Pair[] {
  const like = a.map((one) => b.map((other) => blend(one, other, 0.5, '', 'effects') !== undefined));
  /** Pairs that can be found from (i, j) on. */
  const most = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const both = like[i]![j]! ? most[i + 1]![j + 1]! + 1 : 0;
      most[i]![j] = Math.max(both, most[i + 1]![j]!, most[i]![j + 1]!);
    }
  }
  const found: Pair[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const here = most[i]?.[j] ?? 0;
    if (i < a.length && j < b.length && like[i]![j]! && here === most[i + 1]![j + 1]! + 1) found.push([i++, j++]);
    else if (i < a.length && (j === b.length || most[i + 1]![j]! === here)) found.push([i++, undefined]);
    else found.push([undefined, j++]);
  }
  return found;
}
