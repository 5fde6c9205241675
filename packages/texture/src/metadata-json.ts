/**
 * JSON with floats that look like floats (`1.0`), as the published metadata files have them: two blanks of indent, one
 * array element per line, no final newline.
 */

/** A number that is written with a decimal point. */
export class Float {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

export type MetadataValue =
  | number
  | string
  | boolean
  | Float
  | readonly MetadataValue[]
  | { readonly [key: string]: MetadataValue | undefined };

/** Members that are `undefined` are left out. */
export function formatMetadata(value: MetadataValue, indent = ''): string {
  if (value instanceof Float) return formatFloat(value.value);
  if (typeof value !== 'object') return JSON.stringify(value);
  const inner = `${indent}  `;
  const isArray = Array.isArray(value);
  const lines = isArray
    ? value.map((item) => inner + formatMetadata(item, inner))
    : Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .map(([key, member]) => `${inner}${JSON.stringify(key)}: ${formatMetadata(member as MetadataValue, inner)}`);
  const [open, close] = isArray ? '[]' : '{}';
  return lines.length === 0 ? `${open}${close}` : `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}

/** The shortest digits that read back the same; exponents below 1e-5 and from 1e16 on. */
export function formatFloat(value: number): string {
  if (Object.is(value, -0)) return '-0.0';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-5 || size >= 1e16)) return value.toExponential();
  const text = String(value);
  return text.includes('.') ? text : `${text}.0`;
}

export function floats(values: readonly number[]): Float[] {
  return values.map((value) => new Float(value));
}
