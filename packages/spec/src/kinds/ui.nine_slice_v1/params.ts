/** `recipe.params` of `ui.nine_slice_v1`. */
import * as z from 'zod/mini';
import { padding, positiveSize, rgba, size, u32 } from '../atlas/schema.ts';

export const REGION_NAMES = [
  'top_left',
  'top_right',
  'bottom_left',
  'bottom_right',
  'top_edge',
  'bottom_edge',
  'left_edge',
  'right_edge',
  'center',
] as const;
export type RegionName = (typeof REGION_NAMES)[number];

export const nineSliceRegions = z.strictObject({
  /** Width and height of the corners in pixels. */
  corner_size: size,
  top_left: rgba,
  top_right: rgba,
  bottom_left: rgba,
  bottom_right: rgba,
  top_edge: rgba,
  bottom_edge: rgba,
  left_edge: rgba,
  right_edge: rgba,
  center: rgba,
  /** Pixels; the corner's size when absent. */
  edge_width: z.nullish(u32),
  edge_height: z.nullish(u32),
});

export const nineSliceParams = z.strictObject({
  /** Size of the atlas in pixels. */
  resolution: positiveSize,
  /** Pixels between the regions. */
  padding,
  regions: nineSliceRegions,
  background_color: z.nullish(rgba),
  /**
   * `uniform`: all edges and the centre are `edge_width` x `edge_height`. `natural`: horizontal edges are as high as the
   * corners and vertical ones as wide, so that the nine regions tile a panel.
   */
  edge_layout: z._default(z.enum(['uniform', 'natural']), 'uniform'),
  /** Radius of the panel's corners in pixels, antialiased; `natural` only. */
  corner_radius: z._default(u32, 0),
  /** Width in pixels and colour of a line along the panel's border; `natural` only. */
  border_width: z._default(u32, 0),
  border_color: z.nullish(rgba),
});
export type NineSliceParams = z.infer<typeof nineSliceParams>;
