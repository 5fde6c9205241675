import { canonicalize } from '@speccade/spec';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { createEvaluator } from '../evaluate.ts';
import type { LibraryFunction, Param } from '../library/define.ts';
import { LIBRARY } from '../library/index.ts';
import { BuilderError } from './error.ts';
import type { Json } from './json.ts';
import { BESIDE, callable, minimal, particular } from './testing.ts';

const CALLS = 100;
const RUNS = Math.ceil(Number(process.env.FUZZ_RUNS ?? 3000) / CALLS);

interface Case {
  readonly fn: LibraryFunction;
  readonly args: Readonly<Record<string, Json>>;
}

const evaluator = createEvaluator();
afterAll(() => evaluator.close());

const word = fc.stringMatching(/^[a-z #"\\0-9._-]{0,6}$/);
const json = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<Json>(null, true, false, 0, 1, 0.5, 440),
    fc.double({ min: -1e9, max: 1e9, noNaN: true }),
    word,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(word, tie('value'), { maxKeys: 3 }),
    fc.constantFrom(...LIBRARY).map((fn) => callable(fn)(minimal(fn))),
  ),
})).value;

/** Mostly within the range, sometimes on its bounds or beyond. */
function number(check: Param['check'], whole: boolean): fc.Arbitrary<number> {
  const { min = -1000, max = min + 2000 } = check?.range ?? {};
  const value = whole
    ? fc.integer({ min: Math.ceil(min), max: Math.floor(max) })
    : fc.oneof(fc.double({ min, max, noNaN: true }), fc.integer({ min: Math.ceil(min), max: Math.floor(max) }));
  const off = fc.constantFrom(min, max, min - 1, max + 1, 0, -1, 2 ** 31, 2 ** 40);
  return fc.oneof({ weight: 12, arbitrary: value }, { weight: 1, arbitrary: off });
}

function valid(param: Param): fc.Arbitrary<Json> {
  const { type, check } = param;
  if (type.startsWith('list<')) {
    const item = valid({ required: true, type: type.slice(5, -1) as Param['type'], ...(check && { check }) });
    return fc.array(item, { maxLength: 4 });
  }
  const nullable = type.endsWith('~') || type.endsWith('?');
  const plain = ((): fc.Arbitrary<Json> => {
    if (check?.choices) return fc.constantFrom(...check.choices);
    if (type.startsWith('num')) return number(check, false);
    if (type.startsWith('int')) return number(check, true);
    if (type.startsWith('str')) return fc.oneof({ weight: 9, arbitrary: fc.constantFrom('a', 'b-1') }, word);
    if (type === 'bool') return fc.boolean();
    return check?.range ? fc.oneof(number(check, true), json) : json;
  })();
  return nullable ? fc.option(plain, { freq: 8 }) : plain;
}

function argument(fn: LibraryFunction, param: LibraryFunction['params'][number]): fc.Arbitrary<Json | undefined> {
  const least = particular(fn, param.name);
  const usual = least === undefined ? valid(param) : fc.oneof(fc.constant(least), valid(param));
  return fc.oneof(
    { weight: param.required ? 200 : 100, arbitrary: usual },
    { weight: param.required ? 1 : 100, arbitrary: fc.constant(undefined) },
    { weight: 2, arbitrary: json },
  );
}

const cases: fc.Arbitrary<Case> = fc.constantFrom(...LIBRARY).chain((fn) =>
  fc
    .record(Object.fromEntries(fn.params.map((param) => [param.name, argument(fn, param)])))
    .map((values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)))
    .map((args) => ({ fn, args: { ...BESIDE[fn.name], ...args } as Case['args'] })),
);

function starlark(value: Json): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(starlark).join(', ')}]`;
  return `{${Object.entries(value)
    .map(([key, item]) => `${JSON.stringify(key)}: ${starlark(item)}`)
    .join(', ')}}`;
}

const source = ({ fn, args }: Case): string =>
  `${fn.name}(${Object.entries(args)
    .map(([name, value]) => `${name} = ${starlark(value)}`)
    .join(', ')})`;

/** The values of calls, or the code of the first refusal; `bind` for those of the engine. */
async function evaluated(calls: readonly Case[]): Promise<readonly Json[] | string> {
  const list = calls.map(source).join(',\n');
  const text = `spec("a-1", "audio", 1, [output("a.wav", "wav")], {"kind": "any", "params": [\n${list}\n]})`;
  const result = await evaluator.evaluate({ filename: 'calls.star', source: text });
  if (result.ok) return (result.document.recipe as { params: Json[] }).params;
  const { code, message, trace } = result.issues[0]!;
  if (trace?.innerCode !== undefined) return `${trace.innerCode} ${trace.function} ${trace.param}`;
  if (code === 'S002') return `bind ${trace?.function}`;
  return `${code} ${message}`;
}

function built({ fn, args }: Case): { readonly value: Json } | { readonly refusal: BuilderError } {
  try {
    return { value: callable(fn)(args) };
  } catch (error) {
    if (error instanceof BuilderError) return { refusal: error };
    throw error;
  }
}

it('builds what scripts build, and refuses what they refuse', async () => {
  const counts = { values: 0, refusals: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(cases, { minLength: CALLS, maxLength: CALLS }), async (calls) => {
      const results = calls.map((call) => ({ call, ...built(call) }));
      const values = results.filter((result) => 'value' in result);
      const scripted = await evaluated(values.map(({ call }) => call));
      for (const [i, { call, value }] of values.entries()) {
        const other = typeof scripted === 'string' ? await evaluated([call]) : [scripted[i]!];
        expect(other, source(call)).toBeInstanceOf(Array);
        expect(canonicalize(value), source(call)).toBe(canonicalize(other[0]));
      }
      const refused = results.filter((result) => 'refusal' in result);
      for (const { call, refusal } of refused) {
        const { code, function: name, param } = refusal;
        const other = await evaluated([call]);
        // The engine binds arguments itself, without a code of the library.
        const expected =
          /^bind/.test(String(other)) && /^S10[12]$/.test(code) ? `bind ${name}` : `${code} ${name} ${param}`;
        expect(other, source(call)).toBe(expected);
      }
      counts.values += values.length;
      counts.refusals += refused.length;
    }),
    { numRuns: RUNS },
  );
  expect(counts.values).toBeGreaterThan(counts.refusals);
  expect(counts.refusals).toBeGreaterThan(RUNS);
});
