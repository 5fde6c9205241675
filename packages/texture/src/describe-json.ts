/**
 * The text of JSON descriptions: two spaces of indentation, keys as they come, no final newline. Numbers that are
 * fractions by nature keep their point (`1.0`), so that equal descriptions have equal bytes whatever their values.
 */

/** A number that is written with a point, or with an exponent below 1e-5 and from 1e16 on. */
export class Float {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

export type Description =
  | string
  | number
  | boolean
  | Float
  | readonly Description[]
  | { readonly [key: string]: Description | undefined };

export function float(value: number): Float {
  return new Float(value);
}

export function floats(values: readonly number[]): Float[] {
  return values.map(float);
}

/** UTF-8 bytes of the description; members that are `undefined` are left out. */
export function describeJson(value: Description): Uint8Array {
  return new TextEncoder().encode(text(value, ''));
}

function text(value: Description, indent: string): string {
  if (value instanceof Float) return floatText(value.value);
  if (typeof value !== 'object') return JSON.stringify(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map((item: Description) => inner + text(item, inner));
    return items.length === 0 ? '[]' : `[\n${items.join(',\n')}\n${indent}]`;
  }
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([key, member]) => `${inner}${JSON.stringify(key)}: ${text(member as Description, inner)}`);
  return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n${indent}}`;
}

function floatText(value: number): string {
  if (Object.is(value, -0)) return '-0.0';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-5 || size >= 1e16)) {
    const [digits, exponent] = value.toExponential().split('e');
    return `${digits}e${exponent}`;
  }
  // JavaScript itself writes exponents only below 1e-6 and from 1e21 on.
  const plain = String(value);
  return Number.isInteger(value) ? `${plain}.0` : plain;
}
