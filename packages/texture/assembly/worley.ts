/** Cellular noise; see `src/noise/worley.ts`. */
import { cellOf, cellsOf } from './lattice';
import { nextF64, seed as reseed } from './pcg32';

/** Cells of a row that the table has room for. */
const MOST_CELLS = 8192;
/** Cells from one pixel to the next from which on each pixel has cells of its own. */
const FAR: f64 = 3;

/** The points of three rows of cells, x and y. */
const POINTS: usize = memory.data(3 * MOST_CELLS * 16, 16);
const ROW: usize = MOST_CELLS * 16;
/** Of the nine points around two pixels: where they are along x, and the square of the distance along y. */
const NEAR: usize = memory.data(18 * 16, 16);
/** The cell of a pixel and those around it, sides before corners. */
const NEAR_X: usize = memory.data<i32>([0, -1, 1, 0, 0, -1, 1, -1, 1]);
const NEAR_Y: usize = memory.data<i32>([0, 0, 0, -1, 1, -1, -1, 1, 1]);

/** What is in the table: the seed and period, the first cell of its rows, how many, and the middle row. */
let tableSeed: u32 = 0;
let tableColumns = 0;
let tableRows = 0;
let tableFirst = 0;
let tableCells = 0;
let tableRow = 0;

@inline
function modulo(i: i32, n: i32): i32 {
  if (n == 0) return i;
  const r = i % n;
  return r < 0 ? r + n : r;
}

function fill(at: usize, seed: u32, cx: i32, cy: i32, columns: i32, rows: i32): void {
  reseed(seed + <u32>modulo(cx, columns) * 374761393 + <u32>modulo(cy, rows) * 668265263);
  store<f64>(at, <f64>cx + 0.5 + (nextF64() - 0.5));
  store<f64>(at, <f64>cy + 0.5 + (nextF64() - 0.5), 8);
}

function fillRow(at: usize, seed: u32, cy: i32, columns: i32, rows: i32): void {
  for (let i = 0; i < tableCells; i++) fill(at + (<usize>i << 4), seed, tableFirst + i, cy, columns, rows);
}

/** Makes the rows of cells around row `cy` present. */
function moveTo(cy: i32, first: i32, cells: i32, seed: u32, columns: i32, rows: i32): void {
  const same =
    seed == tableSeed && columns == tableColumns && rows == tableRows && first == tableFirst && cells == tableCells;
  if (same && cy == tableRow) return;
  const next = same && cy == tableRow + 1;
  tableSeed = seed;
  tableColumns = columns;
  tableRows = rows;
  tableFirst = first;
  tableCells = cells;
  tableRow = cy;
  if (next) {
    memory.copy(POINTS, POINTS + ROW, <usize>cells << 4);
    memory.copy(POINTS + ROW, POINTS + 2 * ROW, <usize>cells << 4);
  } else {
    fillRow(POINTS, seed, cy - 1, columns, rows);
    fillRow(POINTS + ROW, seed, cy, columns, rows);
  }
  fillRow(POINTS + 2 * ROW, seed, cy + 1, columns, rows);
}

/** Looks up the points around two pixels in row y, whose cells are number `a` and `b` of the table's rows. */
function lookUp(a: usize, b: usize, y: f64): void {
  for (let row: usize = 0, to = NEAR; row < 3; row++) {
    for (let i: usize = 0; i < 3; i++, to += 16) {
      const pointA = POINTS + row * ROW + ((a + i - 1) << 4);
      const pointB = POINTS + row * ROW + ((b + i - 1) << 4);
      v128.store(to, v128.load64_lane(pointB, v128.load64_zero(pointA), 1));
      const d = f64x2.sub(v128.load64_lane(pointB + 8, v128.load64_zero(pointA + 8), 1), f64x2.splat(y));
      v128.store(to, f64x2.mul(d, d), 144);
    }
  }
}

@inline
function distance(x: v128, c: usize): v128 {
  const d = f64x2.sub(v128.load(NEAR + (c << 4)), x);
  return f64x2.add(f64x2.mul(d, d), v128.load(NEAR + (c << 4), 144));
}

/**
 * Adds a row; where the number of columns is odd, what lies behind it is written as well. No two pixels are more than
 * MOST_CELLS - 3 cells apart, unless all are {@link FAR} from the next.
 *
 * @param columns @param rows cells after which the points repeat; 0 where they do not
 */
export function addWorleyRow(
  out: usize,
  xs: usize,
  count: i32,
  frequency: f64,
  y: f64,
  amplitude: f64,
  seed: u32,
  columns: i32,
  rows: i32,
): void {
  const end = xs + (<usize>count << 3);
  if (count > 1 && abs((load<f64>(xs, 8) - load<f64>(xs)) * frequency) >= FAR) {
    for (; xs < end; xs += 8, out += 8) {
      const noise = 2 * sqrt(nearest(load<f64>(xs) * frequency, y, seed, columns, rows)) - 1;
      store<f64>(out, load<f64>(out) + noise * amplitude);
    }
    return;
  }
  const start = cellOf(load<f64>(xs) * frequency);
  const stop = cellOf(load<f64>(end - 8) * frequency);
  const first = min(start, stop) - 1;
  moveTo(cellOf(y), first, max(start, stop) + 2 - first, seed, columns, rows);
  const scale = f64x2.splat(frequency);
  const weight = f64x2.splat(amplitude);
  let known: i64 = 0;
  let fresh = true;
  for (; xs < end; xs += 16, out += 16) {
    const x = f64x2.mul(xs + 8 == end ? v128.load64_splat(xs) : v128.load(xs), scale);
    const both = i64x2.extract_lane(cellsOf(x), 0);
    if (both != known || fresh) {
      known = both;
      fresh = false;
      lookUp(<usize>(<i32>both - first), <usize>(<i32>(both >> 32) - first), y);
    }
    let least = distance(x, 0);
    for (let c: usize = 1; c < 9; c++) least = f64x2.pmin(least, distance(x, c));
    const noise = f64x2.sub(f64x2.mul(f64x2.splat(2), f64x2.sqrt(least)), f64x2.splat(1));
    v128.store(out, f64x2.add(v128.load(out), f64x2.mul(noise, weight)));
  }
}

/** The square of the distance to the nearest point, from as few points as will do. */
function nearest(x: f64, y: f64, seed: u32, columns: i32, rows: i32): f64 {
  const cx = cellOf(x);
  const cy = cellOf(y);
  let least = Infinity;
  for (let c: usize = 0; c < 9; c++) {
    const i = cx + load<i32>(NEAR_X + (c << 2));
    const j = cy + load<i32>(NEAR_Y + (c << 2));
    // Points may lie on the far border of their cell, but no further; rounding keeps the order of distances.
    const nearX = x < <f64>i ? <f64>i : x > <f64>(i + 1) ? <f64>(i + 1) : x;
    const nearY = y < <f64>j ? <f64>j : y > <f64>(j + 1) ? <f64>(j + 1) : y;
    if ((nearX - x) * (nearX - x) + (nearY - y) * (nearY - y) >= least) continue;
    fill(NEAR, seed, i, j, columns, rows);
    const dx = load<f64>(NEAR) - x;
    const dy = load<f64>(NEAR, 8) - y;
    const d = dx * dx + dy * dy;
    if (d < least) least = d;
  }
  return least;
}
