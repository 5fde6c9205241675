/** The rows of a normal map from a whole picture of heights, as samples of a raster. */
import { normalFromHeight } from '../graph/normal.ts';
import type { Band, NodeContext } from '../graph/types.ts';
import { planesOf, type Raster, writePixels } from '../pixels.ts';

/** Rows that are computed at a time. */
const ROWS = 16;

/** The normals of the operation `normal_from_height`, written to a raster of four channels. */
export function writeSobelNormals(
  raster: Raster,
  heights: Float64Array,
  width: number,
  height: number,
  strength: number,
): void {
  const context = { width, height } as NodeContext;
  const compute = normalFromHeight.bands({ id: '', type: 'normal_from_height', input: '', strength }, context);
  const stride = ROWS * width;
  const out = new Float64Array(4 * stride);
  const planes = planesOf(out, 4, stride);
  for (let y = 0; y < height; y += ROWS) {
    const rows = Math.min(ROWS, height - y);
    const band: Band = { y, rows, count: rows * width, stride };
    compute(out, [heights], band);
    writePixels(raster, y * width, planes, band.count);
  }
}
