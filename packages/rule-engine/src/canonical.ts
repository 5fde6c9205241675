/** RFC 8785 bytes of JSON data whose numbers are integers up to 2^53 - 1, which is all that rulesets have. */

const encoder = new TextEncoder();

/** @throws TypeError for what is no such data. */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'boolean':
      return String(value);
    case 'number':
      if (!Number.isSafeInteger(value)) throw new TypeError('numbers must be integers up to 2^53 - 1');
      return String(value + 0);
    case 'string':
      if (!value.isWellFormed()) throw new TypeError('strings must be well-formed');
      return JSON.stringify(value);
    case 'object': {
      if (value === null) return 'null';
      if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
      const record = value as Readonly<Record<string, unknown>>;
      const keys = Object.keys(record).sort((a, b) => (a < b ? -1 : 1));
      return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(record[key])}`).join(',')}}`;
    }
    default:
      throw new TypeError(`${typeof value} is not JSON`);
  }
}

export function canonicalBytes(value: unknown): Uint8Array {
  return encoder.encode(canonicalJson(value));
}
