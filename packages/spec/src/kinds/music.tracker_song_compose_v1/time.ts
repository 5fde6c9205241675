/** `at`: which rows an operator fills. */
import * as z from 'zod/mini';
import { beatDelta, beatPos, i32, u32 } from './common.ts';

export const timeExpr = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('range'), start: i32, step: i32, count: u32 }),
  z.strictObject({ op: z.literal('list'), rows: z.array(i32) }),
  z.strictObject({ op: z.literal('beat_list'), beats: z.array(beatPos) }),
  z.strictObject({ op: z.literal('beat_range'), start: beatPos, step: beatDelta, count: u32 }),
  z.strictObject({
    op: z.literal('euclid'),
    pulses: u32,
    steps: u32,
    rotate: z._default(i32, 0),
    stride: z._default(i32, 1),
    offset: z._default(i32, 0),
  }),
  z.strictObject({
    op: z.literal('pattern'),
    /** `x` or `X` is a hit, `.` a rest; white space is skipped. */
    pattern: z.string(),
    stride: z._default(i32, 1),
    offset: z._default(i32, 0),
  }),
]);
export type TimeExpr = z.infer<typeof timeExpr>;
