/** Parts of pages that scripts write. */
import { readFileSync, writeFileSync } from 'node:fs';

/** Replaces what stands between `<!-- name -->` and `<!-- /name -->`. Throws where the page has no such part. */
export function writeBetween(file: string | URL, name: string, text: string): void {
  const page = readFileSync(file, 'utf8');
  const [begin, end] = [`<!-- ${name} -->\n`, `<!-- /${name} -->`];
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${file} has no part between ${begin.trim()} and ${end}`);
  writeFileSync(file, `${page.slice(0, from + begin.length)}\n${text}\n\n${page.slice(to)}`);
}

/** A Markdown table. The first columns are text, the others numbers. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[], textColumns = 1): string {
  const rule = head.map((_, column) => (column < textColumns ? '---' : '---:'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
