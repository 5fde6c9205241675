/** Pieces that the schemas of the texture kinds share: sizes, colours, counts. */
import * as z from 'zod/mini';

/** Finite and otherwise free: a range is enforced only where a name says so. */
export const number = z.number();
/** Kept as JSON wrote it; generators round it to single precision. */
export const single = z.number().check(z.describe('single precision'));
export const unit = z.number().check(z.describe('0 to 1'));
/** Enforced: 0 to 1. */
export const unitRange = z.number().check(z.gte(0), z.lte(1));
export const byte = z.int().check(z.gte(0), z.lte(255));
export const uint32 = z.int().check(z.gte(0), z.lte(0xffff_ffff));
/** A number of things or pixels, at least one. */
export const count = z.int().check(z.gte(1), z.lte(0xffff_ffff));
export const id = z.string();

/** Enforced: above 0. */
export const positive = z.number().check(z.gt(0));

/** Pixels along one side of a picture that a graph makes. */
const graphSide = z.int().check(z.gte(1), z.lte(4096), z.describe('pixels'));
/** Width and height of a picture that a graph makes. */
export const graphSize = z.tuple([graphSide, graphSide]);

/** The longest side that the other kinds take; budgets are usually far below. */
const side = z.int().check(z.gte(1), z.lte(32768), z.describe('pixels'));
export const size = z.tuple([side, side]);
export type Size = readonly [width: number, height: number];

export const rgb = z.tuple([unit, unit, unit]);
export const rgba = z.tuple([unit, unit, unit, unit]);
export type Rgb = z.infer<typeof rgb>;
export type Rgba = z.infer<typeof rgba>;

/** Six hexadecimal digits, with or without `#`, blanks around them allowed. */
export const hexColor = z.string().check(z.regex(/^\s*#?[0-9a-fA-F]{6}\s*$/));
