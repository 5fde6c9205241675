/** How findings and results look on a terminal. */
import type { Print } from '@speccade/pipeline';
import type { Issue } from '@speccade/spec';
import type { Io, Paint } from './io.ts';
import { painter } from './io.ts';

/** Prints issues to standard error, errors first in the given order. */
export function printIssues(issues: readonly Issue[], io: Io): void {
  const paint = painter(io.err, io.env);
  for (const issue of issues) io.err.write(`${issueText(issue, paint)}\n`);
}

/** `error[E012] a.json:17:5 recipe.params.pan: message (expected …, found …)` and a help line. */
export function issueText(issue: Issue, paint: Paint): string {
  const head = paint(issue.severity === 'error' ? 'red' : 'yellow', `${issue.severity}[${issue.code}]`);
  const place = [issue.file, issue.line, issue.column].filter((part) => part !== undefined).join(':');
  const where = [place && paint('cyan', place), issue.path && paint('bold', issue.path)].filter(Boolean).join(' ');
  const detail = [
    // Many messages say already what is expected.
    issue.expected !== undefined && !issue.message.endsWith(issue.expected) && `expected ${issue.expected}`,
    issue.found !== undefined && `found ${issue.found}`,
  ].filter(Boolean);
  const line = `${head}${where ? ` ${where}` : ''}: ${issue.message}${detail.length > 0 ? ` (${detail.join(', ')})` : ''}`;
  const help = issue.suggestion === undefined ? '' : `\n  ${paint('dim', 'help:')} ${issue.suggestion}`;
  return line + excerpt(issue, paint) + help;
}

const MAX_CALLERS = 5;

/** The line of a script that a finding is about, with a caret below, and the calls that led there. */
function excerpt({ line, column, trace }: Issue, paint: Paint): string {
  if (trace?.sourceLine === undefined || line === undefined || column === undefined) return '';
  const margin = String(line);
  const blank = ' '.repeat(margin.length);
  // Tabs stay tabs, so that the caret stands below its character.
  const indent = [...trace.sourceLine].slice(0, column - 1).map((char) => (char === '\t' ? char : ' '));
  const callers = (trace.calls ?? []).slice(0, -1).reverse();
  const shown = callers.slice(0, MAX_CALLERS).map(({ name, line: at, file }) => {
    const where = file === undefined ? `line ${at}` : `${file}:${at}`;
    return `called ${name === '<toplevel>' ? 'from' : `from ${name},`} ${where}`;
  });
  if (callers.length > MAX_CALLERS) shown.push(`and ${callers.length - MAX_CALLERS} more calls`);
  return [
    `\n${paint('dim', `${margin} |`)} ${trace.sourceLine}`,
    `\n${paint('dim', `${blank} |`)} ${indent.join('')}${paint('red', '^')}`,
    ...shown.map((text) => `\n  ${paint('dim', text)}`),
  ].join('');
}

/** Prints what a script printed to standard error, each message with its place. */
export function printPrints(prints: readonly Print[] | undefined, io: Io): void {
  const paint = painter(io.err, io.env);
  for (const { file, line, message } of prints ?? []) io.err.write(`${paint('dim', `${file}:${line}:`)} ${message}\n`);
}

/** Prints the one JSON document of a `--json` run. */
export function printJson(value: unknown, io: Io): void {
  io.out.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** `1,234,567`. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `512 B`, `44.1 kB`, `3.2 MB`. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const units = ['kB', 'MB', 'GB', 'TB'];
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0)} ${units[unit]}`;
}

/** `0.4 ms`, `12 ms`, `3.4 s`. */
export function durationText(ms: number): string {
  if (ms < 10) return `${ms.toFixed(1)} ms`;
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

/** Columns padded to their widest cell; columns in `right` are aligned to the right. */
export function table(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const widths: number[] = [];
  for (const row of rows) for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, cell.length);
  const lines = rows.map((row) =>
    row
      .map((cell, i) => (right.includes(i) ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)))
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}
