/** One measurement beside a baseline of the same run, where there is one. `ratio` is ours / baseline. */
export interface Row {
  readonly name: string;
  readonly ours: number;
  readonly baseline?: number;
  readonly ratio?: number;
  readonly unit: string;
}

/** Prints rows as a table. */
export function printRows(title: string, rows: readonly Row[]): void {
  console.log(`\n${title}`);
  const cells = rows.map(({ name, ours, baseline, ratio, unit }) => [
    name,
    digits(ours),
    baseline === undefined ? '' : digits(baseline),
    ratio === undefined ? '' : `${ratio.toFixed(2)}x`,
    unit,
  ]);
  const table = [['', 'ours', 'baseline', 'ratio', ''], ...cells];
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
  for (const row of table)
    console.log(row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  '));
}

/** Three digits, or all of them before the point. */
export function digits(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
