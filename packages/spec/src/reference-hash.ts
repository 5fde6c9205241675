/**
 * The hash form of the reference implementation, so that published hashes can be checked. It differs from RFC 8785 in
 * the order of keys (UTF-8 bytes), two escapes, numbers without exponents and integers kept exact beyond 2^53; it is
 * therefore computed from the text, not from the parsed value.
 */

import { blake3Hex } from './hash.ts';
import { SpeccadeError } from './issue.ts';
import { readJson } from './reader.ts';

const OPTIONAL = ['description', 'style_tags', 'engine_targets', 'migration_notes', 'variants', 'compat', 'recipe'];

/**
 * Canonical text of a JSON document in the reference's older form. Throws `SpeccadeError` (CLI_003) when `text` is not
 * JSON. Optional members of the document that are `null` are left out, as its typed re-serialisation does.
 */
export function referenceCanonicalize(text: string): string {
  const read = readJson(text);
  if (!read.ok) throw new SpeccadeError('CLI_003', read.issues[0]!.message, read.issues);
  return new Rewriter(text).document();
}

/** BLAKE3 over {@link referenceCanonicalize}. */
export function referenceSpecHash(text: string): string {
  return blake3Hex(referenceCanonicalize(text));
}

const TOKEN = /[\s,:]*("(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null|[[\]{}])/y;

/** Rewrites text that is known to be valid. */
class Rewriter {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  document(): string {
    return this.value(this.next(), true);
  }

  private next(): string {
    TOKEN.lastIndex = this.at;
    const match = TOKEN.exec(this.text) as RegExpExecArray;
    this.at = TOKEN.lastIndex;
    return match[1]!;
  }

  private value(token: string, top = false): string {
    if (token === '{') return this.object(top);
    if (token === '[') return this.array();
    if (token[0] === '"') return quote(JSON.parse(token) as string);
    if (token === 'true' || token === 'false' || token === 'null') return token;
    return number(token);
  }

  private array(): string {
    const items: string[] = [];
    for (let token = this.next(); token !== ']'; token = this.next()) items.push(this.value(token));
    return `[${items.join(',')}]`;
  }

  private object(top: boolean): string {
    const members = new Map<string, string>();
    for (let token = this.next(); token !== '}'; token = this.next()) {
      const key = JSON.parse(token) as string;
      members.set(key, this.value(this.next()));
      if (top && OPTIONAL.includes(key) && members.get(key) === 'null') members.delete(key);
    }
    const keys = [...members.keys()].sort(byCodePoints);
    return `{${keys.map((key) => `${quote(key)}:${members.get(key)}`).join(',')}}`;
  }
}

/** The order of UTF-8 bytes is the order of code points. */
function byCodePoints(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const order = left[i]!.codePointAt(0)! - right[i]!.codePointAt(0)!;
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function quote(text: string): string {
  // JSON.stringify escapes the same characters, but writes U+0008 and U+000C in their short forms.
  return JSON.stringify(text).replace(/\\(\\|"|[bf])/g, (all, c: string) =>
    c === 'b' ? '\\u0008' : c === 'f' ? '\\u000c' : all,
  );
}

const I64_MIN = -0x8000_0000_0000_0000n;
const U64_MAX = 0xffff_ffff_ffff_ffffn;

function number(literal: string): string {
  if (/^-?\d+$/.test(literal)) {
    const exact = BigInt(literal);
    if (exact >= I64_MIN && exact <= U64_MAX) return String(exact);
  }
  return plainDecimal(Number(literal));
}

/** Shortest round-trip digits, never with an exponent. */
function plainDecimal(value: number): string {
  const text = String(value === 0 ? 0 : value);
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!match) return text;
  const [, sign, first, rest = '', exponentText] = match;
  const digits = first + rest;
  const exponent = Number(exponentText);
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  return `${sign}${digits}${'0'.repeat(exponent + 1 - digits.length)}`;
}
