/** Where the nine regions lie in their atlas. */
import type { NineSliceParams, RegionName } from './params.ts';

/** In pixels from the top left, without gutter. */
export interface Region {
  readonly name: RegionName;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface NineSliceLayout {
  /** In the order in which they are drawn. */
  readonly regions: readonly Region[];
  /** The smallest atlas that holds them with their gutters. */
  readonly width: number;
  readonly height: number;
}

export function nineSliceLayout({ regions, padding: p, edge_layout }: NineSliceParams): NineSliceLayout {
  const [cw, ch] = regions.corner_size;
  const ew = regions.edge_width ?? cw;
  const eh = regions.edge_height ?? ch;
  const [x1, x2, x3] = [p, 2 * p + cw, 3 * p + cw + ew];
  const [y1, y2, y3] = [p, 2 * p + ch, 3 * p + ch + eh];
  const natural = edge_layout === 'natural';
  const across = natural ? ch : eh;
  const down = natural ? cw : ew;
  const at = (name: RegionName, x: number, y: number, width: number, height: number): Region => ({
    name,
    x,
    y,
    width,
    height,
  });
  return {
    regions: [
      at('top_left', x1, y1, cw, ch),
      at('top_right', x3, y1, cw, ch),
      at('bottom_left', x1, y3, cw, ch),
      at('bottom_right', x3, y3, cw, ch),
      at('top_edge', x2, y1, ew, across),
      at('bottom_edge', x2, y3, ew, across),
      at('left_edge', x1, y2, down, eh),
      at('right_edge', x3, y2, down, eh),
      at('center', x2, y2, ew, eh),
    ],
    width: 2 * cw + ew + 4 * p,
    height: 2 * ch + eh + 4 * p,
  };
}
