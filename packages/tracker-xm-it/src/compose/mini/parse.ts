/**
 * Mini-notation, the pattern language of TidalCycles and Strudel: `a b` in sequence, `~` rest, `[a b]` group, `<a b>` one
 * to a cycle, `a, b` together, and behind a step `*2` faster, `/2` slower, `!2` again, `@2` longer, `(3,8)` or `(3,8,2)`
 * a Euclidean rhythm.
 */
import { euclidFromHit } from './rhythm.ts';
import { type MiniNode, REST, sequenceOf, type WeightedNode } from './tree.ts';

/** Brackets in brackets, and modifiers behind one step. */
const MAX_NESTING = 32;
const MAX_MODIFIERS = 8;
/** Steps of a notation after `!` and `(k,n)` are written out. */
const MAX_STEPS = 20_000;

/** A notation that cannot be read. `offset` counts UTF-16 units. */
export class MiniSyntaxError extends Error {
  readonly offset: number;
  readonly expected: string;
  /** Whether it is correct but too much of a good thing. */
  readonly tooMuch: boolean;
  constructor(offset: number, message: string, expected: string, tooMuch = false) {
    super(message);
    this.offset = offset;
    this.expected = expected;
    this.tooMuch = tooMuch;
  }
}

/** Reads a notation. Throws {@link MiniSyntaxError}. */
export function parseMini(text: string): MiniNode {
  const parser = new Parser(text);
  const node = parser.stack(undefined, 0);
  return node;
}

const WORD = /[A-Za-z0-9_#.:+-]+/y;
const SPACE = /\s*/y;
const COUNT = /\d{1,9}/y;

class Parser {
  private readonly text: string;
  private at = 0;
  private steps = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Up to `close`, or to the end of the text where there is none. */
  stack(close: ']' | '>' | undefined, depth: number): MiniNode {
    const parts: MiniNode[] = [];
    do parts.push(this.sequence(close, depth));
    while (this.take(','));
    if (close === undefined ? this.at < this.text.length : !this.take(close)) {
      this.fail('the notation does not go on like this', close ? `"${close}"` : 'a step');
    }
    return parts.length === 1 ? parts[0]! : { kind: 'stack', parts };
  }

  private sequence(close: ']' | '>' | undefined, depth: number): MiniNode {
    const steps: WeightedNode[] = [];
    for (let atom = this.atom(depth); atom; atom = this.atom(depth)) this.step(atom, close === '>', steps);
    if (close !== '>') return sequenceOf(steps);
    if (steps.length === 0) return REST;
    return { kind: 'alternation', steps: steps.map(({ node }) => node) };
  }

  private atom(depth: number): MiniNode | undefined {
    this.match(SPACE);
    const offset = this.at;
    const char = this.text[offset];
    if (char === '[' || char === '<') {
      if (depth >= MAX_NESTING) {
        this.fail('brackets are nested too deeply', `at most ${MAX_NESTING} levels`, true);
      }
      this.at++;
      return this.stack(char === '[' ? ']' : '>', depth + 1);
    }
    if (char === '~') {
      this.at++;
      return REST;
    }
    const word = this.match(WORD);
    return word === undefined ? undefined : { kind: 'event', word, offset };
  }

  /** Reads what stands behind an atom, and adds the step as often as it says. */
  private step(atom: MiniNode, alternating: boolean, steps: WeightedNode[]): void {
    let node = atom;
    let weight = 1;
    let copies = 1;
    for (let modifiers = 0; ; modifiers++) {
      const start = this.at;
      if (this.takeNow('*')) node = { kind: 'fast', factor: this.count(), body: node };
      else if (this.takeNow('/')) node = { kind: 'slow', factor: this.count(), body: node };
      else if (this.takeNow('!')) copies = this.count();
      else if (this.takeNow('@')) {
        weight = this.count();
        if (alternating) {
          this.at = start;
          this.fail('a step of an alternation lasts a cycle', 'no "@" between "<" and ">"');
        }
      } else if (this.takeNow('(')) node = this.euclid(node);
      else break;
      if (modifiers >= MAX_MODIFIERS) {
        this.fail('too many modifiers stand behind one step', `at most ${MAX_MODIFIERS}`, true);
      }
    }
    this.claim(copies);
    for (let copy = 0; copy < copies; copy++) steps.push({ node, weight });
  }

  private euclid(body: MiniNode): MiniNode {
    const pulses = this.count(0);
    if (!this.take(',')) this.fail('a rhythm needs its steps', '"," and a number');
    const start = this.at;
    const steps = this.count();
    const rotate = this.take(',') ? this.count(0) : 0;
    if (!this.take(')')) this.fail('the rhythm is not closed', '")"');
    if (pulses > steps) {
      this.at = start;
      this.fail('a rhythm has no more pulses than steps', `at least ${pulses}`);
    }
    this.claim(steps);
    return sequenceOf(euclidFromHit(pulses, steps, rotate).map((hit) => ({ node: hit ? body : REST, weight: 1 })));
  }

  private count(least = 1): number {
    this.match(SPACE);
    const start = this.at;
    const digits = this.match(COUNT);
    if (digits === undefined || Number(digits) < least) {
      this.at = start;
      this.fail('a number is missing', `an integer from ${least}`);
    }
    return Number(digits);
  }

  private claim(steps: number): void {
    this.steps += steps;
    if (this.steps > MAX_STEPS) this.fail('the notation has too many steps', `at most ${MAX_STEPS}`, true);
  }

  /** Takes a character behind white space. */
  private take(char: string): boolean {
    this.match(SPACE);
    return this.takeNow(char);
  }

  private takeNow(char: string): boolean {
    if (this.text[this.at] !== char) return false;
    this.at++;
    return true;
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  private fail(message: string, expected: string, tooMuch = false): never {
    throw new MiniSyntaxError(this.at, message, expected, tooMuch);
  }
}
