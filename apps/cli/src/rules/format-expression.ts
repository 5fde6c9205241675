/** One layout for expressions that keeps how people write numbers: `-0.3dB` says more than -300. */
import { type Expr, parse, print, spanOf } from '@speccade/rule-engine';

/**
 * The canonical text of an expression with its literals spelled as they were. A text with comments stays as it is.
 * Throws what `parse` throws.
 */
export function formatExpression(text: string): string {
  const tree = parse(text);
  if (text.replace(/"(?:\\.|[^"\\])*"/g, '').includes('#')) return text;
  const canonical = print(tree);
  const spellings = integersOf(tree).map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ''));
  const places = integersOf(parse(canonical));
  if (places.length !== spellings.length) return canonical;
  let result = canonical;
  for (const [i, { start, end }] of [...places.entries()].reverse()) {
    result = result.slice(0, start) + spellings[i] + result.slice(end);
  }
  return print(parse(result)) === canonical ? result : canonical;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where the integer literals stand, in the order of the text. */
function integersOf(tree: Expr): Span[] {
  const found: Span[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('k' in value && value.k === 'int') {
      const span = spanOf(value as Expr);
      if (span) found.push(span);
    } else for (const member of Object.values(value)) visit(member);
  };
  visit(tree);
  return found.sort((a, b) => a.start - b.start);
}
