/** A document as JSON text in which ints and floats stay apart, always in the same order. */
import { StarlarkFloat, type StarlarkValue } from '@speccade/starlark-wasm';

const MEMBERS = [
  'spec_version',
  'asset_id',
  'asset_type',
  'license',
  'seed',
  'outputs',
  'description',
  'style_tags',
  'engine_targets',
  'migration_notes',
  'variants',
  'recipe',
  'compat',
];

/** The members in their fixed order, without those that are None; everything below sorted by key. */
export function writeDocument(document: { readonly [key: string]: StarlarkValue }): string {
  const members = MEMBERS.filter((key) => (document[key] ?? null) !== null);
  return `{${members.map((key) => `${JSON.stringify(key)}:${write(document[key]!)}`).join(',')}}`;
}

function write(value: StarlarkValue): string {
  if (value instanceof StarlarkFloat) return floatText(value.value);
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : floatText(value);
  if (typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const dict = value as { readonly [key: string]: StarlarkValue };
  const keys = Object.keys(dict).sort(byCodePoint);
  return `{${keys.map((key) => `${JSON.stringify(key)}:${write(dict[key]!)}`).join(',')}}`;
}

/** The shortest digits that read back, with a point or an exponent. */
function floatText(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-5 || size >= 1e16)) return value.toExponential();
  const text = Object.is(value, -0) ? '-0' : String(value);
  return text.includes('.') ? text : `${text}.0`;
}

/** The order of bytes in UTF-8, which is that of code points. */
function byCodePoint(a: string, b: string): number {
  const [x, y] = [[...a], [...b]];
  for (let i = 0; i < Math.min(x.length, y.length); i++) {
    const difference = x[i]!.codePointAt(0)! - y[i]!.codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return x.length - y.length;
}
