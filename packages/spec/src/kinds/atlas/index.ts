/** What the kinds whose pictures are atlases share: sizes, colours, cells with gutters, shelf packing, drawn shapes. */
export { type Cell, cellOf } from './cell.ts';
export { type AtlasPacking, type PackedParams, packAtlas } from './pack-atlas.ts';
export type { Rgba, Size } from './schema.ts';
export { SHAPES, type Shape } from './shapes.ts';
export { type PackItem, type Packing, type Placement, packShelves } from './shelf.ts';
