/**
 * Three rounds of box blur, horizontal and vertical: nearly a Gaussian of sigma sqrt(r (r + 1)). Borders wrap where the
 * picture tiles and are mirrored elsewhere; the box may end within a pixel, so that the radius need not be whole.
 */
import type { WholeOperation } from './types.ts';

const ROUNDS = 3;

export const blur: WholeOperation<'blur'> = {
  whole(node, { width, height, tileable, borrow, giveBack }, inputs) {
    const radius = Math.max(Math.fround(node.radius), 0);
    const from = borrow();
    from.set(inputs[0]!);
    if (radius === 0) return from;
    const to = borrow();
    for (let round = 0; round < ROUNDS; round++) {
      blurRows(from, to, width, height, radius, tileable);
      blurColumns(to, from, width, height, radius, tileable);
    }
    giveBack(to);
    return from;
  },
};

/** Where positions -reach ... n - 1 + reach of a line come from. */
function borderIndex(n: number, reach: number, wraps: boolean): Int32Array {
  const period = wraps ? n : 2 * (n - 1);
  return Int32Array.from({ length: n + 2 * reach }, (_, k) => {
    if (period === 0) return 0;
    const at = (((k - reach) % period) + period) % period;
    return at < n ? at : period - at;
  });
}

/** A box wider than the line and its mirror picture is no blurrier. */
function boxOf(radius: number, n: number): { r: number; part: number } {
  const limited = Math.min(radius, 2 * n);
  const r = Math.floor(limited);
  return { r, part: limited - r };
}

function blurRows(
  from: Float64Array,
  to: Float64Array,
  width: number,
  height: number,
  radius: number,
  wraps: boolean,
): void {
  const { r, part } = boxOf(radius, width);
  const reach = r + 1;
  const border = borderIndex(width, reach, wraps);
  const line = new Float64Array(width + 2 * reach);
  for (let y = 0; y < height; y++) {
    for (let k = 0; k < line.length; k++) line[k] = from[y * width + border[k]!]!;
    blurLine(line, to, y * width, width, r, part);
  }
}

/** `line` has r + 1 pixels more on each side. */
function blurLine(line: Float64Array, to: Float64Array, at: number, n: number, r: number, part: number): void {
  let sum = 0;
  for (let k = 1; k <= 2 * r; k++) sum += line[k]!;
  const size = 2 * (r + part) + 1;
  for (let x = 0; x < n; x++) {
    sum += line[x + 2 * r + 1]!;
    to[at + x] = (sum + part * (line[x]! + line[x + 2 * r + 2]!)) / size;
    sum -= line[x + 1]!;
  }
}

/** The same down the columns, all of them at once, so that memory is read row by row. */
function blurColumns(
  from: Float64Array,
  to: Float64Array,
  width: number,
  height: number,
  radius: number,
  wraps: boolean,
): void {
  const { r, part } = boxOf(radius, height);
  const border = borderIndex(height, r + 1, wraps);
  const size = 2 * (r + part) + 1;
  const sums = new Float64Array(width);
  for (let k = 1; k <= 2 * r; k++) addRow(sums, from, border[k]! * width, 1);
  for (let y = 0; y < height; y++) {
    addRow(sums, from, border[y + 2 * r + 1]! * width, 1);
    writeRow(to, y * width, sums, from, border[y]! * width, border[y + 2 * r + 2]! * width, part, size);
    addRow(sums, from, border[y + 1]! * width, -1);
  }
}

function addRow(sums: Float64Array, from: Float64Array, at: number, sign: number): void {
  for (let x = 0; x < sums.length; x++) sums[x] = sums[x]! + sign * from[at + x]!;
}

function writeRow(
  to: Float64Array,
  at: number,
  sums: Float64Array,
  from: Float64Array,
  before: number,
  after: number,
  part: number,
  size: number,
): void {
  for (let x = 0; x < sums.length; x++) {
    to[at + x] = (sums[x]! + part * (from[before + x]! + from[after + x]!)) / size;
  }
}
