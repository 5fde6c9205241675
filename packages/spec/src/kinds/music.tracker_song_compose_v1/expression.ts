/** Pattern expressions: what a program is made of. Each has an `op` and comes to cells at rows and channels. */
import * as z from 'zod/mini';
import { alias, type CellTemplate, cellTemplate, i32, u8, u16, u32 } from './common.ts';
import {
  aliasSequence,
  byteSequence,
  type PitchSequence,
  pitchSequence,
  type Sequence,
  textSequence,
  xySequence,
} from './sequence.ts';
import { type TimeExpr, timeExpr } from './time.ts';
import { type TransformOp, transformOp } from './transform.ts';

export const MERGE_POLICIES = ['error', 'merge_fields', 'last_wins'] as const;
/** What happens when two cells meet. */
export type MergePolicy = (typeof MERGE_POLICIES)[number];

type Op<Name extends string, Fields> = { readonly op: Name } & Readonly<Fields>;
type Optional<T> = T | null | undefined;

export type Stack = Op<'stack', { parts: readonly PatternExpr[]; merge: MergePolicy }>;
export type Concat = Op<'concat', { parts: readonly { readonly len_rows: number; readonly body: PatternExpr }[] }>;
export type Repeat = Op<'repeat', { times: number; len_rows: number; body: PatternExpr }>;
export type Shift = Op<'shift', { rows: number; body: PatternExpr }>;
export type Slice = Op<'slice', { start: number; len: number; body: PatternExpr }>;
export type Ref = Op<'ref', { name: string }>;
export type Emit = Op<'emit', { at: TimeExpr; cell: CellTemplate }>;
export type EmitSeq = Op<
  'emit_seq',
  {
    at: TimeExpr;
    cell: CellTemplate;
    note_seq?: Optional<Sequence<string>>;
    pitch_seq?: Optional<PitchSequence>;
    inst_seq?: Optional<Sequence<number | string>>;
    vol_seq?: Optional<Sequence<number>>;
    effect_seq?: Optional<Sequence<number>>;
    param_seq?: Optional<Sequence<number>>;
    effect_name_seq?: Optional<Sequence<string>>;
    effect_xy_seq?: Optional<Sequence<readonly [number, number]>>;
  }
>;
export type Transform = Op<'transform', { ops: readonly TransformOp[]; body: PatternExpr }>;
export type Prob = Op<'prob', { p_permille: number; seed_salt: string; body: PatternExpr }>;
export type Choose = Op<
  'choose',
  { seed_salt: string; choices: readonly { readonly weight: number; readonly body: PatternExpr }[] }
>;
export type Reverse = Op<'reverse', { len_rows: number; body: PatternExpr }>;
export type Mirror = Op<'mirror', { len_rows: number; axis: 'time'; body: PatternExpr }>;
export type Interleave = Op<'interleave', { stride: number; parts: readonly { readonly body: PatternExpr }[] }>;
export type RemapChannel = Op<'remap_channel', { from: number; to: number; body: PatternExpr }>;
export type FilterCriteria = {
  readonly min_row?: Optional<number>;
  readonly max_row?: Optional<number>;
  readonly channel?: Optional<number>;
  readonly has_note?: Optional<boolean>;
  readonly has_effect?: Optional<boolean>;
};
export type Filter = Op<'filter', { criteria: FilterCriteria; body: PatternExpr }>;
export type Mini = Op<
  'mini',
  {
    notation: string;
    cell: CellTemplate;
    cycle_rows?: Optional<number>;
    cycles?: Optional<number>;
    octave: number;
    rest: 'ring' | 'off';
    channels?: Optional<readonly (number | string)[]>;
  }
>;

export type PatternExpr =
  | Stack
  | Concat
  | Repeat
  | Shift
  | Slice
  | Ref
  | Emit
  | EmitSeq
  | Transform
  | Prob
  | Choose
  | Reverse
  | Mirror
  | Interleave
  | RemapChannel
  | Filter
  | Mini;

const part = z.lazy((): z.ZodMiniType<PatternExpr> => patternExpr);

export const patternExpr = z.discriminatedUnion('op', [
  z.strictObject({
    op: z.literal('stack'),
    parts: z.array(part),
    merge: z._default(z.enum(MERGE_POLICIES), 'merge_fields'),
  }),
  z.strictObject({ op: z.literal('concat'), parts: z.array(z.strictObject({ len_rows: u16, body: part })) }),
  z.strictObject({ op: z.literal('repeat'), times: u16, len_rows: u16, body: part }),
  z.strictObject({ op: z.literal('shift'), rows: i32, body: part }),
  z.strictObject({ op: z.literal('slice'), start: i32, len: i32, body: part }),
  z.strictObject({ op: z.literal('ref'), name: z.string() }),
  z.strictObject({ op: z.literal('emit'), at: timeExpr, cell: cellTemplate }),
  z.strictObject({
    op: z.literal('emit_seq'),
    at: timeExpr,
    cell: cellTemplate,
    note_seq: z.nullish(textSequence),
    pitch_seq: z.nullish(pitchSequence),
    inst_seq: z.nullish(aliasSequence),
    vol_seq: z.nullish(byteSequence),
    effect_seq: z.nullish(byteSequence),
    param_seq: z.nullish(byteSequence),
    effect_name_seq: z.nullish(textSequence),
    effect_xy_seq: z.nullish(xySequence),
  }),
  z.strictObject({ op: z.literal('transform'), ops: z.array(transformOp), body: part }),
  z.strictObject({ op: z.literal('prob'), p_permille: u16, seed_salt: z.string(), body: part }),
  z.strictObject({
    op: z.literal('choose'),
    seed_salt: z.string(),
    choices: z.array(z.strictObject({ weight: u32, body: part })),
  }),
  z.strictObject({ op: z.literal('reverse'), len_rows: u16, body: part }),
  z.strictObject({ op: z.literal('mirror'), len_rows: u16, axis: z._default(z.enum(['time']), 'time'), body: part }),
  z.strictObject({ op: z.literal('interleave'), stride: u16, parts: z.array(z.strictObject({ body: part })) }),
  z.strictObject({ op: z.literal('remap_channel'), from: u8, to: u8, body: part }),
  z.strictObject({
    op: z.literal('filter'),
    criteria: z.strictObject({
      min_row: z.nullish(i32),
      max_row: z.nullish(i32),
      channel: z.nullish(u8),
      has_note: z.nullish(z.boolean()),
      has_effect: z.nullish(z.boolean()),
    }),
    body: part,
  }),
  z.strictObject({
    op: z.literal('mini'),
    /** Mini-notation: `c4 [e4 g4]*2 <a4 b4> ~`. */
    notation: z.string(),
    cell: cellTemplate,
    /** Rows of one cycle; by default a bar, or the whole pattern where there is no timebase. */
    cycle_rows: z.nullish(u16),
    /** How many cycles are written; by default as many as the pattern holds. */
    cycles: z.nullish(u16),
    /** Of notes without one. */
    octave: z._default(u8, 4),
    /** Whether a note rings on into a rest, or a key-off ends it there. */
    rest: z._default(z.enum(['ring', 'off']), 'ring'),
    /** The channels of the voices; by default that of `cell` and those after it. */
    channels: z.nullish(z.array(alias)),
  }),
]) as unknown as z.ZodMiniType<PatternExpr>;
