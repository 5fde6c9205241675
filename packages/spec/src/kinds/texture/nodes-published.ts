/** The 30 operations that published specs use. Ranges are enforced where a value outside them has no meaning. */
import * as z from 'zod/mini';
import { count, hexColor, id, number, single, uint32 } from './common.ts';
import { noiseConfig } from './noise.ts';

const upTo = (most: number) => z.number().check(z.gt(0), z.lte(most));
const axis = z.enum(['horizontal', 'vertical']);

export const PUBLISHED_NODES = [
  z.strictObject({ id, type: z.literal('constant'), value: number }),
  z.strictObject({ id, type: z.literal('noise'), noise: noiseConfig }),
  z.strictObject({
    id,
    type: z.literal('gradient'),
    direction: z.enum(['horizontal', 'vertical', 'radial']),
    start: z.nullish(number),
    end: z.nullish(number),
    center: z.nullish(z.tuple([number, number])),
    inner: z.nullish(number),
    outer: z.nullish(number),
  }),
  z.strictObject({
    id,
    type: z.literal('stripes'),
    direction: axis,
    stripe_width: count.check(z.describe('pixels')),
    color1: number,
    color2: number,
  }),
  z.strictObject({
    id,
    type: z.literal('checkerboard'),
    tile_size: count.check(z.describe('pixels')),
    color1: number,
    color2: number,
  }),
  z.strictObject({
    id,
    type: z.literal('reaction_diffusion'),
    steps: z._default(z.int().check(z.gte(1), z.lte(2000)), 120),
    feed: z._default(upTo(1), 0.055),
    kill: z._default(upTo(1), 0.062),
    diffuse_a: z._default(upTo(2), 1),
    diffuse_b: z._default(upTo(2), 0.5),
    dt: z._default(upTo(2), 1),
    seed_density: z._default(z.number().check(z.gte(0), z.lte(0.5)), 0.03),
  }),
  z.strictObject({ id, type: z.literal('invert'), input: id }),
  z.strictObject({ id, type: z.literal('clamp'), input: id, min: number, max: number }),
  z.strictObject({ id, type: z.literal('add'), a: id, b: id }),
  z.strictObject({ id, type: z.literal('multiply'), a: id, b: id }),
  z.strictObject({ id, type: z.literal('lerp'), a: id, b: id, t: id }),
  z.strictObject({ id, type: z.literal('threshold'), input: id, threshold: number }),
  z.strictObject({ id, type: z.literal('blend_screen'), base: id, blend: id }),
  z.strictObject({ id, type: z.literal('blend_overlay'), base: id, blend: id }),
  z.strictObject({ id, type: z.literal('blend_soft_light'), base: id, blend: id }),
  z.strictObject({ id, type: z.literal('blend_difference'), base: id, blend: id }),
  z.strictObject({ id, type: z.literal('blur'), input: id, radius: single.check(z.describe('pixels')) }),
  z.strictObject({ id, type: z.literal('erode'), input: id, radius: uint32.check(z.describe('pixels')) }),
  z.strictObject({ id, type: z.literal('dilate'), input: id, radius: uint32.check(z.describe('pixels')) }),
  z.strictObject({
    id,
    type: z.literal('warp'),
    input: id,
    displacement: id,
    strength: single.check(z.describe('pixels')),
  }),
  z.strictObject({ id, type: z.literal('uv_scale'), input: id, scale_x: single, scale_y: single }),
  z.strictObject({ id, type: z.literal('uv_rotate'), input: id, angle: single.check(z.describe('radians')) }),
  z.strictObject({
    id,
    type: z.literal('uv_translate'),
    input: id,
    offset_x: single.check(z.describe('share of the width')),
    offset_y: single.check(z.describe('share of the height')),
  }),
  z.strictObject({ id, type: z.literal('to_grayscale'), input: id }),
  z.strictObject({ id, type: z.literal('color_ramp'), input: id, ramp: z.array(hexColor).check(z.minLength(1)) }),
  z.strictObject({ id, type: z.literal('palette'), input: id, palette: z.array(hexColor).check(z.minLength(1)) }),
  z.strictObject({ id, type: z.literal('compose_rgba'), r: id, g: id, b: id, a: z.nullish(id) }),
  z.strictObject({
    id,
    type: z.literal('normal_from_height'),
    input: id,
    strength: z._default(number, 1),
    /** Green brighter where the surface faces down the picture, as DirectX has it. */
    flip_y: z.optional(z.boolean()),
  }),
  z.strictObject({
    id,
    type: z.literal('wang_tiles'),
    input: id,
    tile_count: z.tuple([uint32, uint32]),
    blend_width: z._default(number, 0.1),
  }),
  z.strictObject({
    id,
    type: z.literal('texture_bomb'),
    input: id,
    density: number,
    scale_variation: z._default(z.tuple([number, number]), [1, 1]),
    rotation_variation: z._default(number.check(z.describe('degrees')), 0),
    blend_mode: z._default(z.string().check(z.regex(/^(max|add|average)$/i)), 'max'),
    /** Stamps that leave the picture come in on the other side. */
    wrap: z.optional(z.boolean()),
  }),
] as const;
