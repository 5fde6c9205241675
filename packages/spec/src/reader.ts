/**
 * Reading JSON text (RFC 8259) into plain values, strictly: one syntax error is one issue with its line and column, a
 * repeated key is a warning (the last one wins), nesting is bounded, and nothing that has no canonical form gets in
 * (lone surrogates, numbers beyond the range of a double, the key `__proto__`).
 */
import type { Issue } from './issue.ts';
import { formatPath, type PathStep } from './issue.ts';
import type { JsonValue } from './json.ts';

/** Deeper nesting is refused; the same limit as the reference implementation's reader. */
export const MAX_JSON_DEPTH = 128;
const MAX_DUPLICATE_WARNINGS = 100;

export type ReadResult =
  | { readonly ok: true; readonly value: JsonValue; readonly text: string; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Decodes UTF-8 (a byte-order mark is dropped) and reads it as JSON. Never throws for bad input. */
export function readJson(source: Uint8Array | string): ReadResult {
  let text: string;
  if (typeof source === 'string') text = source;
  else {
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(source);
    } catch {
      return { ok: false, issues: [syntaxIssue('the file is not valid UTF-8', undefined, undefined)] };
    }
  }
  const reader = new Reader(text);
  try {
    const value = reader.document();
    return { ok: true, value, text, warnings: reader.warnings };
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error;
    return { ok: false, issues: [syntaxIssue(error.message, text, error.at)] };
  }
}

/** 1-based line and column (UTF-16 units) of an offset. */
export function positionAt(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    line++;
    start = at + 1;
  }
  return { line, column: offset - start + 1 };
}

function syntaxIssue(message: string, text: string | undefined, at: number | undefined): Issue {
  const issue: Issue = { code: 'CLI_003', severity: 'error', path: '', message: `not valid JSON: ${message}` };
  return text === undefined || at === undefined ? issue : { ...issue, ...positionAt(text, at) };
}

class SyntaxFault extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

class Reader {
  readonly warnings: Issue[] = [];
  private readonly text: string;
  private readonly path: PathStep[] = [];
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  document(): JsonValue {
    this.space();
    if (this.at === this.text.length) this.fail('the file is empty');
    const value = this.value(0);
    this.space();
    if (this.at < this.text.length) this.fail(`unexpected ${this.here()} after the end of the document`);
    return value;
  }

  private value(depth: number): JsonValue {
    const c = this.text.charCodeAt(this.at);
    if (c === 0x22) return this.string();
    if (c === 0x7b) return this.object(depth);
    if (c === 0x5b) return this.array(depth);
    if (c === 0x2d || (c >= 0x30 && c <= 0x39)) return this.number();
    if (this.word('true')) return true;
    if (this.word('false')) return false;
    if (this.word('null')) return null;
    return this.fail(`expected a value, found ${this.here()}`);
  }

  private object(depth: number): JsonValue {
    if (depth >= MAX_JSON_DEPTH) this.fail(`nested deeper than ${MAX_JSON_DEPTH} levels`);
    const object: Record<string, JsonValue> = {};
    this.at++;
    this.space();
    if (this.take(0x7d)) return object;
    for (;;) {
      if (this.text.charCodeAt(this.at) !== 0x22) this.fail(`expected a key in double quotes, found ${this.here()}`);
      const keyAt = this.at;
      const key = this.string();
      if (key === '__proto__') this.fail('the key "__proto__" is not allowed', keyAt);
      if (Object.hasOwn(object, key)) this.duplicate(key, keyAt);
      this.space();
      if (!this.take(0x3a)) this.fail(`expected ":" after the key, found ${this.here()}`);
      this.space();
      this.path.push(key);
      object[key] = this.value(depth + 1);
      this.path.pop();
      this.space();
      if (this.take(0x7d)) return object;
      if (!this.take(0x2c)) this.fail(`expected "," or "}", found ${this.here()}`);
      this.space();
    }
  }

  private array(depth: number): JsonValue {
    if (depth >= MAX_JSON_DEPTH) this.fail(`nested deeper than ${MAX_JSON_DEPTH} levels`);
    const array: JsonValue[] = [];
    this.at++;
    this.space();
    if (this.take(0x5d)) return array;
    for (;;) {
      this.path.push(array.length);
      array.push(this.value(depth + 1));
      this.path.pop();
      this.space();
      if (this.take(0x5d)) return array;
      if (!this.take(0x2c)) this.fail(`expected "," or "]", found ${this.here()}`);
      this.space();
    }
  }

  private number(): number {
    NUMBER.lastIndex = this.at;
    const match = NUMBER.exec(this.text);
    if (!match) return this.fail(`expected digits, found ${this.here(1)}`);
    const value = Number(match[0]);
    if (!Number.isFinite(value)) this.fail('the number is beyond the range of a double');
    this.at += match[0].length;
    return value;
  }

  private string(): string {
    const text = this.text;
    const start = this.at;
    let result = '';
    let from = ++this.at;
    for (;;) {
      const c = text.charCodeAt(this.at);
      if (c === 0x22) {
        result += text.slice(from, this.at++);
        break;
      }
      if (c === 0x5c) {
        result += text.slice(from, this.at) + this.escape();
        from = this.at;
      } else if (c < 0x20) this.fail('a control character in a string must be escaped');
      else if (Number.isNaN(c)) this.fail('the string has no end', start);
      else this.at++;
    }
    if (!result.isWellFormed()) this.fail('the string holds a lone surrogate', start);
    return result;
  }

  private escape(): string {
    const letter = this.text[this.at + 1] ?? '';
    if (letter === 'u') {
      const digits = this.text.slice(this.at + 2, this.at + 6);
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) this.fail('"\\u" needs four hexadecimal digits');
      this.at += 6;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const plain = ESCAPES[letter];
    if (plain === undefined) return this.fail(`unknown escape ${JSON.stringify(`\\${letter}`)}`);
    this.at += 2;
    return plain;
  }

  private word(word: string): boolean {
    if (!this.text.startsWith(word, this.at)) return false;
    this.at += word.length;
    return true;
  }

  private take(code: number): boolean {
    if (this.text.charCodeAt(this.at) !== code) return false;
    this.at++;
    return true;
  }

  private space(): void {
    for (;;) {
      const c = this.text.charCodeAt(this.at);
      if (c !== 0x20 && c !== 0x0a && c !== 0x0d && c !== 0x09) return;
      this.at++;
    }
  }

  private here(ahead = 0): string {
    const c = this.text[this.at + ahead];
    return c === undefined ? 'the end of the file' : JSON.stringify(c);
  }

  private duplicate(key: string, at: number): void {
    if (this.warnings.length >= MAX_DUPLICATE_WARNINGS) return;
    this.warnings.push({
      code: 'W005',
      severity: 'warning',
      path: formatPath([...this.path, key]),
      message: `the key ${JSON.stringify(key)} is given twice; the last one counts`,
      ...positionAt(this.text, at),
    });
  }

  private fail(message: string, at = this.at): never {
    throw new SyntaxFault(message, at);
  }
}
