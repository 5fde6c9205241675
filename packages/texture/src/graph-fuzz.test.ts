/**
 * Random graphs end in issues or in finite pictures, and nothing throws. A few hundred here, more with FUZZ_RUNS.
 */
import { Pcg32 } from '@speccade/numerics';
import { validateDocument } from '@speccade/spec';
import { node as nodeSchema, SIGNATURES, type TextureNode, type TextureOp } from '@speccade/spec/kinds/texture';
import { expect, it } from 'vitest';
import { evaluate, type Json } from '../test/graph.ts';
import { textureBackend } from './backend.ts';

const RUNS = Number(process.env.FUZZ_RUNS ?? 400);

interface Schema {
  readonly def: {
    readonly type: string;
    readonly format?: string;
    readonly innerType?: Schema;
    readonly entries?: Readonly<Record<string, string>>;
    readonly values?: readonly unknown[];
    readonly items?: readonly Schema[];
    readonly element?: Schema;
    readonly shape?: Readonly<Record<string, Schema>>;
    readonly options?: readonly Schema[];
  };
}

const COUNTS = [1, 2, 3, 4, 5, 8];
const SANE = [0, 1, -1, 0.5, 2, 3, 4, 0.1, -0.3, 7, 24, 0.999, 100];
const WILD = [...SANE, 1e9, -1e9, 1e-9, 1e300, -1e300, 5e-324, 255, 4096, 65536];

class Dice {
  private readonly rng: Pcg32;
  private readonly numbers: readonly number[];
  constructor(seed: number, wild: boolean) {
    this.rng = new Pcg32(seed);
    this.numbers = wild ? WILD : SANE;
  }
  below(n: number): number {
    return this.rng.u32Inclusive(0, n - 1);
  }
  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)]!;
  }
  number(): number {
    return this.below(3) === 0 ? Math.round(this.rng.nextF64() * 1000) / 500 : this.pick(this.numbers);
  }
}

function randomValue({ def }: Schema, dice: Dice): unknown {
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
      return dice.below(2) === 0 ? undefined : randomValue(def.innerType!, dice);
    case 'enum':
      return dice.pick(Object.values(def.entries!));
    case 'literal':
      return def.values![0];
    case 'boolean':
      return dice.below(2) === 0;
    case 'tuple':
      return def.items!.map((item) => randomValue(item, dice));
    case 'array':
      return Array.from({ length: 1 + dice.below(4) }, () => randomValue(def.element!, dice));
    case 'object':
      return fieldsOf(def.shape!, dice);
    case 'string':
      return dice.pick(['#102030', 'ffffff', ' #80C040 ', 'max', 'average']);
    default:
      return def.format?.includes('int') && dice.below(8) > 0 ? dice.pick(COUNTS) : dice.number();
  }
}

function fieldsOf(shape: Readonly<Record<string, Schema>>, dice: Dice): Json {
  const fields = Object.entries(shape).map(([key, schema]) => [key, randomValue(schema, dice)]);
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

const OPTIONS = (nodeSchema as unknown as Schema).def.options!;

function randomNode(id: string, dice: Dice, earlier: ReadonlyMap<string, TextureOp>): Json {
  const { shape } = dice.pick(OPTIONS).def;
  const node = { ...fieldsOf(shape!, dice), id };
  const type = node as unknown as { type: TextureOp };
  for (const [field, wanted] of Object.entries(SIGNATURES[type.type].inputs)) {
    const fitting = [...earlier].filter(([, op]) => SIGNATURES[op].value === wanted).map(([name]) => name);
    Object.assign(node, { [field]: dice.pick(fitting) });
  }
  // Enough to see whether steps run; a thousand of them are no different.
  if (type.type === 'reaction_diffusion') Object.assign(node, { steps: 1 + dice.below(20) });
  return node;
}

function randomGraph(dice: Dice): Json[] {
  const nodes: Json[] = [
    { id: 'g', type: 'gradient', direction: 'radial' },
    { id: 'c', type: 'color_ramp', input: 'g', ramp: ['#203040', '#ffeedd'] },
  ];
  const types = new Map<string, TextureOp>([
    ['g', 'gradient'],
    ['c', 'color_ramp'],
  ]);
  for (let k = 0; k < 8; k++) {
    const node = randomNode(`${k}`, dice, types);
    nodes.push(node);
    types.set(`${k}`, node.type as TextureOp);
  }
  return nodes;
}

async function judge(seed: number, wild: boolean): Promise<{ outcome: 'refused' | 'made'; ops: TextureOp[] }> {
  const dice = new Dice(seed, wild);
  const resolution = [1 + dice.below(24), 1 + dice.below(24)] as const;
  const all = randomGraph(dice);
  // One bad node would hide the others: those that are refused alone are left out of half of the graphs.
  const tileable = dice.below(2) === 0;
  const check = async (nodes: readonly Json[]) =>
    validateDocument({
      spec_version: 1,
      asset_id: 'fuzzed',
      asset_type: 'texture',
      license: 'CC0-1.0',
      seed,
      outputs: nodes.map(({ id }) => ({ kind: 'primary', format: 'png', path: `${id}.png`, source: id })),
      recipe: { kind: 'texture.procedural_v1', params: { resolution, tileable, nodes } },
    });
  let nodes = all;
  let found = await check(nodes);
  for (let tries = 0; !found.spec && dice.below(8) !== 0 && tries < 9; tries++) {
    const bad = new Set(found.errors.map(({ path }) => Number(/nodes\[(\d+)\]/.exec(path)?.[1])));
    nodes = nodes.filter((_, index) => !bad.has(index));
    found = await check(nodes);
  }
  if (!found.spec) {
    for (const issue of found.errors)
      expect(issue).toMatchObject({ code: expect.any(String), path: expect.any(String) });
    return { outcome: 'refused', ops: [] };
  }
  const artifacts = await textureBackend.generate(found.spec, {});
  expect(artifacts).toHaveLength(nodes.length);
  const parsed = (found.spec.recipe!.params as { nodes: TextureNode[] }).nodes;
  if (!wild) {
    const [width, height] = resolution;
    const ids = parsed.map(({ id }) => id);
    for (const [id, values] of evaluate(parsed, ids, { width, height, tileable, seed })) {
      const odd = values.findIndex((value) => !Number.isFinite(value));
      if (odd >= 0) throw new Error(`seed ${seed}: ${id} is ${values[odd]} at ${odd}: ${JSON.stringify(parsed)}`);
    }
  }
  return { outcome: 'made', ops: parsed.map(({ type }) => type) };
}

it.each([
  ['sane', false],
  ['wild', true],
])('graphs of %s numbers', { timeout: 600_000 }, async (_name, wild) => {
  const made = new Set<TextureOp>();
  let refused = 0;
  for (let seed = 0; seed < RUNS; seed++) {
    const { outcome, ops } = await judge(seed, wild);
    if (outcome === 'refused') refused++;
    for (const op of ops) made.add(op);
  }
  // The dice reach every operation.
  expect(Object.keys(SIGNATURES).filter((op) => !made.has(op as TextureOp))).toEqual([]);
  expect(refused).toBeLessThan(RUNS / 2);
});
