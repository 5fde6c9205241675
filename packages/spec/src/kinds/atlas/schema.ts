/** Schemas that the kinds whose pictures are atlases share: sizes in pixels, colours, identifiers. */
import * as z from 'zod/mini';

export const u32 = z.int().check(z.gte(0), z.lte(0xffff_ffff));
/** Width and height in pixels. */
export const size = z.tuple([u32, u32]);
/** Width and height in pixels, each at least 1. */
const side = z.int().check(z.gte(1), z.lte(0xffff_ffff));
export const positiveSize = z.tuple([side, side]);

const component = z.number().check(z.gte(0), z.lte(1));
/** Red, green, blue and straight alpha, each 0 to 1. Enforced. */
export const rgba = z.tuple([component, component, component, component]);
export const rgb = z.tuple([component, component, component]);
/** Red, green, blue and straight alpha. What lies outside 0 to 1 is clamped when it is drawn. */
export const freeRgba = z.tuple([z.number(), z.number(), z.number(), z.number()]);

export type Size = readonly [width: number, height: number];
export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

export const padding = z._default(u32, 2);
/**
 * Mip levels, 0 to 8, down to which no content may bleed into its neighbour: cells are aligned to 2^n pixels and their
 * gutters at least that wide. 0 or absent: as tight as the padding allows.
 */
export const mipLevels = z.nullish(z.int().check(z.gte(0), z.lte(8)));

/** Whether the atlas is as large as `resolution`, or as small as powers of two within it allow. */
export const fit = z._default(z.enum(['exact', 'power_of_two']), 'exact');
