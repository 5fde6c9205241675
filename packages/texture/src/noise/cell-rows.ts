/**
 * What lies in lattice cells, kept for the three rows of cells around the row of pixels at hand: each cell is made once
 * instead of for each of the pixels around it.
 */

/** Writes what is in cell (cx, cy) to cells[at] and on. */
export type FillCell = (cells: Float64Array, at: number, cx: number, cy: number) => void;

export class CellRows {
  /** Cells (first + i, row + j) for j = 0, 1, 2: `rows[j]`, `size` numbers each. */
  readonly rows: Float64Array[] = [new Float64Array(0), new Float64Array(0), new Float64Array(0)];
  first = 0;
  private row = Number.NaN;
  private cells = 0;
  private readonly size: number;
  private readonly fill: FillCell;

  /** @param size numbers per cell */
  constructor(size: number, fill: FillCell) {
    this.size = size;
    this.fill = fill;
  }

  /** Makes the rows cy - 1 to cy + 1 of cells `from` to `to` present. */
  moveTo(cy: number, from: number, to: number): void {
    const cells = to - from + 1;
    const top = cy - 1;
    const same = this.first === from && this.cells === cells;
    if (same && this.row === top) return;
    const rows = this.rows;
    if (same && top > this.row && top - this.row < 3) {
      for (let step = top - this.row; step > 0; step--) rows.push(rows.shift()!);
      for (let j = 3 - (top - this.row); j < 3; j++) this.fillRow(rows[j]!, top + j, from, cells);
    } else {
      for (let j = 0; j < 3; j++) {
        if (rows[j]!.length < cells * this.size) rows[j] = new Float64Array(cells * this.size);
        this.fillRow(rows[j]!, top + j, from, cells);
      }
    }
    this.row = top;
    this.first = from;
    this.cells = cells;
  }

  private fillRow(row: Float64Array, cy: number, from: number, cells: number): void {
    for (let i = 0; i < cells; i++) this.fill(row, i * this.size, from + i, cy);
  }
}
