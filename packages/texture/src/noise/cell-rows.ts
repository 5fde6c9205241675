/**
 * What lies in lattice cells, kept for the rows of cells around the row of pixels at hand: each cell is made once
 * instead of for each of the pixels around it.
 */

/** Writes what is in cell (cx, cy) to cells[at] and on. */
export type FillCell = (cells: Float64Array, at: number, cx: number, cy: number) => void;

export class CellRows {
  /** Cells (first + i, cy - reach + j): `rows[j]`, `size` numbers each. */
  readonly rows: Float64Array[];
  first = 0;
  private row = Number.NaN;
  private cells = 0;
  private readonly reach: number;
  private readonly size: number;
  private readonly fill: FillCell;

  /**
   * @param size numbers per cell
   * @param reach rows above and below the one at hand
   */
  constructor(size: number, fill: FillCell, reach = 1) {
    this.reach = reach;
    this.rows = Array.from({ length: 2 * reach + 1 }, () => new Float64Array(0));
    this.size = size;
    this.fill = fill;
  }

  /** Makes the rows cy - reach to cy + reach of cells `from` to `to` present. */
  moveTo(cy: number, from: number, to: number): void {
    const cells = to - from + 1;
    const top = cy - this.reach;
    const same = this.first === from && this.cells === cells;
    if (same && this.row === top) return;
    const rows = this.rows;
    if (same && top > this.row && top - this.row < rows.length) {
      for (let step = top - this.row; step > 0; step--) rows.push(rows.shift()!);
      for (let j = rows.length - (top - this.row); j < rows.length; j++) this.fillRow(rows[j]!, top + j, from, cells);
    } else {
      for (let j = 0; j < rows.length; j++) {
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
