/**
 * Writes the conformance vectors: `node packages/rule-engine/test/vectors/write.ts`.
 *
 * Values and ticks come from tables and formulas beside this file. Only what those cannot give, events and random
 * programs, is recorded from the model; a change in those files is a change of the engine's meaning.
 */
import { writeFileSync } from 'node:fs';
import { parse } from '../../src/language/parser.ts';
import { print } from '../../src/language/printer.ts';
import { toJson } from '../../src/value.ts';
import { FACTS, SCHEMA } from '../facts.ts';
import { EVALUATORS, watchedOutcome } from '../outcome.ts';
import { FACT_SETS } from '../random/differential.ts';
import { Random } from '../random/prng.ts';
import { Programs } from '../random/programs.ts';
import { int64Rows } from './int64.ts';
import { CANONICAL, LANGUAGE, type Row, SYNTAX_ERRORS } from './language.ts';
import { rulesetVectors } from './rulesets.ts';

const FOLDER = new URL('../../vectors/', import.meta.url);

/** Random programs that are kept as vectors. */
const RECORDED = 300;

const row = ([expr, expected, ops, est]: Row) => {
  const error = (expected as { error?: unknown }).error;
  return { expr, ...(error ? { error } : { value: toJson(expected as never) }), ops, ...(est && { est }) };
};

function recorded() {
  const random = new Random(2026);
  const programs = new Programs(random);
  return Array.from({ length: RECORDED }, () => {
    const ast = programs.program();
    const facts = random.below(FACT_SETS.length);
    const { value, error, ops, events } = watchedOutcome(EVALUATORS.model!, ast, FACT_SETS[facts]!);
    const { code, which, limit, observed } = (error ?? {}) as Record<string, unknown>;
    return {
      ast,
      text: print(ast),
      facts,
      ...(error ? { error: { code, which, limit, observed } } : { value }),
      ops,
      events: events.length <= 40 ? events : { count: events.length, last: events.at(-1) },
    };
  });
}

export function vectorFiles(): Readonly<Record<string, unknown>> {
  return {
    'language.json': { facts: toJson(FACTS as never), schema: SCHEMA, cases: LANGUAGE.map(row) },
    'int64.json': { facts: {}, cases: int64Rows().map(row) },
    'syntax.json': {
      errors: SYNTAX_ERRORS.map(([source, code, start]) => ({ source, code, start })),
      trees: CANONICAL.map(([source, canonical]) => ({ source, canonical, ast: parse(source) })),
    },
    'programs.json': { facts: FACT_SETS.map(toJson), cases: recorded() },
    'rulesets.json': { cases: rulesetVectors() },
  };
}

/** One case per line, so that a change shows as the cases it changes. */
export function vectorText(content: unknown): string {
  const parts = Object.entries(content as Record<string, unknown>).map(([key, value]) => {
    if (!Array.isArray(value)) return `${JSON.stringify(key)}: ${JSON.stringify(value)}`;
    return `${JSON.stringify(key)}: [\n${value.map((one) => `  ${JSON.stringify(one)}`).join(',\n')}\n]`;
  });
  return `{\n${parts.join(',\n')}\n}\n`;
}

if (import.meta.main) {
  for (const [name, content] of Object.entries(vectorFiles()))
    writeFileSync(new URL(name, FOLDER), vectorText(content));
}
