/** A small song around a program, and its expansion in short form. */
import { validateDocument } from '@speccade/spec';
import type { ComposeParams } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import { dialectFor } from './dialects.ts';
import { expandPatterns } from './expand.ts';
import { ComposeError } from './fault.ts';
import type { ExpandedNote } from './pattern.ts';

export type Json = Record<string, unknown>;

/** Two instruments, four channels, bars of four beats of four rows, D minor: Dm7, then G7. */
export function songOf(program: unknown, change: Json = {}, pattern: Json = {}): Json {
  return {
    format: 'xm',
    bpm: 125,
    speed: 6,
    channels: 4,
    instruments: [
      { name: 'a', synthesis: { type: 'sine' } },
      { name: 'b', synthesis: { type: 'square' } },
    ],
    instrument_ids: { i0: 0, i1: 1 },
    timebase: { beats_per_bar: 4, rows_per_beat: 4 },
    harmony: {
      key: { root: 'D', scale: 'minor' },
      chords: [
        { at: { bar: 0 }, chord: { symbol: 'Dm7' } },
        { at: { bar: 1 }, chord: { root: 'G', intervals: [0, 4, 7, 10] } },
      ],
    },
    patterns: { verse: { rows: 32, program, ...pattern } },
    arrangement: [{ pattern: 'verse' }],
    ...change,
  };
}

export function documentOf(params: unknown, more: Json = {}): Json {
  return {
    spec_version: 1,
    asset_id: 'a-song',
    asset_type: 'music',
    license: 'CC0-1.0',
    seed: 42,
    description: 'A song.',
    outputs: [{ kind: 'primary', format: 'xm', path: 'song.xm' }],
    recipe: { kind: 'music.tracker_song_compose_v1', params },
    ...more,
  };
}

/** Parsed parameters, whatever the rules say of them. Throws when they do not parse. */
export async function parse(params: unknown): Promise<ComposeParams> {
  const { recipe, errors } = await validateDocument(documentOf(params));
  if (!recipe) throw new Error(`the parameters do not parse: ${JSON.stringify(errors)}`);
  return recipe.params as ComposeParams;
}

/** `row:channel note/inst v=vol effect` of every cell of a pattern. */
export async function cells(
  params: unknown,
  { compat, pattern = 'verse', seed = 42 }: { compat?: string; pattern?: string; seed?: number } = {},
): Promise<string[]> {
  const patterns = expandPatterns(await parse(params), { seed, dialect: dialectFor(compat) });
  return patterns[pattern]!.data.map(cellText);
}

function cellText({ row, channel, note, inst, vol, effect, param, effect_name, effect_xy }: ExpandedNote): string {
  return [
    `${row}:${channel} ${note === '' ? '""' : note}/${inst ?? '-'}`,
    vol !== undefined && `v${vol}`,
    effect !== undefined && `e${effect}`,
    param !== undefined && `p${param}`,
    effect_name,
    effect_xy && `[${effect_xy}]`,
  ]
    .filter((part) => part !== undefined && part !== false)
    .join(' ');
}

/** Rows of the cells of a program. */
export async function rows(program: unknown, compat?: string): Promise<number[]> {
  return (await cells(songOf(program), compat === undefined ? {} : { compat })).map((text) =>
    Number.parseInt(text, 10),
  );
}

/** `code path` of the error that ends an expansion, or the cells where none does. */
export async function outcome(params: unknown, compat?: string): Promise<string | string[]> {
  try {
    return await cells(params, compat === undefined ? {} : { compat });
  } catch (error) {
    if (!(error instanceof ComposeError)) throw error;
    return `${error.code.slice(-3)} ${error.issues[0]!.path.replace('recipe.params.', '')}`;
  }
}

/** `emit` at a list of rows: C4 of the first instrument in the first channel, changed by `cell`. */
export const at = (list: readonly number[], cell: Json = {}): Json => ({
  op: 'emit',
  at: { op: 'list', rows: list },
  cell: { channel: 0, inst: 0, note: 'C4', ...cell },
});

/** `emit_seq` at a list of rows, without a note. */
export const sequence = (list: readonly number[], sequences: Json): Json => ({
  op: 'emit_seq',
  at: { op: 'list', rows: list },
  cell: { channel: 0, inst: 0 },
  ...sequences,
});

export const transform = (body: unknown, ...ops: readonly Json[]): Json => ({ op: 'transform', ops, body });
export const stack = (...parts: readonly unknown[]): Json => ({ op: 'stack', parts });

/** Whole numbers from `first` to `last`. */
export const span = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);
