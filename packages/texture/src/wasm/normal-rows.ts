/** Rows of normals by the kernel. */
import { Arena } from './arena.ts';
import { SLACK } from './kernel.ts';

export interface NormalSettings {
  readonly strengthX: number;
  readonly strengthY: number;
  /** Whether all neighbours count, or those beside and below only. */
  readonly sobel: boolean;
}

/** Rows of normals of a picture of heights, across its borders. */
export class NormalRows {
  private readonly heights: Float64Array;
  private readonly width: number;
  private readonly height: number;
  private readonly settings: NormalSettings;
  private readonly arena: Arena;
  /** Three rows of heights in the kernel's memory, which ones they are, and three planes of a row of normals. */
  private lines: readonly Float64Array[] = [];
  private readonly present = [-1, -1, -1];
  private planes: readonly Float64Array[] = [];
  private era = -1;

  /** Undefined where there is no kernel. */
  static of(heights: Float64Array, width: number, height: number, settings: NormalSettings): NormalRows | undefined {
    const arena = Arena.for(6 * (8 * width + 2 * SLACK));
    return arena && new NormalRows(heights, width, height, settings, arena);
  }

  private constructor(heights: Float64Array, width: number, height: number, settings: NormalSettings, arena: Arena) {
    this.heights = heights;
    this.width = width;
    this.height = height;
    this.settings = settings;
    this.arena = arena;
  }

  /** Writes red, green and blue of row y, 0 to 1, to out[at] and on, each `stride` after the last. */
  write(out: Float64Array, at: number, stride: number, y: number): void {
    const { arena, width, height } = this;
    if (this.era !== arena.era) this.place();
    const above = (y + height - 1) % height;
    const below = (y + 1) % height;
    const [red, green, blue] = this.planes as [Float64Array, Float64Array, Float64Array];
    const { strengthX, strengthY, sobel } = this.settings;
    arena.kernel.writeNormals(
      red.byteOffset,
      green.byteOffset - red.byteOffset,
      this.addressOf(above, y, below),
      this.addressOf(y, above, below),
      this.addressOf(below, above, y),
      width,
      strengthX,
      strengthY,
      sobel ? 1 : 0,
    );
    out.set(red, at);
    out.set(green, at + stride);
    out.set(blue, at + 2 * stride);
  }

  private place(): void {
    const { arena, width } = this;
    const size = 8 * width + 2 * SLACK;
    const from = arena.take(6 * size);
    const { buffer } = arena.kernel.memory;
    this.era = arena.era;
    this.present.fill(-1);
    this.lines = [0, 1, 2].map((k) => new Float64Array(buffer, from + k * size + SLACK - 8, width + 2));
    this.planes = [3, 4, 5].map((k) => new Float64Array(buffer, from + k * size, width));
  }

  /** Where a row of heights is; it comes there in place of one that is not one of the two others. */
  private addressOf(row: number, other: number, another: number): number {
    const { present, heights, width } = this;
    let place = present.indexOf(row);
    if (place < 0) {
      place = present.findIndex((known) => known !== other && known !== another);
      present[place] = row;
      const line = this.lines[place]!;
      line.set(heights.subarray(row * width, (row + 1) * width), 1);
      line[0] = line[width]!;
      line[width + 1] = line[1]!;
    }
    return this.lines[place]!.byteOffset + 8;
  }
}
