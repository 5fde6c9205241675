/** Which entry is most like a key that missed, and in what they differ. */
import type { CacheKeyInput } from './key-input.ts';

/** One component with two values; `null` stands for absent. */
export interface KeyDifference {
  /** Such as `seed`, `backend.version`, `outputs[0].path`, `inputs[kick.wav]` or `options.preview`. */
  readonly component: string;
  readonly stored: string | number | boolean | null;
  readonly wanted: string | number | boolean | null;
}

export interface Nearest {
  readonly key: string;
  readonly sourcePath: string | undefined;
  readonly createdAt: string;
  /** Empty when the entry is the wanted one. */
  readonly differences: readonly KeyDifference[];
}

/** The components in which two key inputs differ, in a fixed order. */
export function keyDifferences(stored: CacheKeyInput, wanted: CacheKeyInput): KeyDifference[] {
  const [a, b] = [components(stored), components(wanted)];
  const differences: KeyDifference[] = [];
  for (const component of new Set([...b.keys(), ...a.keys()])) {
    const [left, right] = [a.get(component) ?? null, b.get(component) ?? null];
    if (left !== right) differences.push({ component, stored: left, wanted: right });
  }
  return differences;
}

/** Negative when `a` is nearer: the same asset counts most, then the number of differences. */
export function compareDifferences(a: readonly KeyDifference[], b: readonly KeyDifference[]): number {
  return otherAsset(a) - otherAsset(b) || a.length - b.length;
}

function otherAsset(differences: readonly KeyDifference[]): number {
  return differences.some(({ component }) => component.startsWith('asset.')) ? 1 : 0;
}

function components(input: CacheKeyInput): Map<string, string | number | boolean | null> {
  const map = new Map<string, string | number | boolean | null>([
    ['asset.id', input.asset.id],
    ['asset.type', input.asset.type],
    ['recipe', input.recipe],
    ['seed', input.seed],
    ['backend.id', input.backend.id],
    ['backend.version', input.backend.version],
    ['stdlib', input.stdlib],
    ['budget.name', input.budget.name],
    ['budget.sha256', input.budget.sha256],
  ]);
  input.outputs.forEach((output, i) => {
    for (const name of ['kind', 'format', 'path'] as const) map.set(`outputs[${i}].${name}`, output[name]);
  });
  for (const { uri, sha256 } of input.inputs) map.set(`inputs[${uri}]`, sha256);
  for (const [name, value] of Object.entries(input.options)) map.set(`options.${name}`, value);
  return map;
}
