/** Pieces that several groups of the tracker schemas share. */
import * as z from 'zod/mini';

export const byte = z.int().check(z.gte(0), z.lte(255));
export const word = z.int().check(z.gte(0), z.lte(0xffff));
export const uint32 = z.int().check(z.gte(0), z.lte(0xffff_ffff));

export const TRACKER_FORMATS = ['xm', 'it'] as const;
export const trackerFormat = z.enum(TRACKER_FORMATS);
/** FastTracker 2 or Impulse Tracker. */
export type TrackerFormat = (typeof TRACKER_FORMATS)[number];
