/** Tokens of an expression. Linear in the source; every error has a place. */

import { RuleError } from '../error.ts';
import { MAX_SOURCE_LENGTH, MAX_STRING_LENGTH } from './ast.ts';
import { readInteger } from './literal.ts';

export interface Token {
  readonly type: 'int' | 'str' | 'name' | 'sign' | 'end';
  /** Text of names and signs, value of strings, digits before the sign is known for integers. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Of integers. */
  readonly value?: bigint;
  readonly unit?: string | undefined;
}

const SPACE = /[ \t\r\n]+|#[^\n]*/y;
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const NUMBER = /([0-9][0-9_]*)(?:\.([0-9]+))?(%|[A-Za-z][A-Za-z0-9_]*)?/y;
const SIGN = /==|!=|<=|>=|&&|\|\||\?\?|[-+*/%<>!?:;.,=()[\]]/y;
const PLAIN = /[^"\\\r\n]+/y;
const ESCAPE = /\\(?:(["\\nt])|u\{([0-9A-Fa-f]{1,6})\})/y;

const ESCAPES: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', n: '\n', t: '\t' };

/**
 * The tokens of a source, the last of type `end`.
 *
 * @throws RuleError E_SOURCE_SIZE, E_SYNTAX, E_LITERAL, E_UNIT.
 */
export function tokenize(source: string): Token[] {
  if (source.length > MAX_SOURCE_LENGTH) {
    throw new RuleError('E_SOURCE_SIZE', `an expression has at most ${MAX_SOURCE_LENGTH} characters`, {
      start: MAX_SOURCE_LENGTH,
      end: source.length,
    });
  }
  if (!source.isWellFormed()) {
    const start = loneSurrogate(source);
    throw new RuleError('E_SYNTAX', 'a surrogate stands alone', { start, end: start + 1 });
  }
  const tokens: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(source);
  };
  for (;;) {
    const space = match(SPACE);
    if (space) {
      at += space[0].length;
      continue;
    }
    if (at === source.length) break;
    const start = at;
    const character = source[at]!;
    let found = match(NUMBER);
    if (found) {
      at += found[0].length;
      const [text, whole, fraction, unit] = found;
      const value = readInteger(whole!, fraction, unit, { start, end: at });
      tokens.push({ type: 'int', text, start, end: at, value, unit });
      continue;
    }
    if (character === '"') {
      at++;
      const text = string(start);
      tokens.push({ type: 'str', text, start, end: at });
      continue;
    }
    found = match(NAME);
    const type = found ? 'name' : 'sign';
    found ??= match(SIGN);
    if (!found) {
      const end = start + (source.codePointAt(start)! > 0xffff ? 2 : 1);
      throw new RuleError('E_SYNTAX', 'unexpected character', { start, end });
    }
    at += found[0].length;
    tokens.push({ type, text: found[0], start, end: at });
  }
  tokens.push({ type: 'end', text: 'end of the expression', start: at, end: at });
  return tokens;

  function string(start: number): string {
    let text = '';
    for (;;) {
      const plain = match(PLAIN);
      if (plain) {
        text += plain[0];
        at += plain[0].length;
      }
      if (source[at] === '"') break;
      if (source[at] !== '\\') throw new RuleError('E_LITERAL', 'the string does not end', { start, end: at });
      const sequence = match(ESCAPE);
      if (!sequence) throw new RuleError('E_LITERAL', 'unknown escape', { start: at, end: at + 2 });
      text +=
        sequence[1] === undefined
          ? scalar(Number.parseInt(sequence[2]!, 16), sequence[0].length)
          : ESCAPES[sequence[1]];
      at += sequence[0].length;
    }
    at++;
    if (text.length > MAX_STRING_LENGTH) {
      throw new RuleError('E_LITERAL', `a string has at most ${MAX_STRING_LENGTH} characters`, { start, end: at });
    }
    return text;
  }

  function scalar(code: number, length: number): string {
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
      throw new RuleError('E_LITERAL', 'not a Unicode scalar value', { start: at, end: at + length });
    }
    return String.fromCodePoint(code);
  }
}

function loneSurrogate(source: string): number {
  let at = 0;
  while (at < source.length) {
    const code = source.codePointAt(at)!;
    if (code >= 0xd800 && code <= 0xdfff) break;
    at += code > 0xffff ? 2 : 1;
  }
  return at;
}
