import { validateDocument } from '@speccade/spec';
import { expect, it } from 'vitest';
import { checkBudgets, estimate } from '../check-spec.ts';
import { byName, DEFAULT_PROFILE } from '../profile.ts';

type Json = Record<string, unknown>;

const emit = (count: number): Json => ({
  op: 'emit',
  at: { op: 'range', start: 0, step: 1, count },
  cell: { channel: 0, inst: 0 },
});

async function specOf(program: unknown, pattern: Json = { rows: 64 }, change: Json = {}) {
  const params = {
    format: 'xm',
    bpm: 125,
    speed: 6,
    channels: 8,
    instruments: [{ synthesis: { type: 'sine' } }],
    patterns: { a: { program, ...pattern } },
    arrangement: [{ pattern: 'a' }],
    ...change,
  };
  const { recipe } = await validateDocument({ recipe: { kind: 'music.tracker_song_compose_v1', params } });
  return { recipe };
}

const limits = async (spec: Awaited<ReturnType<typeof specOf>>, profile: string) =>
  (await checkBudgets(spec, byName(profile)!)).map(
    ({ code, message }) => `${code} ${/(\w+) is \d+/.exec(message)?.[1]}`,
  );

it('counts the rows, channels and patterns of compositions', async () => {
  const small = await specOf(emit(4));
  expect(await limits(small, 'zx-8bit')).toEqual([]);
  expect(await limits(await specOf(emit(4), { rows: 65 }), 'zx-8bit')).toEqual(['E022 xm_max_pattern_rows']);
  const inBars = await specOf(emit(4), { bars: 9 }, { timebase: { beats_per_bar: 4, rows_per_beat: 4 } });
  expect(await limits(inBars, 'nethercore')).toEqual(['E022 xm_max_pattern_rows']);
  expect(await limits(await specOf(emit(4), { rows: 64 }, { channels: 9 }), 'zx-8bit')).toEqual([
    'E022 xm_max_channels',
  ]);
});

it('counts the levels of programs, through definitions, without running them', async () => {
  let program: Json = { op: 'ref', name: 'deep' };
  for (let i = 0; i < 12; i++) program = { op: 'shift', rows: 0, body: program };
  const defs: Json = { deep: { op: 'stack', parts: [emit(1), { op: 'ref', name: 'deeper' }] }, deeper: emit(1) };
  // 12 shifts, a reference, a stack, a reference, an emit: 15 levels below the first.
  expect(await limits(await specOf(program, { rows: 64 }, { defs }), 'zx-8bit')).toEqual([]);
  program = { op: 'shift', rows: 0, body: { op: 'shift', rows: 0, body: program } };
  expect(await limits(await specOf(program, { rows: 64 }, { defs }), 'zx-8bit')).toEqual([
    'E022 max_compose_recursion',
  ]);
});

it('bounds cells by the program and by the pattern, whichever is less', async () => {
  const many = { op: 'repeat', times: 60, len_rows: 1000, body: emit(1000) };
  expect(await limits(await specOf(many, { rows: 60_000 }), 'zx-8bit')).toContain('E022 max_cells_per_pattern');
  expect(await limits(await specOf(many, { rows: 64 }), 'zx-8bit')).toEqual([]);
});

it('does not mind definitions that refer to each other, or doublings of doublings', async () => {
  const defs: Json = { a: { op: 'ref', name: 'b' }, b: { op: 'ref', name: 'a' }, d0: emit(1) };
  for (let i = 1; i < 60; i++) {
    const lower = { op: 'ref', name: `d${i - 1}` };
    defs[`d${i}`] = { op: 'stack', parts: [lower, lower] };
  }
  const spec = await specOf(
    {
      op: 'stack',
      parts: [
        { op: 'ref', name: 'a' },
        { op: 'ref', name: 'd20' },
      ],
    },
    undefined,
    {
      defs,
    },
  );
  expect(await checkBudgets(spec, DEFAULT_PROFILE)).toEqual([]);
});

it('costs what cells and instruments cost', async () => {
  const one = await estimate(await specOf(emit(1)));
  expect((await estimate(await specOf(emit(11)))) - one).toBe(10);
  expect(one).toBeGreaterThan(100_000);
});
