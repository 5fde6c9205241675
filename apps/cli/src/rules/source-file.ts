/** Files of rules, facts, waivers and tests: YAML, of which JSON is a part, with the place of every value. */
import { readFileSync, statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { type Issue, SpeccadeError } from '@speccade/spec';
import { type Document, isScalar, LineCounter, parseDocument } from 'yaml';
import { displayPath } from '../read-spec.ts';
import { reasonOf } from '../reason.ts';

const EXTENSIONS = ['.yaml', '.yml', '.json'];
const MAX_BYTES = 4 << 20;

/** Where something is in a file. */
export type Place = Pick<Issue, 'line' | 'column' | 'trace'>;

export class SourceFile {
  /** As it is shown. */
  readonly path: string;
  /** Absolute. */
  readonly file: string;
  readonly text: string;
  readonly document: Document;
  /** Plain data; integers that a number cannot hold are bigints. */
  readonly value: unknown;
  readonly #lines = new LineCounter();

  /** Reads a file. Throws `SpeccadeError`: CLI_001 unreadable, CLI_002 another type, CLI_020 malformed. */
  constructor(given: string, cwd: string) {
    this.file = resolve(cwd, given);
    this.path = displayPath(this.file, cwd);
    this.text = this.#read();
    this.document = parseDocument(this.text, { lineCounter: this.#lines, intAsBigInt: true, prettyErrors: false });
    const issues = this.document.errors.map(({ message, pos }) => this.issue('CLI_020', message, this.placeOf(pos[0])));
    if (issues.length > 0) throw new SpeccadeError(issues[0]!.code, issues[0]!.message, issues);
    try {
      this.value = withNumbers(this.document.toJS({ maxAliasCount: 100 }));
    } catch (error) {
      throw this.#failure('CLI_020', error instanceof Error ? error.message : String(error));
    }
  }

  issue(code: string, message: string, more: Partial<Issue> = {}): Issue {
    return { code, severity: 'error', path: '', message, file: this.path, ...more };
  }

  placeOf(offset: number): Place {
    const { line, col } = this.#lines.linePos(offset);
    return { line, column: col, trace: { sourceLine: this.text.split('\n')[line - 1]!.replace(/\r$/, '') } };
  }

  /** Where the value at a path of keys and indices begins; of a scalar, where its `offset`th character of text is. */
  placeAt(path: readonly (string | number)[], offset = 0): Place | undefined {
    const node = this.document.getIn(path, true);
    const range = (node as { range?: readonly [number, number, number] | null } | undefined)?.range;
    if (!range) return path.length > 0 ? this.placeAt(path.slice(0, -1)) : undefined;
    const within = isScalar(node) && typeof node.value === 'string' ? this.#within(range, node.value, offset) : 0;
    return this.placeOf(range[0] + within);
  }

  /** How far the `offset`th character of a scalar is from its beginning in the file. */
  #within([start, end]: readonly [number, number, number], value: string, offset: number): number {
    const raw = this.text.slice(start, end);
    if (raw.startsWith('"') || raw.startsWith("'")) return 1 + throughEscapes(raw.slice(1), raw[0]!, offset);
    if (raw.startsWith('|') || raw.startsWith('>')) {
      const first = raw.indexOf('\n') + 1;
      const indent = /^ */.exec(raw.slice(first))![0].length;
      const lines = value.slice(0, offset).split('\n').length - 1;
      let at = first;
      for (let i = 0; i < lines; i++) at = raw.indexOf('\n', at) + 1;
      return at + indent + (offset - (value.lastIndexOf('\n', offset - 1) + 1));
    }
    return raw.includes('\n') ? 0 : offset;
  }

  #read(): string {
    if (!EXTENSIONS.includes(extname(this.file).toLowerCase())) {
      throw this.#failure('CLI_002', `unknown file extension ${JSON.stringify(extname(this.file))}`, {
        suggestion: `such files end in ${EXTENSIONS.join(', ')}`,
      });
    }
    try {
      const stat = statSync(this.file);
      if (!stat.isFile()) throw new Error('it is not a file');
      if (stat.size > MAX_BYTES) throw new Error(`it has ${stat.size} bytes, more than ${MAX_BYTES}`);
      return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(this.file));
    } catch (error) {
      throw this.#failure('CLI_001', `cannot read the file: ${reasonOf(error)}`);
    }
  }

  #failure(code: string, message: string, more: Partial<Issue> = {}): SpeccadeError {
    return new SpeccadeError(code, message, [this.issue(code, message, more)]);
  }
}

/** Integers as numbers where they are exact. */
function withNumbers(value: unknown): unknown {
  if (typeof value === 'bigint')
    return BigInt(Number(value)) === value && Number.isSafeInteger(Number(value)) ? Number(value) : value;
  if (Array.isArray(value)) return value.map(withNumbers);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withNumbers(member)]));
}

/** Length of quoted text up to its `offset`th character, escapes counted as what they stand for. */
function throughEscapes(raw: string, quote: string, offset: number): number {
  let at = 0;
  for (let done = 0; done < offset && at < raw.length; done++) {
    if (quote === "'") at += raw.startsWith("''", at) ? 2 : 1;
    else
      at +=
        raw[at] === '\\'
          ? (/^\\(?:u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|x[0-9A-Fa-f]{2}|[\s\S])/.exec(raw.slice(at))?.[0].length ?? 1)
          : 1;
  }
  return at;
}
