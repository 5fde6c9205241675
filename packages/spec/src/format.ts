import { SpeccadeError } from './issue.ts';
import { readJson } from './reader.ts';

const TOKEN = /[\s,:]*("(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null|[[\]{}])/y;

/**
 * JSON text laid out anew: keys sorted by UTF-16 code units, two-space indentation, a final newline. No value changes:
 * a number that a double cannot hold exactly keeps its spelling.
 *
 * Throws `SpeccadeError` (CLI_003) for text that is not JSON, and for a repeated key, one of whose values would be lost.
 */
export function formatJson(text: string): string {
  const read = readJson(text);
  if (!read.ok) throw new SpeccadeError('CLI_003', read.issues[0]!.message, read.issues);
  if (read.warnings.length > 0) {
    const issues = read.warnings.map((warning) => ({ ...warning, severity: 'error' as const, code: 'CLI_003' }));
    throw new SpeccadeError('CLI_003', 'a key is given twice', issues);
  }
  return `${new Formatter(text.replace(/^\ufeff/, '')).value('')}\n`;
}

/** Formats text that is known to be valid. */
class Formatter {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  value(indent: string, token = this.next()): string {
    if (token === '[') return this.array(indent);
    if (token === '{') return this.object(indent);
    if (token[0] === '"') return JSON.stringify(JSON.parse(token));
    return /^[-\d]/.test(token) ? number(token) : token;
  }

  private next(): string {
    TOKEN.lastIndex = this.at;
    const match = TOKEN.exec(this.text) as RegExpExecArray;
    this.at = TOKEN.lastIndex;
    return match[1]!;
  }

  private array(indent: string): string {
    const inner = `${indent}  `;
    const items: string[] = [];
    for (let token = this.next(); token !== ']'; token = this.next()) items.push(inner + this.value(inner, token));
    return items.length === 0 ? '[]' : `[\n${items.join(',\n')}\n${indent}]`;
  }

  private object(indent: string): string {
    const inner = `${indent}  `;
    const members: [key: string, text: string][] = [];
    for (let token = this.next(); token !== '}'; token = this.next()) {
      members.push([JSON.parse(token) as string, this.value(inner)]);
    }
    if (members.length === 0) return '{}';
    members.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{\n${members.map(([key, text]) => `${inner}${JSON.stringify(key)}: ${text}`).join(',\n')}\n${indent}}`;
  }
}

function number(literal: string): string {
  const plain = JSON.stringify(Number(literal));
  return /^-?\d+$/.test(literal) && BigInt(literal) !== BigInt(Number(literal)) ? literal : plain;
}
